from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Literal
from zipfile import ZipFile

import numpy as np
import pandas as pd
import pytest
import xlsxturbo

from leadroute.files.write.cells import BATCH
from leadroute.files.write.xlsx_rows import Sample, Table

Kind = Literal["object", "str", "category"]
TEXTS = [
    *("plain", "", " before", "after ", "\n", "a\nb", "\tx", "a\rb", "　wide　", "\u00a0"),
    *("<b>&amp;</b>", "\"'", "]]>", "=1+1", "http://example.com", "😀", "e\u0301"),
    *("\x00", "a\x1bb", "\x7f\x85", "\ufffe\uffff", "_x0041_", "_x00e9_x", "_X0041_", "_x004_"),
]
STYLED = Sample("", (("A", ' s="1"'),))
BARE = Sample("", (("A", ""),))


def xml(frame: pd.DataFrame, sample: Sample, rows: range, first: int = 2) -> str:
    with ThreadPoolExecutor() as pool:
        table = Table(frame, pool)
    return b"".join(map(bytes, table.xml(sample, rows, first))).decode()


def as_the_writer_does(frame: pd.DataFrame, form: str) -> list[str]:
    """The rows the sheet writer makes of a frame."""
    made = io.BytesIO()
    xlsxturbo.dfs_to_xlsx(
        [(frame, "Page", {"column_formats": {"*": {"num_format": form}}})], made, constant_memory=True
    )
    with ZipFile(made) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<row .*?</row>", sheet, re.DOTALL)[1:]


@pytest.mark.parametrize("kind", ["object", "str", "category"])
@pytest.mark.parametrize("texts", [TEXTS, ["a", "b"], ["a", ""]])
def test_texts_are_written_as_the_sheet_writer_writes_them(kind: Kind, texts: list[str]) -> None:
    frame = pd.DataFrame({"x": pd.Series(texts, dtype=object)}).astype(kind)
    wanted = as_the_writer_does(frame, "@")
    assert xml(frame, Sample.of(wanted[0]), range(len(texts))) == "".join(wanted)


@pytest.mark.parametrize(
    "cells",
    [
        pd.Series([1.0, 1.5, -3.25, 0.000002, 84797.999998, 0.1 + 0.2, np.nan, np.inf, 100000.0]),
        pd.Series([1, -5, 10**9], dtype=np.int64),
        pd.Series([7], dtype=np.int32),
        pd.Series(np.array(["2026-11-22T09:00", "NaT", "2026-11-22T18:30"], dtype="datetime64[s]")),
    ],
)
def test_numbers_are_written_as_the_sheet_writer_writes_them(cells: pd.Series) -> None:
    frame = pd.DataFrame({"x": cells})
    wanted = as_the_writer_does(frame, "0.00")
    found = xml(frame, Sample.of(wanted[0]), range(len(cells)))
    number = re.compile("(?<=<v>)[^<]*")
    assert list(map(float, number.findall(found))) == list(map(float, number.findall("".join(wanted))))
    assert number.sub("", found) == number.sub("", "".join(wanted))


def test_a_sample_tells_the_letter_and_the_style_of_each_cell() -> None:
    row = '<row r="8" ht="30"><c r="Z8" s="2"><v>1</v></c><c r="AA8"><v>1</v></c></row>'
    assert Sample.of(row) == Sample(' ht="30"', (("Z", ' s="2"'), ("AA", "")))
    with pytest.raises(ValueError, match="<sheetData/>"):
        Sample.of("<sheetData/>")


def test_a_blank_cell_is_left_out_where_it_has_no_style() -> None:
    frame = pd.DataFrame({"x": ["", "a"]})
    assert xml(frame, BARE, range(1)) == '<row r="2"></row>'
    assert xml(frame, STYLED, range(1)) == '<row r="2"><c r="A2" s="1"/></row>'


def test_half_a_character_becomes_a_question_mark() -> None:
    frame = pd.DataFrame({"x": pd.Series(["\ud800x"], dtype=object)})
    assert "<t>?x</t>" in xml(frame, BARE, range(1))


@pytest.mark.parametrize("rows", [range(3), range(BATCH - 2, BATCH + 1), range(5, 2 * BATCH + 3), range(0)])
def test_any_stretch_of_a_table_can_be_a_sheet(rows: range) -> None:
    count = 2 * BATCH + 10
    frame = pd.DataFrame({"x": [str(row) for row in range(count)], "y": pd.Categorical(["a", "b"] * (count // 2))})
    found = xml(frame, Sample("", (("A", ""), ("B", ""))), rows, first=7)
    assert re.findall(r"<t>(\d+)</t>", found) == [str(row) for row in rows]
    assert re.findall(r"<t>([ab])</t>", found) == ["ab"[row % 2] for row in rows]
    assert re.findall(r'<row r="(\d+)">', found) == [str(7 + at) for at in range(len(rows))]
    assert re.findall(r'<c r="B(\d+)"', found) == [str(7 + at) for at in range(len(rows))]
