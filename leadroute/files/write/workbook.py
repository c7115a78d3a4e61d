"""Write a workbook: fast, in little memory, the same bytes every time, and no cell ever a formula or a link.

xlsxturbo makes everything but the rows: parts, styles, headers, widths, the chart. It is shown one row of each sheet
and makes a sample of it; one pass over its small archive puts all rows in the place of the sample and adds what it
cannot make. That pass also takes the time of writing out of the file.
"""

from __future__ import annotations

import io
import os
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pandas as pd
import xlsxturbo

from leadroute.files.errors import OutputError
from leadroute.files.write import xlsx_parts
from leadroute.files.write.pages import COLUMNS, Page, pages
from leadroute.files.write.style import alike, entries, has_chart, sample
from leadroute.files.write.xlsx_rows import Table
from leadroute.files.write.xlsx_sheet import SheetXml
from leadroute.files.write.xlsx_zip import LEVEL, rewrite
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.sheet import Sheet
from leadroute.tables.titles import safe_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from leadroute.tables.sheet import Workbook

_FILTER = re.compile(rb'( name="_xlnm[.]_FilterDatabase" localSheetId="(\d+)"[^>]*>[^<]*\$)\d+</definedName>')
_TIME = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def write_workbook(workbook: Workbook, target: Path) -> tuple[Diagnostic, ...]:
    """Write a workbook; returns notes on cells that had to be shortened.

    Raises:
        OutputError: a sheet has more columns than Excel takes.
        OSError: the file could not be written.
    """
    made = pages(workbook)
    for page in made:
        if page.table.shape[1] > COLUMNS:
            raise _too_wide(page, target)
    lists = _lists(made)
    everything = (*made, *lists.values())
    whole: dict[str, Callable[[bytes], bytes]] = {
        "docProps/core.xml": lambda core: _TIME.sub(b"", core),
        "xl/workbook.xml": lambda xml: _hidden(_filtered(xml, everything), len(made), len(lists)),
        **{f"xl/charts/chart{number}.xml": xlsx_parts.from_zero for number in range(1, sum(map(has_chart, made)) + 1)},
    }
    with target.open("wb") as file:
        rewrite(_laid_out(everything), file, whole, _sheets(everything, lists))
    return tuple(_shortened(page, target) for page in made if page.cut)


def _laid_out(everything: Sequence[Page]) -> BinaryIO:
    """The workbook with a sample of the rows of each sheet, made by the sheet writer."""
    made = io.BytesIO()
    wide = alike(everything)
    like = {id(table): sample(table) for table in _tables(everything)}
    sheets = [entry for page in everything for entry in entries(page, wide[page.headers], like[id(page.table)])]
    xlsxturbo.dfs_to_xlsx(sheets, made, compression_level=LEVEL)
    return made


def _sheets(everything: Sequence[Page], lists: Mapping[tuple[str, ...], Page]) -> dict[str, SheetXml]:
    """What makes each sheet, by its name in the archive.

    The sheets of a table come one after the other, as they share work; the longest comes first, others run beside it.
    """
    ranges = {choices: _range(page) for choices, page in lists.items()}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ready = {id(table): Table(table, pool) for table in _tables(everything)}
    made = {
        f"xl/worksheets/sheet{number}.xml": SheetXml(page, ready[id(page.table)], xlsx_parts.dropdowns(page, ranges))
        for number, page in enumerate(everything, start=1)
    }
    return dict(sorted(made.items(), key=lambda sheet: -len(sheet[1].page.table)))


def _tables(everything: Sequence[Page]) -> list[pd.DataFrame]:
    """The tables of all pages, each once."""
    return list({id(page.table): page.table for page in everything}.values())


def _lists(made: Sequence[Page]) -> dict[tuple[str, ...], Page]:
    """A page for each list of choices too long (or too odd) to be written into the sheet that uses it."""
    wanted = dict.fromkeys(
        choices for page in made for choices in page.sheet.choices.values() if not xlsx_parts.fits_inline(choices)
    )
    taken = [page.title for page in made]
    titles = safe_titles([f"Lists {number}" for number in range(1, len(wanted) + 1)], taken)
    return {
        choices: Page(Sheet("lists", title, frame), title, frame, range(len(frame)))
        for choices, title in zip(wanted, titles, strict=True)
        for frame in [pd.DataFrame({"choices": list(choices)}, dtype=object)]
    }


def _range(page: Page) -> str:
    return f"{xlsx_parts.quoted(page.title)}!$A${page.first}:$A${page.last}"


def _filtered(xml: bytes, everything: Sequence[Page]) -> bytes:
    """Filters that reach to the last row of their sheets."""
    return _FILTER.sub(lambda found: found[1] + b"%d</definedName>" % everything[int(found[2])].last, xml)


def _hidden(xml: bytes, shown: int, hidden: int) -> bytes:
    """The last sheets hidden."""
    for number in range(shown + 1, shown + hidden + 1):
        xml = xml.replace(b' sheetId="%d"' % number, b' sheetId="%d" state="hidden"' % number)
    return xml


def _shortened(page: Page, target: Path) -> Diagnostic:
    place = Place(target.name, sheet=page.title)
    return Diagnostic("LR602", Severity.NOTE, place, facts(sheet=page.title, count=page.cut))


def _too_wide(page: Page, target: Path) -> OutputError:
    place = Place(target.name, sheet=page.title)
    return OutputError(Diagnostic("LR616", place=place, args=facts(sheet=page.title, columns=page.table.shape[1])))
