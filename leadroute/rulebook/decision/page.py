"""A decision table while it is read: its cells with their places, merged ones filled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.rule_table import BLANK, Cell, CellKind, Merge, RuleTable
from leadroute.rulebook.nodes import Scalar, Span

if TYPE_CHECKING:
    from leadroute.rulebook.reading import Reading

LOST = {CellKind.FORMULA: "LR258", CellKind.ERROR: "LR259"}
"""Kinds of cells without a value, and the code that says so."""

_WIDE = 3
"""Merged cells at least this wide, alone in their row, are a heading between rules."""


@dataclass(frozen=True, slots=True)
class Page:
    """A table, the number its spans have, the number of its last column, and what its reader knows."""

    reading: Reading
    table: RuleTable
    number: int
    width: int

    @property
    def height(self) -> int:
        """The number of the last row."""
        return len(self.table.rows)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a row and a column, from 1."""
        return self.table.cell(row, column)

    def span(self, row: int, column: int, start: int = 0, length: int | None = None) -> Span:
        """A stretch of a cell; without a length the whole of it."""
        whole = len(self.cell(row, column).text)
        return Span(row, column, whole if length is None else length, self.number, start)

    def scalar(self, row: int, column: int) -> Scalar:
        """A cell as a text, without the blanks around it."""
        text = self.cell(row, column).text
        start = len(text) - len(text.lstrip())
        return Scalar(text.strip(), self.span(row, column, start, len(text.strip())), plain=False)

    def has_value(self, row: int, column: int) -> bool:
        """Has a cell a value? A blank one, a formula nobody has worked out and an error have none."""
        cell = self.cell(row, column)
        return not cell.blank and cell.kind not in LOST

    def filled(self, row: int) -> tuple[int, ...]:
        """The columns of a row in which something stands."""
        return tuple(at for at in range(1, self.width + 1) if not self.cell(row, at).blank)


def open_page(reading: Reading, table: RuleTable) -> Page:
    """Begin to read a table; what stands in merged cells holds for all rows they cover."""
    number = reading.found.add_table(table)
    width = max((len(cells) for cells in table.rows), default=0)
    page = Page(reading, replace(table, merged=()), number, width)
    rows = [list(cells) for cells in table.rows]
    tall = [one for one in table.merged if one.left == one.right and one.top < one.bottom]
    count = sum(_fill(rows, page, one) for one in tall)
    if count:
        first = page.span(tall[0].top, tall[0].left)
        reading.found.note("LR261", first, count=count)
    return replace(page, table=replace(table, rows=tuple(map(tuple, rows))))


def is_heading(page: Page, row: int) -> bool:
    """Is a row nothing but one wide merged cell?"""
    filled = page.filled(row)
    return len(filled) == 1 and any(one.top <= row <= one.bottom and _is_wide(one) for one in page.table.merged)


def across(page: Page, row: int) -> Merge | None:
    """Merged cells over several columns of a row: of which column would they speak?"""
    inside = (one for one in page.table.merged if one.top <= row <= one.bottom and one.left < one.right)
    return next((one for one in inside if not page.cell(one.top, one.left).blank), None)


def _is_wide(one: Merge) -> bool:
    return one.right - one.left + 1 >= _WIDE


def _fill(rows: list[list[Cell]], page: Page, one: Merge) -> int:
    """Fill one range downwards, but no row that has nothing of its own; return how many cells that were."""
    source = page.cell(one.top, one.left)
    takers = [] if source.blank else range(one.top + 1, min(one.bottom, len(rows)) + 1)
    count = 0
    for row in takers:
        if page.filled(row) and page.cell(row, one.left).blank:
            cells = rows[row - 1]
            cells.extend([BLANK] * (one.left - len(cells)))
            cells[one.left - 1] = source
            count += 1
    return count
