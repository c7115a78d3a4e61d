"""What Arrow reads without an error and a person would not: rows swallowed by a quote, cells longer than Excel's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.files.read.bytewise import has
from leadroute.files.read.lines import crossing, is_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pyarrow as pa

    from leadroute.files.read.lines import Dialect

LONGEST = 32_767
"""The most characters a cell of a sheet can hold."""

_PIECE = 1 << 18
_INNER = 2  # line breaks around a line inside a cell


def occurrences(data: memoryview, letter: str) -> int:
    """How often a letter of ASCII occurs: in pieces that fit the processor's cache, far faster than ``count``."""
    codes = np.frombuffer(data, dtype=np.uint8)
    pieces = (codes[at : at + _PIECE] for at in range(0, len(codes), _PIECE))
    return sum(int(np.count_nonzero(piece == ord(letter))) for piece in pieces)


def is_crossed(data: memoryview, dialect: Dialect) -> bool:
    """Do quotes inside cells pair across a delimiter? Then the row lost a delimiter before the first of them."""
    return has_lone(data, dialect) and has(data, crossing(dialect).pattern)


def has_lone(data: memoryview, dialect: Dialect) -> bool:
    """Has some quote neither a delimiter, a line's end nor a quote beside it?"""
    codes = np.frombuffer(data, dtype=np.uint8)
    return any(_lone(codes[at : at + _PIECE + 2], dialect) for at in range(0, len(codes), _PIECE))


def _lone(codes: npt.NDArray[np.uint8], dialect: Dialect) -> bool:
    quotes = codes == ord(dialect.quote)
    edges = quotes | (codes == ord("\n"))
    edges |= codes == ord(dialect.delimiter)
    edges |= codes == ord("\r")
    return bool(np.any(quotes[1:-1] > (edges[:-2] | edges[2:])))


def is_malformed(data: memoryview, dialect: Dialect) -> bool:
    """Does anything but a delimiter or the line's end follow a closing quote somewhere?"""
    mark, quote = (f"\\x{{{ord(letter):x}}}" for letter in (dialect.delimiter, dialect.quote))
    inside = rf"{quote}(?:[^{quote}]|{quote}{quote})*{quote}"
    return has(data, rf"(?:^|[{mark}\n\r]){inside}[^{quote}{mark}\r\n]")


def is_swallowing(columns: Sequence[pa.ChunkedArray], dialect: Dialect) -> bool:
    """Does a cell of several lines hold a line that is a whole row by itself?"""
    width = len(columns)
    for column in columns:
        breaks = pc.count_substring_regex(column, r"\r\n|\r|\n")
        marks = pc.count_substring(column, dialect.delimiter)
        held = column.filter(pc.and_(pc.greater_equal(breaks, _INNER), pc.greater_equal(marks, width - 1)))
        lines = (line for cell in held.to_pylist() for line in cell.splitlines()[1:-1])
        if width > 1 and any(is_row(line, dialect, width) for line in lines):
            return True
    return False


def overlong(columns: Sequence[pa.ChunkedArray]) -> npt.NDArray[np.bool_]:
    """Which rows have a cell that no sheet could hold."""
    found = np.zeros(len(columns[0]) if columns else 0, dtype=np.bool_)
    for column in columns:
        if (pc.max(pc.binary_length(column)).as_py() or 0) > LONGEST:
            found |= np.asarray(pc.greater(pc.utf8_length(column), LONGEST))
    return found
