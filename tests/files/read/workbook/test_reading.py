from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.files.read import read_tables
from leadroute.files.read.options import Reading
from leadroute.files.read.workbook.child import Limits, spawned
from leadroute.files.read.workbook.handover import columns_in, told_in
from leadroute.files.read.workbook.look import look
from leadroute.intake.headers import fit
from leadroute.model.manner import Hidden
from tests.build_tables import book_file, codes, read_one, refused, text_file
from tests.build_workbooks import ods, parts, row, xlsx, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.tables.raw import RawTable
    from tests.build_tables import Sheets

HEADER: list[object] = ["公司名称", "手机号", "创建时间"]
HEAD = row(1, "公司名称", "手机号", "创建时间")


def sheet_of(folder: Path, rows: str, *, hidden: Hidden = Hidden.INCLUDE, **more: str) -> RawTable:
    """The table of a workbook of these rows below the usual header."""
    path = text_file(folder, xlsx(HEAD + rows, **more), "leads.xlsx")
    tables, problems = read_tables([path], fit("lead"), Reading(hidden=hidden))
    assert problems == ()
    return tables[0]


def test_numbers_and_dates_become_text_and_the_column_is_marked(tmp_path: Path) -> None:
    rows: list[list[object]] = [HEADER, ["甲", 13800001234, datetime(2026, 11, 1, 9, 30)], ["乙", None, "昨天"]]  # noqa: DTZ001
    table = read_one(book_file(tmp_path, {"线索": rows}))
    assert table.frame["手机号"].tolist() == ["13800001234", ""]
    assert table.frame["创建时间"].tolist() == ["2026-11-01 09:30:00", "昨天"]
    assert table.numeric == {"手机号"}
    assert (table.sheet, table.rows.tolist()) == ("线索", [2, 3])


def test_a_table_that_begins_right_of_column_a_and_far_down(tmp_path: Path) -> None:
    rows: list[list[object]] = [[]] * 40 + [[None, *HEADER], [None, "甲", "1", ""]]
    table = read_one(book_file(tmp_path, {"线索": rows}))
    assert list(table.frame) == ["公司名称", "手机号", "创建时间"]
    assert (table.header_row, table.rows.tolist()) == (41, [42])


def test_the_visible_sheet_that_fits_best_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    sheets: Sheets = {
        "说明": [["填写须知"]],
        "旧": [HEADER],
        "空表": [HEADER],
        "线索": [["导出"], HEADER, ["甲", "1", ""]],
        "备份": [HEADER],
    }
    table = read_one(book_file(tmp_path, sheets, hidden=["旧"]))
    assert (table.sheet, table.header_row, table.rows.tolist()) == ("线索", 2, [3])
    told = {note.code: note.facts for note in table.notes}
    assert told["LR020"]["others"] == "说明 | 空表 | 备份"
    assert told["LR059"]["sheets"] == "旧"


def test_a_sheet_can_be_named_even_a_hidden_one_and_must_exist(tmp_path: Path) -> None:
    sheets: Sheets = {"一": [HEADER, ["甲", "1", ""]], "二": [HEADER, ["乙", "2", ""]]}
    path = book_file(tmp_path, sheets, hidden=["二"])
    assert read_one(path, sheet="二").frame["公司名称"].tolist() == ["乙"]
    assert (found := refused(path, sheet="三")).code == "LR019"
    assert found.facts["sheets"] == "一 | 二"


def test_every_sheet_with_a_fitting_header_can_be_read(tmp_path: Path) -> None:
    sheets: Sheets = {
        "名册": [["工号", "姓名", "团队"], ["R1", "张三", "华东"]],
        "休假": [["姓名", "休假开始", "休假结束"], ["张三", "2026-11-22", "2026-11-23"]],
        "说明": [["随便写写"]],
    }
    tables, _ = read_tables([book_file(tmp_path, sheets)], fit("roster"), Reading(every_sheet=True))
    assert [table.sheet for table in tables] == ["名册", "休假"]


def test_merged_cells_are_filled_inside_their_range(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        HEADER,
        ["甲", "1", "x"],
        [None, "2", "y"],
        [None, "3", "z"],
        ["华东区"],
        ["乙", "4", ""],
    ]
    path = book_file(tmp_path, {"线索": rows})
    book = load_workbook(path)
    for merged in ("A2:A3", "A5:C5"):
        book.worksheets[0].merge_cells(merged)
    book.save(path)
    table = read_one(path)
    assert table.frame["公司名称"].tolist() == ["甲", "甲", "", "乙"]
    assert codes(table.notes) == ["LR052", "LR050"]
    assert table.notes[0].facts == {"count": "1", "ranges": "2"}
    assert table.notes[1].facts["said"] == "华东区"


