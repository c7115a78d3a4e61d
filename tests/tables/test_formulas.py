from __future__ import annotations

import pyarrow as pa
import pytest

from leadroute.tables.arrow import strings
from leadroute.tables.formulas import MARK, risky, unmarked

RISKY = ["=1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1", "+1+1", "-1+1", "+", "'=1", "''@x", "'-A1\n+2"]
HARMLESS = ["+8613800001234", "-5", "-", "a=1", "", "'", "'-5", "'quoted'", "O'Neil", "王"]


@pytest.mark.parametrize("cell", RISKY)
def test_what_a_spreadsheet_would_run_is_risky(cell: str) -> None:
    assert risky(strings([cell])).tolist() == [True]


@pytest.mark.parametrize("cell", HARMLESS)
def test_plain_numbers_and_words_are_harmless(cell: str) -> None:
    assert risky(strings([cell])).tolist() == [False]


def test_cells_in_pieces_and_of_every_sort_of_text_are_judged() -> None:
    pieces = pa.chunked_array([pa.array(["", "=1", "a"]), pa.array([], pa.string()), pa.array([None, "+x", ""])])
    assert risky(pieces.slice(1)).tolist() == [True, False, False, True, False]
    assert risky(pieces.cast(pa.large_string()).chunk(0).slice(1)).tolist() == [True, False]
    assert risky(pa.array(["", ""])).tolist() == [False, False]


def test_what_was_marked_is_given_back_and_nothing_else_is_touched() -> None:
    cells = [*RISKY, *HARMLESS]
    marks = risky(strings(cells)).tolist()
    written = [f"{MARK}{cell}" if mark else cell for cell, mark in zip(cells, marks, strict=True)]
    assert unmarked(strings(written)).to_pylist() == cells
