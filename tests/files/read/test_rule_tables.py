"""Decision tables on disk: workbooks and CSV files, what is read of them, and what refuses them."""

from __future__ import annotations

import csv
import random
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from leadroute.files.read.rule_tables import MOST_ROWS, read_rule_table
from leadroute.model.diagnostic import Severity
from leadroute.model.rule_table import Cell, CellKind, Merge, RuleTable, TableName
from leadroute.model.rulebook import Language
from leadroute.render.diagnostics import text
from leadroute.rulebook.decision.meanings import fit
from tests.build_workbooks import parts, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leadroute.model.diagnostic import Diagnostic

HEAD = ["规则", "省份", "预算 >=", "分配"]


def saved(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def taken(path: Path, sheet: str = "") -> tuple[RuleTable | None, tuple[Diagnostic, ...]]:
    """What is read."""
    return read_rule_table(path, TableName(path.name, sheet), fit)


def whole(path: Path, sheet: str = "") -> RuleTable:
    """The table, of which nothing is said."""
    table, found = taken(path, sheet)
    assert found == ()
    assert table is not None
    return table


def test_cells_of_a_workbook_are_what_people_typed(tmp_path: Path) -> None:
    cells = ["021", 21, 0.5, 1000000, datetime(2026, 11, 1), datetime(2026, 11, 1, 9, 30), date(2026, 5, 10)]  # noqa: DTZ001
    table = whole(saved(tmp_path / "r.xlsx", a=[HEAD, [*cells, True, time(9), "甲\r\n乙", None, "100万"]]))
    number, day = CellKind.NUMBER, CellKind.DATE
    assert table.rows[1] == (
        *(Cell("021"), Cell("21", number), Cell("0.5", number), Cell("1000000", number)),
        *(Cell("2026-11-01", day), Cell("2026-11-01 09:30:00", day), Cell("2026-05-10", day)),
        *(Cell("TRUE"), Cell("09:00:00"), Cell("甲\n乙"), Cell(), Cell("100万")),
    )
    assert (table.sheet, table.file) == ("a", str(tmp_path / "r.xlsx"))
    assert len(table.fingerprint) == 64


def test_merged_hidden_and_lost_cells_are_told_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = Workbook()
    sheet = book.active
    for row in (HEAD, ["一", "上海", "=1+1", "east"], ["二", None, "#N/A", "east"]):
        sheet.append(row)
    sheet["C3"].data_type = "e"
    sheet.merge_cells("B2:B3")
    sheet.row_dimensions[3].hidden = True
    book.save(path)
    table = whole(path)
    assert table.merged == (Merge(2, 2, 3, 2),)
    assert table.hidden == (3,)
    assert table.cell(2, 3) == Cell("=1+1", CellKind.FORMULA)
    assert table.cell(3, 3) == Cell("#N/A", CellKind.ERROR)


def test_of_several_sheets_the_one_that_fits_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    path = saved(tmp_path / "r.xlsx", 说明=[["写法说明", "见下"]], 规则=[HEAD, ["一", "上海", None, "east"]], 空=[])
    table, (found,) = taken(path)
    assert table is not None
    assert table.sheet == "规则"
    assert (found.code, found.severity) == ("LR247", Severity.NOTE)
    assert text([found], Language.ZH) == (
        f"{path}:规则: 提示 LR247：规则读自工作表“规则”，没有读：说明\n建议：要读另一张，在规则手册里写 sheet: 表名\n"
    )
    assert text([found], Language.EN) == (
        f"{path}:规则: note LR247: the rules are those of sheet '规则'; not read: 说明\n"
        "hint: to read another one, give its sheet in the rulebook\n"
    )
    assert whole(path, "规则").sheet == "规则"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_is_read_in_every_usual_dress(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "r.csv"
    lines = ["规则,省份,预算 >=,分配", '一,"上海；江苏",100万,east', "", '二,"a, b; c",021,"甲\n乙"']
    path.write_bytes("\r\n".join(lines).replace(",", sign).replace(f"a{sign} b", "a, b").encode(encoding))
    table = whole(path)
    assert [[cell.text for cell in row] for row in table.rows] == [
        HEAD,
        ["一", "上海；江苏", "100万", "east"],
        [],
        ["二", "a, b; c", "021", "甲\n乙"],
    ]
    assert table.sheet == ""


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.xlsx", None, "LR001"),
        ("~$r.xlsx", b"x", "LR028"),
        ("empty.csv", b" \n", "LR003"),
        ("page.xlsx", b"<html><table></table></html>", "LR004"),
        ("paper.xlsx", b"%PDF-1.7 ...", "LR044"),
        ("broken.xlsx", b"PK\x03\x04xl/workbook.xml nothing", "LR009"),
        ("bytes.csv", "规则,分配\n一,east\n".encode() * 3 + b"\xff\xfe\x80", "LR115"),
        ("tall.csv", "规则,分配\n".encode() + b"a,east\n" * (MOST_ROWS + 1), "LR238"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes | None, code: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    table, found = taken(path)
    assert table is None
    assert [one.code for one in found] == [code]


def test_a_field_longer_than_any_reader_of_csv_takes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b'a,"' + b"x" * 2000)
    before = csv.field_size_limit(1000)
    try:
        table, found = taken(path)
    finally:
        csv.field_size_limit(before)
    assert table is None
    assert [one.code for one in found] == ["LR006"]


def test_a_workbook_that_could_do_harm_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(zipped({**parts("<sheetData/>"), "xl/evil.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}))
    assert [one.code for one in taken(path)[1]] == ["LR063"]


def test_a_sheet_that_is_not_there_or_empty_or_too_tall_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "r.xlsx", a=[HEAD], b=[])
    assert [one.code for one in taken(path, "c")[1]] == ["LR019"]
    assert [one.code for one in taken(path, "b")[1]] == ["LR010"]
    tall = saved(tmp_path / "t.xlsx", 高=[HEAD, *([["一"]] * (MOST_ROWS + 1))])
    (found,) = taken(tall)[1]
    assert text([found], Language.ZH) == (
        f"{tall}:高: 错误 LR238：规则表超过 5000 行\n建议：合并只差一个值的规则：一格里可以写几个值，用“；”隔开\n"
    )
    assert text([found], Language.EN) == (
        f"{tall}:高: error LR238: the table of rules has more than 5000 rows\n"
        "hint: join rules that differ in one value: a cell may hold several, parted by ';'\n"
    )


def test_a_row_far_below_is_read_at_its_place(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(HEAD)
    book.active["A3000"] = "一"
    book.save(tmp_path / "r.xlsx")
    assert whole(tmp_path / "r.xlsx").cell(3000, 1) == Cell("一")


def test_no_damaged_file_raises(tmp_path: Path) -> None:
    dice = random.Random(20261122)  # noqa: S311 - made-up damage, not a secret
    book = saved(tmp_path / "r.xlsx", 规则=[HEAD, ["一", "上海；江苏", "100万", "east"]]).read_bytes()
    text_ = '规则,省份,分配\n一,"上海；江苏",east\n'.encode("gb18030")
    for name, whole_, tries in (("r.csv", text_, 300), ("r.xlsx", book, 40)):
        for _ in range(tries):
            data = bytearray(whole_)
            for _ in range(dice.randint(1, 6)):
                data[dice.randrange(len(data))] = dice.randrange(256)
            (tmp_path / name).write_bytes(data[: dice.randint(1, len(data))])
            table, found = taken(tmp_path / name)
            assert table or found
