from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from zipfile import ZipFile

import numpy as np
import openpyxl
import pandas as pd
import pytest

from leadroute.files.errors import OutputError
from leadroute.files.write.pages import pages
from leadroute.files.write.widths import text_width, widths
from leadroute.files.write.workbook import write_workbook
from leadroute.tables.sheet import BarChart, Shape, Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

Kind = Literal["object", "str", "category"]
HOSTILE = [
    "=1+1",
    "{=1+1}",
    '=HYPERLINK("http://example.com","x")',
    "http://example.com",
    "mailto:a@example.com",
    "file:///etc/passwd",
    "internal:Sheet1!A1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "#N/A",
    "TRUE",
    "007",
    "1E5",
    "2026-01-01",
    "<b>&amp;</b>",
    "]]>",
    "_x000D_",
    " both ",
]


def book(target: Path, *sheets: Sheet) -> Mapping[str, Worksheet]:
    """The sheets as openpyxl reads them back."""
    write_workbook(Workbook(sheets), target)
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(target).worksheets}


def column(cells: list[str], header: str = "值") -> pd.DataFrame:
    return pd.DataFrame({header: pd.Series(cells, dtype=object)})


def parts(target: Path) -> dict[str, str]:
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("kind", ["object", "str", "category"])
@pytest.mark.parametrize("rows", [1, 6_000])
def test_text_stays_text_whatever_it_looks_like(kind: Kind, rows: int, tmp_path: Path) -> None:
    cells = HOSTILE + ["x"] * (rows - 1)
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", column(cells).astype(kind)))["表"]
    read = [sheet.cell(row, 1) for row in range(2, len(HOSTILE) + 2)]
    assert [cell.value for cell in read] == [cell.replace("_x000D_", "_x005F_x000D_") for cell in HOSTILE]
    assert {cell.data_type for cell in read} <= {"s", "inlineStr"}
    everything = "".join(parts(tmp_path / "a.xlsx").values())
    assert not re.search(r"<f[ >]|<hyperlink|relationships/hyperlink|t=\"(e|b|str)\"", everything)


@pytest.mark.parametrize("cell", ["a\x00b", "\x1b]0;x\x07", "\ud800x", "\ufffe\uffff", "\x08\x0b\x0c\x7f\x85"])
def test_odd_characters_do_not_break_the_file(cell: str, tmp_path: Path) -> None:
    sheet = book(
        tmp_path / "a.xlsx", Sheet("k", "表", column([cell, "后"], header=f"h{cell.encode(errors='ignore').decode()}"))
    )["表"]
    assert sheet["A3"].value == "后"


def test_headers_are_text_too(tmp_path: Path) -> None:
    frame = pd.DataFrame([["1", "2", "3", "4"]], columns=["=1+1", "手机*", "*", "http://example.com"])
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", frame, choices={"手机*": ("a", "b")}))["表"]
    assert [cell.value for cell in sheet[1]] == ["=1+1", "手机*", "*", "http://example.com"]
    assert {cell.data_type for cell in sheet[1]} <= {"s", "inlineStr"}
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B2"


@pytest.mark.parametrize("kind", ["object", "str", "category"])
def test_a_text_too_long_for_a_cell_is_cut_and_counted(kind: Kind, tmp_path: Path) -> None:
    frame = column(["长" * 40_000, "😀" * 20_000, "x" * 32_767]).astype(kind)
    notes = write_workbook(Workbook((Sheet("k", "表", frame),)), tmp_path / "a.xlsx")
    assert [(note.code, note.facts["count"]) for note in notes] == [("LR602", "2")]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["表"]
    assert [len(str(sheet.cell(row, 1).value).encode("utf-16-le")) // 2 for row in (2, 3, 4)] == [
        32_767,
        32_766,
        32_767,
    ]


def test_numbers_dates_and_blanks_keep_their_kind(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "n": [1.5, np.nan],
            "w": [3, 4],
            "p": [0.25, 1.0],
            "d": np.array(["2026-11-22T18:00", "NaT"], dtype="datetime64[s]"),
            "t": ["", "1"],
        }
    )
    shapes = {"n": Shape.DECIMAL, "w": Shape.WHOLE, "p": Shape.PERCENT, "d": Shape.MOMENT}
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", frame, shapes))["表"]
    assert [cell.number_format for cell in sheet[2]] == ["0.00", "0", "0.0%", "yyyy-mm-dd hh:mm", "@"]
    assert [cell.value for cell in sheet[3]] == [None, 4, 1, None, "1"]
    assert str(sheet["D2"].value) == "2026-11-22 18:00:00"


