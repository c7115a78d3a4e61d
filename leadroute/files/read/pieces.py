"""A long text in pieces that end with a record, so that one bad row costs the time of one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.files.read.checks import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 22
_LINES = 200  # a cell of several lines is closed by then; if not, a quote has no other end


def pieces(data: bytes, begin: int, quote: str) -> Iterator[bytes]:
    """Cut a text from ``begin`` on where a line ends and the quotes before it pair."""
    while begin < len(data):
        end = _end(data, begin, quote)
        yield data[begin:end]
        begin = end


def _end(data: bytes, begin: int, quote: str) -> int:
    mark = b"\n" if data.find(b"\n", begin) >= 0 else b"\r"
    first = end = _next(data, mark, begin + _PIECE)
    if not quote:
        return end
    odd = occurrences(memoryview(data)[begin:end], quote) % 2
    for _ in range(_LINES):
        if not odd or end == len(data):
            return end
        further = _next(data, mark, end)
        odd = (odd + data.count(quote.encode(), end, further)) % 2
        end = further
    return first


def _next(data: bytes, mark: bytes, at: int) -> int:
    """Behind the next line's end."""
    return data.find(mark, at) + 1 or len(data)
