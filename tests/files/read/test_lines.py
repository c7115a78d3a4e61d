from __future__ import annotations

import pytest

from leadroute.files.read.lines import Dialect, crossing, is_row, leniently

COMMA = Dialect(",")


@pytest.mark.parametrize(
    ("line", "cells", "is_open"),
    [
        ("a,b", ["a", "b"], False),
        ("a,", ["a", ""], False),
        ('"a""b",c', ['a"b', "c"], False),
        ('""a",b', ['"a', "b"], False),
        ('a,"b', ["a", '"b'], True),
        ('a,"', ["a", '"'], True),
    ],
)
def test_one_line_by_itself(line: str, cells: list[str], is_open: bool) -> None:  # noqa: FBT001 - a table of cases
    assert leniently(line, COMMA) == (cells, is_open)


def test_a_row_has_its_width_and_quotes_that_pair() -> None:
    assert is_row('a,"b, c"\n', COMMA, 2)
    assert not is_row('a,"b, c\n', COMMA, 2)
    assert not is_row('a,"b"c\n', COMMA, 2)
    assert not is_row("a,b,c\n", COMMA, 2)


@pytest.mark.parametrize("delimiter", [",", "|", "\t"])
def test_quotes_that_pair_across_a_delimiter(delimiter: str) -> None:
    pattern = crossing(Dialect(delimiter))
    assert pattern.search(f'x"y{delimiter} z"{delimiter}w')
    assert not pattern.search(f'"x"{delimiter}"y{delimiter} z"{delimiter}w')
