"""A workbook as whichever library reads it: sheets by name, each a grid of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leadroute.files.read.groups import Range
    from leadroute.files.read.workbook.typed import Cell


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A worksheet: its rows from the first on, all of the same width, and its merged ranges.

    ``rows`` can be asked for again and again. ``merged`` is ``None`` where the library does not tell.
    """

    name: str
    width: int
    rows: Callable[[], Iterator[Sequence[Cell]]]
    merged: Sequence[Range] | None


class Book(Protocol):
    """A workbook: its worksheets, those that can be seen and those that are hidden."""

    @property
    def seen(self) -> Sequence[str]:
        """The names of worksheets people see."""

    @property
    def unseen(self) -> Sequence[str]:
        """The names of hidden worksheets."""

    def grid(self, name: str) -> Grid:
        """Read a worksheet."""
