"""Merged cells, hidden rows and errors of an ods, which its reader does not tell: counted through the sheet's XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING
from xml.parsers import expat

from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.odd import Lost, Oddities

if TYPE_CHECKING:
    from collections.abc import Iterable

    Attributes = dict[str, str]

_ROWS = 1 << 20
_CELLS = ("table-cell", "covered-table-cell")
_NUMBER = re.compile(r"[0-9]{1,9}")
_UNSEEN = ("collapse", "filter")
_UNNAMED = "#?"
_REPEATED = 1 << 14
"""An error repeated oftener than this stands in no table; the rest of such a block stays blank."""


@dataclass(slots=True)
class _Walk:
    """Where we are in the XML: inside which sheet, behind which row and column."""

    wanted: str
    found: Oddities = field(default_factory=Oddities)
    inside: bool = False
    row: int = 0
    next_row: int = 0
    left: int = 0
    column: int = 0
    wrong: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        name = _bare(name)
        named = {_bare(key): value for key, value in attributes.items()}
        if name == "table":
            self.inside, self.next_row = named.get("name") == self.wanted, 0
        elif self.inside and name == "table-row":
            self._begin_row(named)
        elif self.inside and name in _CELLS:
            self._cell(named)
            failed = any(value == "error" for key, value in attributes.items() if _bare(key) == "value-type")
            self.wrong = [] if failed else None

    def _begin_row(self, named: Attributes) -> None:
        self.row, self.column = self.next_row, 0
        self.next_row = min(self.row + _number(named, "number-rows-repeated"), _ROWS)
        if named.get("visibility") in _UNSEEN:
            self.found.hidden += range(self.row + 1, self.next_row + 1)

    def _cell(self, named: Attributes) -> None:
        tall, wide = _number(named, "number-rows-spanned"), _number(named, "number-columns-spanned")
        if tall > 1 or wide > 1:
            self.found.merged.append(Range(self.row, self.column, self.row + tall - 1, self.column + wide - 1))
        self.left, self.column = self.column, self.column + _number(named, "number-columns-repeated")

    def text(self, text: str) -> None:
        """Characters inside an element; those of a cell with an error name it."""
        if self.wrong is not None:
            self.wrong.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self.wrong is None or _bare(name) not in _CELLS:
            return
        told = "".join(self.wrong).strip() or _UNNAMED
        places = product(range(self.row, self.next_row), range(self.left, self.column))
        self.found.errors += [Lost(row + 1, column, told) for row, column in islice(places, _REPEATED)]
        self.wrong = None


def ods_oddities(pieces: Iterable[bytes], sheet: str) -> Oddities:
    """Go through the contents of an ods for one sheet."""
    walk = _Walk(sheet)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.text
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError:  # the reader was content with it; what was found until here stands
        pass
    return walk.found


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _number(named: Attributes, key: str) -> int:
    written = named.get(key, "")
    return min(int(written), _ROWS) if _NUMBER.fullmatch(written) else 1
