from __future__ import annotations

from leadroute.files.read.lines import Dialect
from leadroute.files.read.patient import KEPT, read_patiently


def read(text: str) -> tuple[list[list[str]], list[tuple[int, str, int]]]:
    """The rows, and place, kind and width of the odd ones."""
    columns, odd = read_patiently(text.encode(), Dialect(","), 2)
    rows = [list(row) for row in zip(*(column.to_pylist() for column in columns), strict=True)]
    return rows, [(one.at, one.what, one.found) for one in odd]


def test_every_record_has_its_place_whether_it_fits_or_not() -> None:
    rows, odd = read('a,1\nb,2,x\nc\n\nd,"4\ne,5\0\nf,6,\ng,7\n')
    assert rows == [["a", "1"], ["", ""], ["c", ""], ["", ""], ["", ""], ["", ""], ["f", "6"], ["g", "7"]]
    assert odd == [(1, "long", 3), (2, "short", 1), (4, "open", 2), (5, "zeros", 2), (6, "blanks", 3)]


def test_only_rows_whose_cells_are_where_they_belong_are_kept() -> None:
    assert not KEPT & {"long", "open", "zeros", "shifted", "cut", "overlong"}


def test_more_rows_than_fit_into_a_batch() -> None:
    rows, odd = read("a,1\n" * 50_001)
    assert (len(rows), odd) == (50_001, [])


def test_the_text_of_an_odd_row_is_kept_without_its_zeros() -> None:
    _, odd = read_patiently(b"x\0y,z,\n", Dialect(","), 2)
    assert odd[0].text == "x\ufffdy,z,"