@pytest.mark.parametrize(("hidden", "rows", "code"), [("include", [2, 3, 4], "LR053"), ("skip", [2, 4], "LR054")])
def test_hidden_rows_are_read_or_skipped(tmp_path: Path, hidden: str, rows: list[int], code: str) -> None:
    body = row(2, "甲", "1") + row(3, "乙", "2", more=' hidden="1"') + row(4, "丙", "3")
    table = sheet_of(tmp_path, body, hidden=Hidden(hidden))
    assert table.rows.tolist() == rows
    assert [(note.code, note.facts) for note in table.notes] == [(code, {"count": "1", "rows": "3"})]


def test_without_hidden_rows_nothing_is_said(tmp_path: Path) -> None:
    assert codes(sheet_of(tmp_path, row(2, "甲", "1"), hidden=Hidden.SKIP).notes) == []


def test_cells_that_lost_their_value_are_marked_and_named(tmp_path: Path) -> None:
    body = row(2, "<c><f>B2</f></c>", "<c><v>110101199003077758</v></c>") + row(3, "乙", '<c t="e"><v>#N/A</v></c>')
    table = sheet_of(tmp_path, body + row(4, "合计", "<c><f>SUM(B2:B3)</f></c>"))
    assert table.frame["公司名称"].tolist() == ["=B2", "乙"]
    assert table.frame["手机号"].tolist() == ["110101199003077760", "#N/A"]
    assert {label: mask.tolist() for label, mask in table.damaged.items()} == {
        "公司名称": [True, False],
        "手机号": [True, True],
    }
    told = {note.code: note.facts for note in table.notes}
    assert told["LR056"] == {"header": "公司名称", "count": "1", "rows": "2", "example": "=B2"}  # nothing of the total
    assert told["LR057"] == {"header": "手机号", "count": "1", "rows": "3", "example": "#N/A"}
    assert told["LR058"]["rows"] == "2"


def test_a_row_of_formulas_alone_is_no_blank_row(tmp_path: Path) -> None:
    table = sheet_of(tmp_path, row(2, "甲", "1") + row(3, "<c><f>X1</f></c>") + row(5, "<c><f>X2</f></c>"))
    assert table.rows.tolist() == [2, 3, 5]


def test_furigana_rich_text_and_escapes(tmp_path: Path) -> None:
    shared = '<si><r><t>田</t></r><r><t>中</t></r><rPh sb="0" eb="1"><t>タナカ</t></rPh></si><si><t>a_x000D_b</t></si>'
    table = sheet_of(tmp_path, row(2, '<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'), shared=shared)
    assert table.frame.iloc[0].tolist() == ["田中", "a\rb", ""]


