"""A table that is shown on the screen and in a workbook alike."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from leadroute.render.safe import as_text
from leadroute.render.screen.view import FAINT, percent
from leadroute.render.words import say
from leadroute.tables.sheet import BarChart, Shape, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from leadroute.model.rulebook import Language
    from leadroute.render.screen.view import View

Cell = str | int | float | None
MOST = 15
"""So many lines of a table are shown without ``--all``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A header and how its cells are shown; ``signed`` numbers carry their sign, ``digits`` go for decimals."""

    header: str
    shape: Shape = Shape.TEXT
    digits: int = 1
    signed: bool = False

    def shown(self, value: Cell, language: Language) -> str:
        """A cell as people read it."""
        if value is None:
            return "-"
        if isinstance(value, str):
            return value
        if not isfinite(value):
            return say("screen.infinite", language)
        if self.shape is Shape.PERCENT:
            return percent(value)
        digits = 0 if self.shape is Shape.WHOLE else self.digits
        rounded = round(value, digits) + 0.0
        return f"{rounded:+.{digits}f}" if self.signed and rounded else f"{rounded:.{digits}f}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A title, columns, and lines of cells; the first ``text`` columns are words, the last ``tail``, too.

    ``drawn`` are the columns of a bar chart in the workbook. ``below`` is a sentence under the table.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Cell, ...], ...]
    text: int = 1
    tail: int = 0
    drawn: tuple[str, ...] = ()
    below: str = ""

    def shown(self, line: Sequence[Cell], language: Language) -> list[str]:
        """The cells of a line as people read them."""
        return [column.shown(cell, language) for column, cell in zip(self.columns, line, strict=True)]


def screen_table(grid: Grid, view: View) -> Table:
    """The table for the screen, long ones cut unless everything is wanted."""
    table = view.table(grid.title, *(column.header for column in grid.columns), text=grid.text, tail=grid.tail)
    shown = grid.lines if view.everything else grid.lines[:MOST]
    for line in shown:
        table.add_row(*map(as_text, grid.shown(line, view.language)))
    if len(shown) < len(grid.lines):
        table.add_row(as_text(say("compare.more", view.language, count=len(grid.lines) - len(shown)), FAINT))
    return table


def sheet(grid: Grid, language: Language) -> Sheet:
    """The table for the workbook: numbers as numbers, as far as they are all finite."""
    columns: dict[str, list[Cell]] = {}
    shapes: dict[str, Shape] = {}
    for at, column in enumerate(grid.columns):
        cells = [line[at] for line in grid.lines]
        if column.shape is not Shape.TEXT and all(isinstance(cell, int | float) and isfinite(cell) for cell in cells):
            columns[column.header], shapes[column.header] = cells, column.shape
        else:
            columns[column.header] = [column.shown(cell, language) for cell in cells]
    drawn = tuple(header for header in grid.drawn if header in shapes)
    chart = (
        BarChart(grid.title, grid.columns[0].header, drawn, 0, len(grid.lines) - 1) if drawn and grid.lines else None
    )
    above = (grid.below,) if grid.below else ()
    return Sheet(grid.key, grid.title, pd.DataFrame(columns), shapes, above=above, chart=chart)
