from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from leadroute.files.write.csvs import write_csv
from leadroute.model.manner import CsvEncoding

if TYPE_CHECKING:
    from pathlib import Path


def written(cells: list[str], target: Path, encoding: CsvEncoding = CsvEncoding.UTF8_SIG) -> tuple[list[str], int]:
    """What a reader sees of a column of cells, and the count returned."""
    count = write_csv(pd.DataFrame({"值": pd.Series(cells, dtype="str"), "x": "-"}), target, encoding)
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode(encoding), newline="")))
    assert rows[0] == ["值", "x"]
    return [row[0] for row in rows[1:]], count


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "=HYPERLINK(1)", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1", "+1+1", "-1+1", "+cmd|x", "-A1", "+"],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(cell: str, tmp_path: Path) -> None:
    assert written([cell, "王"], tmp_path / "a.csv") == (["'" + cell, "王"], 1)


@pytest.mark.parametrize(
    "cell", ["+8613800001234", "+86 138-0000-1234", "-5", "-1.50", "-", "(021) 5555", "a=1", " x", ""]
)
def test_plain_numbers_and_phones_stay(cell: str, tmp_path: Path) -> None:
    assert written([cell], tmp_path / "a.csv") == ([cell], 0)


@pytest.mark.parametrize("encoding", CsvEncoding)
def test_every_encoding_keeps_every_character(encoding: CsvEncoding, tmp_path: Path) -> None:
    cells = ["王小明", 'a,"b"\nc', "𠮷😀", "é"]
    assert written(cells, tmp_path / "a.csv", encoding) == (cells, 0)


def test_a_mark_tells_excel_that_it_is_utf_8(tmp_path: Path) -> None:
    written(["王"], tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_headers_are_data_too(tmp_path: Path) -> None:
    assert write_csv(pd.DataFrame({"=1+1": ["a"], "手机": ["1"]}), tmp_path / "a.csv") == 1
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith('"\'=1+1","手机"')


def test_every_kind_of_column_is_written(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "c": pd.Categorical.from_codes([1, 0], pd.Index(["甲", "=乙"], dtype=object)),
            "o": pd.Series(["\ud800x", "y"], dtype=object),
            "n": [1.5, np.nan],
            "w": [3, 4],
            "m": np.array(["2026-11-22T18:00", "NaT"], dtype="datetime64[s]"),
        }
    )
    assert write_csv(frame, tmp_path / "a.csv") == 1
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"))))
    assert rows[1:] == [["'=乙", "?x", "1.5", "3", "2026-11-22 18:00"], ["甲", "y", "", "4", ""]]


def test_no_rows_is_a_header_alone(tmp_path: Path) -> None:
    write_csv(pd.DataFrame({"a": pd.Series([], dtype="str")}), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == b'\xef\xbb\xbf"a"\n'


def test_long_tables_are_written_in_full(tmp_path: Path) -> None:
    cells = [f"{number}" for number in range(70_000)]
    assert written(cells, tmp_path / "a.csv") == (cells, 0)
