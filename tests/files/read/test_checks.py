from __future__ import annotations

import pyarrow as pa
import pytest

from leadroute.files.read.checks import LONGEST, is_crossed, is_malformed, is_swallowing, occurrences, overlong
from leadroute.files.read.lines import Dialect

COMMA = Dialect(",")


def test_letters_are_counted() -> None:
    assert occurrences(memoryview(b'"a",b\n' * 300_000), '"') == 600_000


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        (b'a"b, c",d\n', True),
        (b'"a","b, c",d\n', False),
        (b'5" x,6",y\n', True),  # two inch marks look the same: the row is kept and named
        (b'19",24",y\n', False),
        (b'a,"b ""c"", d",e\n', False),
    ],
)
def test_quotes_across_cells(text: bytes, *, crossed: bool) -> None:
    assert is_crossed(memoryview(text), COMMA) is crossed


@pytest.mark.parametrize(("text", "wrong"), [(b'"a"b,c\n', True), (b'"a""b",c\n', False), (b'5" a,c\n', False)])
def test_junk_behind_a_closing_quote(text: bytes, *, wrong: bool) -> None:
    assert is_malformed(memoryview(text), COMMA) is wrong


def test_a_row_inside_a_cell() -> None:
    held = [pa.chunked_array([["x"]]), pa.chunked_array([["one\ntwo,three\nfour"]])]
    assert is_swallowing(held, COMMA)
    assert not is_swallowing([held[0], pa.chunked_array([["one\ntwo three\nfour"]])], COMMA)


def test_cells_longer_than_any_of_a_sheet() -> None:
    cells = ["上" * LONGEST, "x" * (LONGEST + 1), "x"]
    assert overlong([pa.chunked_array([cells])]).tolist() == [False, True, False]
