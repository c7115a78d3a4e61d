"""Cells so far from the table that the reader, which keeps room for everything between, would need gigabytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOMY = 1 << 25  # cells that are always allowed: a gigabyte
_ROWS = 1 << 20
_OVERLAP = 300
_ROW = re.compile(rb"""<[\w:]*row\b(?:[^>]*?\sr=["'](\d+))?""")
_WIDE = re.compile(rb""" r=["']([A-Za-z]{2,})[\d"']""")
_FILLED = re.compile(rb"""<[\w:]*c\b[^>]*? r=["']([A-Za-z]+)(\d+)["'](?:[^>]*[^>/])?>""")


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a sheet reaches at most: the last row named, the rows counted, and the last column."""

    row: int = 0
    rows: int = 0
    column: int = 26

    def taller(self, piece: bytes) -> Extent:
        """The extent with the last row of a further piece; rows without a number are counted."""
        at = piece.rfind(b"row ")
        found = _ROW.search(piece, max(0, piece.rfind(b"<", 0, at))) if at > 0 else None
        if found and found[1]:
            return replace(self, row=max(self.row, int(found[1])))
        return replace(self, rows=self.rows + piece.count(b"row>"))

    def wider(self, piece: bytes) -> Extent:
        """The extent with the columns right of Z of a further piece."""
        names = set(_WIDE.findall(piece))
        return replace(self, column=max(self.column, *map(column_number, names), 0))

    def too_large(self, size: int) -> bool:
        """Might it be too large? ``size`` is that of the part: a cell takes some bytes, so a full sheet never is."""
        tall = max(self.row, self.rows)
        return tall > _ROWS or tall * self.column > max(_ROOMY, size)


def is_far(pieces: Iterable[bytes], size: int) -> bool:
    """Is it too large for certain? Only cells with something in them count, not those with a format."""
    row = column = rows = 0
    tail = b""
    for piece in pieces:
        text = tail + piece
        for name, number in _FILLED.findall(text):
            row, column = max(row, int(number)), max(column, column_number(name))
        rows += piece.count(b"row>")
        tail = text[-_OVERLAP:]
    return max(row, rows) > _ROWS or row * column > max(_ROOMY, size)


def column_number(name: bytes) -> int:
    """The number of a column, counted from 1: ``A`` → 1, ``AA`` → 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