def test_the_header_is_frozen_and_filtered_below_the_lines_above(tmp_path: Path) -> None:
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", column(["a", "b"]), above=("=标题", "第二行")))["表"]
    assert [sheet.cell(row, 1).value for row in range(1, 7)] == ["=标题", "第二行", None, "值", "a", "b"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:A6")
    plain = book(tmp_path / "b.xlsx", Sheet("k", "表", column(["a"])))["表"]
    assert (plain.freeze_panes, plain.auto_filter.ref) == ("A2", "A1:A2")


def test_a_short_list_of_choices_is_a_dropdown_in_place(tmp_path: Path) -> None:
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", column(["", ""]), choices={"值": ("待跟进", "<无效>&")}))["表"]
    found = sheet.data_validations.dataValidation
    assert [(str(each.sqref), each.type, each.formula1) for each in found] == [("A2:A3", "list", '"待跟进,<无效>&"')]


@pytest.mark.parametrize("choices", [("甲,乙", "丙"), tuple(f"选项{number}" for number in range(100)), ('"x"', "y")])
def test_choices_too_long_or_odd_are_a_dropdown_from_a_hidden_sheet(choices: tuple[str, ...], tmp_path: Path) -> None:
    sheets = book(tmp_path / "a.xlsx", Sheet("k", "Lists 1", column([""]), choices={"值": choices}))
    lists = sheets["Lists 1 (2)"]
    assert lists.sheet_state == "hidden"
    assert [lists.cell(row, 1).value for row in range(2, len(choices) + 2)] == list(choices)
    (found,) = sheets["Lists 1"].data_validations.dataValidation
    assert found.formula1 == f"'Lists 1 (2)'!$A$2:$A${len(choices) + 1}"


def test_a_chart_shows_the_numbers_beside_the_names(tmp_path: Path) -> None:
    frame = pd.DataFrame({"姓名": ["王", "李", "合计"], "分到": [3, 4, 7], "应得": [3.5, 3.5, 7.0]})
    chart = BarChart("图", "姓名", ("分到", "应得"), 0, 1)
    other = Sheet("o", "其他", column(["a"]))
    write_workbook(Workbook((other, Sheet("k", "汇 总'1", frame, above=("题",), chart=chart))), tmp_path / "a.xlsx")
    found = parts(tmp_path / "a.xlsx")
    assert "'汇 总''1'!$B$4:$B$5" in found["xl/charts/chart1.xml"].replace("&apos;", "'")
    assert "<c:v>王</c:v>" in found["xl/charts/chart1.xml"]
    assert '<c:min val="0"/>' in found["xl/charts/chart1.xml"].partition("<c:valAx>")[2]
    assert '<drawing r:id="rId1"/>' in found["xl/worksheets/sheet2.xml"]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["汇 总'1"]
    assert len(sheet._charts) == 1  # noqa: SLF001 (openpyxl has no public name for them)


def test_two_writes_are_the_same_bytes_and_tell_no_time(tmp_path: Path) -> None:
    frame = pd.DataFrame({"姓名": ["王"], "分到": [3], "应得": [3.5]})
    made = Workbook((Sheet("k", "汇总", frame, chart=BarChart("图", "姓名", ("分到",), 0, 0)),))
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(made, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert "dcterms:created" not in parts(tmp_path / "a.xlsx")["docProps/core.xml"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_an_empty_sheet_has_a_header_and_no_dropdown(tmp_path: Path) -> None:
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", column([]), choices={"值": ("a",)}))["表"]
    assert sheet["A1"].value == "值"
    assert not sheet.data_validations.dataValidation


def test_a_sheet_with_too_many_rows_goes_on_in_the_next() -> None:
    long = Sheet("k", "表", column(list("abcde")), above=("题",))
    made = pages(Workbook((long, Sheet("o", "表 (2)", column([])))), rows=5)
    assert [(page.title, len(page)) for page in made] == [("表", 2), ("表 (3)", 2), ("表 (4)", 1), ("表 (2)", 0)]


def test_sheets_may_share_a_table(tmp_path: Path) -> None:
    table = column(["a", "b" * 40_000, "c", "d"])
    halves = [Sheet(str(at), f"表{at}", table, rows=rows) for at, rows in enumerate((range(1, 3), range(3, 4)))]
    assert [(len(half), len(half.frame)) for half in halves] == [(2, 2), (1, 1)]
    assert [(page.rows, page.cut) for page in pages(Workbook(tuple(halves)))] == [(range(1, 3), 1), (range(3, 4), 0)]
    made = book(tmp_path / "a.xlsx", *halves)
    assert [cell.value for (cell,) in made["表0"].iter_rows(min_row=2)] == ["b" * 32_767, "c"]
    assert [cell.value for (cell,) in made["表1"].iter_rows(min_row=2)] == ["d"]


def test_a_sheet_with_too_many_columns_is_refused(tmp_path: Path) -> None:
    wide = pd.DataFrame([[""] * 16_385], columns=[str(number) for number in range(16_385)])
    with pytest.raises(OutputError) as caught:
        write_workbook(Workbook((Sheet("k", "表", wide),)), tmp_path / "a.xlsx")
    assert caught.value.diagnostic.code == "LR616"


def test_numbers_kept_as_text_are_not_warned_about(tmp_path: Path) -> None:
    write_workbook(Workbook((Sheet("k", "表", column(["13800001234"])),)), tmp_path / "a.xlsx")
    xml = parts(tmp_path / "a.xlsx")["xl/worksheets/sheet1.xml"]
    assert '<ignoredError sqref="A2:A2" numberStoredAsText="1"/>' in xml
    order = ["<sheetPr>", "<dimension", "<sheetData>", "<autoFilter", "<pageMargins", "<pageSetup", "<ignoredErrors>"]
    assert sorted(order, key=xml.index) == order


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("王小明", 6), ("Ａ1", 3), ("a\nbcdef", 1), ("", 0)])
def test_chinese_counts_double(text: str, width: int) -> None:
    assert text_width(text) == width


def test_widths_fit_what_is_there_within_limits() -> None:
    frame = pd.DataFrame({"a": ["王" * 10], "b": ["x" * 500], "一二三四五六七": [""]})
    assert widths(frame) == {0: 21.5, 1: 48.0, 2: 17.0}


def test_a_long_sheet_keeps_every_row_and_its_dropdown(tmp_path: Path) -> None:
    cells = [f"{number} 很长的一段说明文字，用来把文件撑大" for number in range(20_000)]
    sheet = book(tmp_path / "a.xlsx", Sheet("k", "表", column(cells), choices={"值": ("a", "b")}))["表"]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == cells
    assert str(sheet.data_validations.dataValidation[0].sqref) == "A2:A20001"
