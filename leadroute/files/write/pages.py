"""Sheets as pages: what fits on one sheet of Excel, under a title Excel accepts, no text longer than a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.tables.titles import safe_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.tables.leads import Rows
    from leadroute.tables.sheet import Sheet, Workbook

ROWS = 1_048_576
COLUMNS = 16_384
LETTERS = 32_767
"""Limits of Excel: rows and columns of a sheet, UTF-16 units of a cell."""

_HALF = LETTERS // 2


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One sheet as it will stand in the file: some ``rows`` of a table whose texts all fit into cells.

    The header is row ``top`` (from 0) of the sheet. ``cut`` counts shortened cells.
    """

    sheet: Sheet
    title: str
    table: pd.DataFrame
    rows: range
    top: int = 0
    cut: int = 0

    def __len__(self) -> int:
        """The number of rows of data."""
        return len(self.rows)

    @property
    def frame(self) -> pd.DataFrame:
        """The rows of data."""
        return self.table.iloc[self.rows.start : self.rows.stop]

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the table."""
        return tuple(str(header) for header in self.table.columns)

    @property
    def first(self) -> int:
        """The number of the first row of data, as Excel counts."""
        return self.top + 2

    @property
    def last(self) -> int:
        """The number of the last row of data (of the header when there is none)."""
        return self.top + 1 + len(self)


def pages(workbook: Workbook, rows: int = ROWS) -> tuple[Page, ...]:
    """Every sheet of a workbook as one page, or several when it has more than ``rows`` rows."""
    titles = safe_titles([sheet.title for sheet in workbook.sheets])
    taken = set(titles)
    made: list[Page] = []
    tables = {id(sheet.table): sheet.table for sheet in workbook.sheets}
    fitted = {key: _fitted(table) for key, table in tables.items()}
    for sheet, title in zip(workbook.sheets, titles, strict=True):
        table, cut = fitted[id(sheet.table)]
        for number, (part, top, shown) in enumerate(_parts(sheet, rows)):
            name = title if not number else safe_titles([title], taken)[0]
            taken.add(name)
            inside = (cut >= shown.start) & (cut < shown.stop)
            made.append(Page(part, name, table, shown, top, int(inside.sum())))
    return tuple(made)


def _parts(sheet: Sheet, rows: int) -> Iterator[tuple[Sheet, int, range]]:
    """The sheet, its header and the rows that fit, for each page; only the first has a chart."""
    top = len(sheet.above) + bool(sheet.above)
    fits = rows - top - 1
    shown = range(len(sheet.table)) if sheet.rows is None else sheet.rows
    for start in range(0, max(len(shown), 1), fits):
        yield sheet if start == 0 else replace(sheet, chart=None), top, shown[start : start + fits]


def _fitted(table: pd.DataFrame) -> tuple[pd.DataFrame, Rows]:
    """The table (itself, unless a text is too long for a cell), and the row of each text that was cut."""
    shortened = {at: _shortened(column) for at, (_, column) in enumerate(table.items()) if _longest(column) > _HALF}
    changed = {at: cells for at, (cells, cut) in shortened.items() if len(cut)}
    headers = [str(label) for label in table.columns]
    if changed or max(map(len, headers), default=0) > _HALF:
        columns = [changed.get(at, column) for at, (_, column) in enumerate(table.items())]
        table = pd.DataFrame(dict(enumerate(columns)), index=table.index)
        table.columns = pd.Index([header[:_HALF] for header in headers], dtype=object)
    return table, np.concatenate([np.zeros(0, dtype=np.intp), *(cut for _, cut in shortened.values())])


def _longest(column: pd.Series) -> int:
    """How many characters the longest text of a column has, at least."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        return _longest(kind.categories.to_series())
    if isinstance(kind, pd.StringDtype):
        return int(pc.max(pc.utf8_length(pa.array(column.array))).as_py() or 0)
    return max((len(str(cell)) for cell in column), default=0) if kind.kind == "O" else 0


def _shortened(column: pd.Series) -> tuple[pd.Series, Rows]:
    """The column with what does not fit into a cell cut off, and the rows of those cells."""
    texts = column.to_numpy(dtype=object, copy=True)
    cut = []
    for at, text in enumerate(texts):
        units = str(text).encode("utf-16-le", "replace") if len(str(text)) > _HALF else b""
        if len(units) > 2 * LETTERS:
            texts[at] = units[: 2 * LETTERS].decode("utf-16-le", "ignore")
            cut.append(at)
    return pd.Series(texts, index=column.index, dtype=object), np.array(cut, dtype=np.intp)
