from __future__ import annotations

import codecs

import pytest

from leadroute.files.read.marks import mark, without_marks

UTF8 = codecs.BOM_UTF8


@pytest.mark.parametrize(
    ("data", "length", "name"),
    [
        (b"a,b", 0, ""),
        (UTF8 + b"a", 3, "utf-8-sig"),
        (UTF8 * 2 + b"a", 6, "utf-8-sig"),
        (UTF8 + "a".encode("utf-16"), 3, "utf-16"),
        ("a".encode("utf-16"), 0, "utf-16"),
        ("a".encode("utf-32"), 0, "utf-32"),
        ("\ufeff公司".encode("gb18030"), 4, "gb18030"),
        ("\u00ef\u00bb\u00bfa".encode(), 6, "utf-8-sig"),
    ],
)
def test_marks_are_known(data: bytes, length: int, name: str) -> None:
    found, encoding = mark(data)
    assert (len(found), encoding) == (length, name)


def test_marks_inside_go_only_at_the_start_of_a_line() -> None:
    assert without_marks(UTF8 * 2 + b"a\n" + UTF8 + b"b," + UTF8 + b"c\n") == b"a\nb," + UTF8 + b"c\n"
