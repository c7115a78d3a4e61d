from __future__ import annotations

import pytest

from leadroute.files.read import normal


def test_a_tail_of_zeros_is_a_block_never_written() -> None:
    assert normal.without_tail(b"a,b\n" + bytes(512)) == (b"a,b\n", 512)
    assert normal.without_tail(b"a,b\0\n") == (b"a,b\0\n", 0)


@pytest.mark.parametrize("line", [b"sep=;\n", b'"sep=;"\r\n', b"SEP=;\r"])
def test_the_line_that_names_the_delimiter_goes(line: bytes) -> None:
    assert normal.named_delimiter(line + b"a;b\n") == (b"a;b\n", ";")


def test_a_header_called_sep_is_none() -> None:
    assert normal.named_delimiter(b"sep,x\n") == (b"sep,x\n", "")


def test_backslashes_that_are_themselves_escaped_stay() -> None:
    assert normal.without_backslashes(rb'"a \"b\" c","d\\"') == rb'"a ""b"" c","d\\"'


def test_blanks_go_only_between_delimiter_and_quote() -> None:
    assert normal.without_blanks(b'a,  "b", c\n "d", "e f"\n', ",") == b'a,"b", c\n"d","e f"\n'
