"""A decision table as its file has it: cells by row and column, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a workbook says a cell holds; in a CSV everything is text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"  # one nobody has worked out: the text is the formula
    ERROR = "error"  # such as #N/A


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell as people typed it, and its kind."""

    text: str = ""
    kind: CellKind = CellKind.TEXT

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


BLANK = Cell()
"""A cell with nothing in it."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range of cells: rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class TableName:
    """A decision table as a rulebook names it: a file beside it, and a sheet of that ("": the one that fits)."""

    path: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class RuleTable:
    """The cells of a decision table.

    ``rows`` begin with the first row of the sheet; they may differ in length. ``hidden`` are numbers of rows people
    do not see. ``file`` is the path as people see it, ``sheet`` is blank for a CSV, ``fingerprint`` is the SHA-256 of
    the file's bytes.
    """

    name: TableName
    file: str
    sheet: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merge, ...] = ()
    hidden: tuple[int, ...] = ()
    fingerprint: str = ""

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a row and a column, from 1; a blank one outside the table."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return cells[column - 1] if 0 < column <= len(cells) else BLANK
