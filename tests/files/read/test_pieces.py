from __future__ import annotations

import pytest

from leadroute.files.read import pieces as module
from leadroute.files.read.pieces import pieces


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
@pytest.mark.parametrize("text", [b'a,"b\nc"\nd,e\n"f\n\ng",h\n', b"a\rb\rc", b""])
def test_nothing_is_lost(text: bytes, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PIECE", size)
    assert b"".join(pieces(text, 0, '"')) == text


def test_a_piece_ends_with_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PIECE", 3)
    assert list(pieces(b'h\na,"b\nc"\nd,e\n', 2, '"')) == [b'a,"b\nc"\n', b"d,e\n"]


def test_a_quote_that_is_never_closed_does_not_make_one_piece_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PIECE", 3)
    assert len(list(pieces(b'a,"b\n' + b"c,d\n" * 1000, 0, '"'))) > 500
