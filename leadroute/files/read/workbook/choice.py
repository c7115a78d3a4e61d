"""Which sheets of a workbook are read: the one whose header fits best, or every one with a fitting header."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from leadroute.files.read.header import HEAD_ROWS, find_header
from leadroute.files.read.workbook.typed import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.files.read.header import Fit, Header
    from leadroute.files.read.options import Reading
    from leadroute.files.read.workbook.book import Book, Grid


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sheet with something in it: how many blank rows it begins with, the rows after them as text, its header."""

    grid: Grid
    blank: int
    head: list[list[str]]
    header: Header

    @property
    def rank(self) -> tuple[float, bool]:
        """How well it fits; among equals one with rows below its header."""
        below = next(islice(self.grid.rows(), self.header.at + 1, None), None)
        return self.header.score, below is not None


def choose(book: Book, fit: Fit, how: Reading) -> tuple[list[Candidate], list[str]]:
    """The sheets to read, and the names of other sheets with something in them.

    Hidden sheets count only if none is visible. Only what may be read is kept in memory.
    """
    kept: list[Candidate] = []
    names: list[str] = []
    for name in [how.sheet] if how.sheet else book.seen or book.unseen:
        if found := _candidate(book.grid(name), fit):
            names.append(name)
            kept = _better([*kept, found], every_sheet=how.every_sheet)
    return kept, [name for name in names if name not in {one.grid.name for one in kept}]


def _better(found: Sequence[Candidate], *, every_sheet: bool) -> list[Candidate]:
    fitting = [one for one in found if one.header.score > 0] if every_sheet else []
    return fitting or [max(found, key=lambda one: one.rank)]


def _candidate(grid: Grid, fit: Fit) -> Candidate | None:
    rows = ([as_text(cell) for cell in row] for row in grid.rows())
    filled = ((at, row) for at, row in enumerate(rows) if any(cell.strip() for cell in row))
    if (found := next(filled, None)) is None:
        return None
    blank, row = found
    head = [row, *islice(rows, HEAD_ROWS - 1)]
    header = find_header(head, fit, grid.merged or (), blank)
    return Candidate(grid, blank, head, header) if header else None