def test_dates_of_1904(tmp_path: Path) -> None:
    members = parts(HEAD + row(2, "甲", "1", '<c s="1"><v>1.5</v></c>'), properties='<workbookPr date1904="1"/>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    formats = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>'
    members["xl/styles.xml"] = f"<styleSheet {main}>{formats}</styleSheet>"
    links = members["xl/_rels/workbook.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
    members["xl/_rels/workbook.xml.rels"] = links.replace(
        "</Relationships>", f'<Relationship Id="rId3" Type="{kind}" Target="styles.xml"/></Relationships>'
    )
    table = read_one(text_file(tmp_path, zipped(members), "leads.xlsx"))
    assert table.frame["创建时间"].tolist() == ["1904-01-02 12:00:00"]


def test_a_size_the_sheet_lies_about_loses_no_row(tmp_path: Path) -> None:
    members = parts(HEAD + row(2, "甲", "1") + row(3, "乙", "2"))
    for told in ("A1:A1", "A1:XFD1048576"):
        lying = members["xl/worksheets/sheet1.xml"].replace("<sheetData>", f'<dimension ref="{told}"/><sheetData>')
        data = zipped({**members, "xl/worksheets/sheet1.xml": lying})
        assert len(read_one(text_file(tmp_path, data, "leads.xlsx"))) == 2


def test_the_second_reader_takes_what_the_first_refuses(tmp_path: Path) -> None:
    members = parts(HEAD + row(2, "甲", "13800000001"))
    broken = members["xl/worksheets/sheet1.xml"].replace("<sheetData>", '<dimension ref="1:2"/><sheetData>')
    table = read_one(text_file(tmp_path, zipped({**members, "xl/worksheets/sheet1.xml": broken}), "leads.xlsx"))
    assert table.frame["手机号"].tolist() == ["13800000001"]
    assert codes(table.notes) == ["LR067"]


def test_an_ods_is_read_with_its_merged_cells_and_hidden_rows(tmp_path: Path) -> None:
    def cells(*texts: str, more: str = "") -> str:
        kind = 'office:value-type="string"'
        each = (f"<table:table-cell {kind}{more}><text:p>{text}</text:p></table:table-cell>" for text in texts)
        return "".join(each)

    tall = cells("甲", more=' table:number-rows-spanned="2"')
    rows = (
        f"<table:table-row>{cells('公司名称', '手机号')}</table:table-row>"
        f"<table:table-row>{tall}{cells('1')}</table:table-row>"
        f'<table:table-row table:visibility="collapse"><table:covered-table-cell/>{cells("2")}</table:table-row>'
    )
    path = text_file(tmp_path, ods(f'<table:table table:name="一">{rows}</table:table>'), "leads.ods")
    table = read_one(path)
    assert table.frame.to_numpy().tolist() == [["甲", "1"], ["甲", "2"]]
    assert codes(table.notes) == ["LR052", "LR053"]


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    assert refused(book_file(tmp_path, {"一": [[f"c{at}" for at in range(513)]]})).code == "LR012"
    assert read_one(book_file(tmp_path, {"一": [[f"c{at}" for at in range(512)]]})).frame.shape == (0, 512)


def test_names_that_lead_outside_are_told_and_ignored(tmp_path: Path) -> None:
    members = {**parts(HEAD + row(2, "甲", "1")), "../../../tmp/evil.txt": "x"}
    assert codes(read_one(text_file(tmp_path, zipped(members), "leads.xlsx")).notes) == ["LR066"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not a zip", "LR009"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "LR006"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "LR005"),
        (xlsx(HEAD + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>'), "LR006"),
        (xlsx(""), "LR010"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, content: bytes, code: str, capfd: pytest.CaptureFixture[str]
) -> None:
    found = refused(text_file(tmp_path, content, "leads.xlsx"))
    assert found.code == code
    assert "\n" not in found.facts.get("reason", "")
    assert capfd.readouterr() == ("", "")


def test_a_sheet_that_explodes_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    path = text_file(tmp_path, ods(f'<table:table table:name="一">{rows}</table:table>'), "leads.ods")
    assert refused(path).code in {"LR006", "LR061"}
    assert capfd.readouterr() == ("", "")


def damaged(book: bytes, number: int) -> bytes:
    """The workbook with a wrong checksum for a sheet."""
    at = book.rindex(f"xl/worksheets/sheet{number}.xml".encode()) - 46
    return book[: at + 16] + b"\1\2\3\4" + book[at + 20 :]


def test_a_damaged_sheet_matters_only_if_it_is_the_one_to_read(tmp_path: Path) -> None:
    path = book_file(tmp_path, {"说明": [["随便写写"]], "线索": [HEADER, ["甲", "1", ""]]})
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet.merge_cells("A1:A2" if sheet.title == "说明" else "C2:C3")  # then the reader stops before the checksum
    book.save(path)
    whole = path.read_bytes()
    table = read_one(text_file(tmp_path, damaged(whole, 1), "leads.xlsx"))
    assert [note.facts for note in table.notes if note.code == "LR068"] == [{"sheets": "说明"}]
    assert refused(text_file(tmp_path, damaged(whole, 2), "leads.xlsx")).code == "LR009"


def test_where_there_is_no_fork_a_fresh_process_reads(tmp_path: Path) -> None:
    data = book_file(tmp_path, {"线索": [HEADER, ["甲", "1", ""]]}).read_bytes()
    held = spawned(partial(look, data, fit("lead"), Reading()), Limits(60))
    assert isinstance(held, bytes)
    assert [sheet["name"] for sheet in told_in(held)["sheets"]] == ["线索"]
    assert columns_in(held, told_in(held)["sheets"][0]["columns"])[1].to_pylist() == ["1"]


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    whole = book_file(tmp_path, {"线索": [HEADER, ["甲", "1", ""]]}).read_bytes()
    assert refused(text_file(tmp_path, whole[: len(whole) // 2], "cut.xlsx")).code == "LR009"


def test_a_workbook_without_cells_is_refused(tmp_path: Path) -> None:
    assert refused(book_file(tmp_path, {"空": []})).code == "LR010"
