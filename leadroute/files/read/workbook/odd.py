"""What a reader does not tell of a sheet, as other modules of this package find it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from leadroute.files.read.groups import Range


class Lost(NamedTuple):
    """A cell whose value is not in the file: its row (from 1), its column (from 0), and what is shown instead."""

    row: int
    column: int
    text: str


@dataclass(slots=True)
class Oddities:
    """What is odd about a sheet; rows are counted from 1, but from 0 in merged ranges.

    ``tells_hidden``: hidden rows would be known.
    """

    hidden: list[int] = field(default_factory=list)
    formulas: list[Lost] = field(default_factory=list)
    errors: list[Lost] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    tells_hidden: bool = False
