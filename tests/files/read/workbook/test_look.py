"""What the reader's child process does, done here: the same bytes in, the same description and columns out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.files.read.options import Reading
from leadroute.files.read.workbook.handover import columns_in, told_in
from leadroute.files.read.workbook.look import look
from leadroute.intake.headers import fit
from tests.build_tables import book_file
from tests.build_workbooks import ods, parts, row, xlsx, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.files.read.workbook.handover import Told
    from tests.build_tables import Sheets

HEAD = row(1, "公司名称", "手机号", "创建时间")
WHOLE = Reading()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEETS: Sheets = {
    "说明": [["填写须知"]],
    "线索": [[], ["导出"], [None, "公司名称", "手机号"], [None, "甲", "1"], [None, None, "2"]],
    "空": [],
    "旧": [["公司名称", "手机号"]],
}


def looked(data: bytes, how: Reading = WHOLE) -> tuple[Told, list[list[list[str]]]]:
    """The description of a workbook, and the columns of each of its sheets."""
    out = BytesIO()
    look(data, fit("lead"), how, out)
    told = told_in(out.getvalue())
    return told, [
        [column.to_pylist() for column in columns_in(out.getvalue(), sheet["columns"])] for sheet in told["sheets"]
    ]


def test_the_best_sheet_is_handed_over_and_the_others_are_named(tmp_path: Path) -> None:
    path = book_file(tmp_path, SHEETS, hidden=["旧"])
    book = load_workbook(path)
    book["线索"].merge_cells("B4:B5")
    book.save(path)
    told, columns = looked(path.read_bytes())
    (sheet,) = told["sheets"]
    assert (sheet["name"], sheet["blank"], sheet["head"][1]) == ("线索", 1, ["", "公司名称", "手机号"])
    assert [*map(list, sheet["merged"])] == [[3, 1, 4, 1]]
    assert (told["others"], told["unseen"], columns) == (["说明"], ["旧"], [[["", ""], ["甲", ""], ["1", "2"]]])


@pytest.mark.parametrize(
    ("how", "names"),
    [(Reading(sheet="旧"), ["旧"]), (Reading(every_sheet=True), ["线索", "旧"]), (Reading(sheet="无"), [])],
)
def test_a_sheet_can_be_named_or_all_that_fit_asked_for(tmp_path: Path, how: Reading, names: list[str]) -> None:
    told, _ = looked(book_file(tmp_path, SHEETS).read_bytes(), how)
    assert [sheet["name"] for sheet in told["sheets"]] == names
    assert told["refusal"] == ("" if names else "LR019")


def test_cells_that_lost_their_value_keep_their_rows() -> None:
    body = row(2, "<c><f>B2</f></c>", "<c><v>110101199003077758</v></c>") + row(3, "乙", '<c t="e"><v>#N/A</v></c>')
    told, columns = looked(xlsx(HEAD + body + row(6, "<c><f>X2</f></c>")))
    lost = [(one["why"], one["column"], one["rows"], one["example"]) for one in told["sheets"][0]["lost"]]
    assert lost == [
        ("formula", 0, [2, 6], "=B2"),
        ("error", 1, [3], "#N/A"),
        ("digits", 1, [2], "110101199003077760"),
    ]
    assert columns[0][0] == ["=B2", "乙", "", "", "=X2"]


def test_numbers_and_hidden_rows_are_told() -> None:
    body = row(2, "甲", "<c><v>13800001234</v></c>") + row(3, "乙", "x", more=' hidden="1"')
    (sheet,) = looked(xlsx(HEAD + body))[0]["sheets"]
    assert (sheet["numeric"], sheet["hidden"], sheet["tells_hidden"]) == ([1], [3], True)


def test_an_ods_is_handed_over_too() -> None:
    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'

    tall = cell("甲", ' table:number-rows-spanned="2"')
    rows = (
        f"<table:table-row>{cell('公司名称')}{cell('手机号')}</table:table-row>"
        f"<table:table-row>{tall}{cell('1')}</table:table-row>"
        f'<table:table-row table:visibility="collapse"><table:covered-table-cell/>{cell("2")}</table:table-row>'
    )
    told, columns = looked(ods(f'<table:table table:name="一">{rows}</table:table>'))
    (sheet,) = told["sheets"]
    assert ([*map(list, sheet["merged"])], sheet["hidden"], columns) == (
        [[1, 0, 2, 0]],
        [3],
        [[["甲", ""], ["1", "2"]]],
    )


def test_the_second_reader_is_tried_and_the_reason_kept() -> None:
    members = parts(HEAD + row(2, "甲", "13800000001"))
    broken = members["xl/worksheets/sheet1.xml"].replace("<sheetData>", '<dimension ref="1:2"/><sheetData>')
    told, columns = looked(zipped({**members, "xl/worksheets/sheet1.xml": broken, "../../../tmp/evil.txt": "x"}))
    assert [code for code, _ in told["notes"]] == ["LR066", "LR067"]
    assert columns[0][1] == ["13800000001"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not a zip", "LR009"),
        (OLE, "LR006"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "LR005"),
        (xlsx(HEAD + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>'), "LR006"),
        (xlsx(""), "LR010"),
    ],
)
def test_a_refusal_is_handed_over_as_well(content: bytes, code: str) -> None:
    told, columns = looked(content)
    assert (told["refusal"], columns) == (code, [])


@pytest.mark.parametrize(("number", "refusal", "notes"), [(1, "", ["LR068"]), (2, "LR009", [])])
def test_a_damaged_sheet_matters_only_if_it_is_the_one_to_read(
    tmp_path: Path, number: int, refusal: str, notes: list[str]
) -> None:
    path = book_file(tmp_path, {"说明": [["随便写写"]], "线索": [["公司名称", "手机号"], ["甲", "1"]]})
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet.merge_cells("A1:A2" if sheet.title == "说明" else "C2:C3")
    book.save(path)
    whole = path.read_bytes()
    at = whole.rindex(f"xl/worksheets/sheet{number}.xml".encode()) - 46
    told, _ = looked(whole[: at + 16] + b"\1\2\3\4" + whole[at + 20 :])
    assert (told["refusal"], [code for code, _ in told["notes"]]) == (refusal, notes)


def test_too_many_columns_have_no_rows(tmp_path: Path) -> None:
    wide = book_file(tmp_path, {"一": [[f"c{at}" for at in range(513)], ["x"] * 513]})
    assert looked(wide.read_bytes())[1][0][0] == []
