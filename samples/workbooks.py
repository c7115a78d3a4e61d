"""The sample workbooks, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import people
import rules_table
from material import HEADERS
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

DATE = "%Y-%m-%d %H:%M"
STAMP = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 -- what the files say about their own age, not the clock


def leads_workbook(rows: list[list[str]]) -> bytes:
    """A title row merged above the header, dates as dates, numbers as numbers, a second sheet of notes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "线索"
    sheet.append(["2026 年 11 月广告线索导出（示例数据）"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADERS["xlsx"]))
    sheet["A1"].alignment, sheet["A1"].font = Alignment(horizontal="center"), Font(bold=True, size=14)
    sheet.append(HEADERS["xlsx"])
    for row in rows:
        sheet.append([row[0], datetime.strptime(row[1], DATE), *map(_number, row[2:])])  # noqa: DTZ007 -- local
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a name such as @SUM(A1) or =1+1 stays the text it is
    notes = book.create_sheet("说明")
    for line in ("说明", "由广告平台导出，仅供演示。", "电话、邮箱、公司均为虚构。"):
        notes.append([line])
    return _saved(book)


def roster_workbook() -> bytes:
    """The roster and, on a second sheet, who is away when."""
    book = Workbook()
    _fill(book.active, "名册", people.REP_HEADERS, people.rep_rows())
    _fill(book.create_sheet(), "休假", people.LEAVE_HEADERS, people.LEAVES)
    return _saved(book)


def customers_workbook() -> bytes:
    """The existing customers."""
    book = Workbook()
    _fill(book.active, "客户", people.CUSTOMER_HEADERS, people.customer_rows())
    return _saved(book)


def rules_workbook() -> bytes:
    """Rules, one row each, and a second sheet that says how they are written."""
    book = Workbook()
    _fill(book.active, "规则", rules_table.HEADERS, rules_table.ROWS)
    for row in book.active.iter_rows():
        for cell in row:
            cell.number_format = "yyyy-mm-dd" if isinstance(cell.value, datetime) else "@"
    notes = book.create_sheet("说明")
    for line in ("从上到下，第一条符合的算数。", "空着的格子表示不看这一列。", "几个值用“；”隔开，! 表示不是。"):
        notes.append([line])
    return _saved(book)


def _fill(sheet: Worksheet, title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    sheet.title = title
    for row in (headers, *rows):
        sheet.append(list(row))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"


def _number(text: str) -> str | int:
    """What a spreadsheet keeps as a number: plain digits, unless they are a phone."""
    return int(text) if text.isdecimal() and len(text) < 11 else text  # noqa: PLR2004 -- a mobile has 11 digits


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes without the clock: stored, not packed, so that no compressor's version shows either."""
    written, fixed = io.BytesIO(), io.BytesIO()
    book.save(written)
    stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            target.writestr(zipfile.ZipInfo(name, STAMP.timetuple()[:6]), content)
    return fixed.getvalue()
