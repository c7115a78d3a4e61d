"""Sheets as values: what a workbook or a folder of CSV files will hold, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


class Shape(StrEnum):
    """How a column of a sheet is written and shown."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    PERCENT = "percent"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class BarChart:
    """A native bar chart: the numbers of some columns beside the names in ``labels``, rows ``first`` to ``last``.

    Rows count from 0 in the sheet's frame, both ends included. Columns are headers of the frame.
    """

    title: str
    labels: str
    series: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet: a title (any text; made safe when written), and a table whose columns are the headers.

    ``rows`` are the rows of the table it shows, one after the other (``None``: all); many sheets may share a table,
    which is then prepared for writing once. ``shapes`` gives the shape of columns that are not text, ``choices`` the
    dropdown of a column. ``above`` are lines of text put over the header. ``rep`` is the id of the rep the sheet is for
    (``--split`` writes those one file each), ``key`` a stable ASCII name (``summary``, ``open_pool``, ``rep:R001``).
    """

    key: str
    title: str
    table: pd.DataFrame
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    chart: BarChart | None = None
    rep: str = ""
    rows: range | None = None

    def __len__(self) -> int:
        """The number of rows shown."""
        return len(self.table) if self.rows is None else len(self.rows)

    @property
    def frame(self) -> pd.DataFrame:
        """The rows shown, under their headers."""
        return self.table if self.rows is None else self.table.iloc[self.rows.start : self.rows.stop]


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """The sheets of one workbook, in order."""

    sheets: tuple[Sheet, ...]
