from __future__ import annotations

from leadroute.files.read.bytewise import has, is_utf8


def test_strict_utf8() -> None:
    assert is_utf8("上海".encode())
    assert is_utf8(b"")
    assert not is_utf8("上海".encode("gb18030"))
    assert not is_utf8(b"\xed\xa0\x80")


def test_patterns_of_bytes() -> None:
    assert has(b"a\xef\xbb\xbfb", rb"\xef\xbb\xbf")
    assert has(memoryview(b"a,b\n"), "b$|b\n")
    assert not has(b"", "x")
