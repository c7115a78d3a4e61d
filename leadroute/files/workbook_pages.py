"""Sheets as pages: what fits on one sheet of Excel, under a title Excel accepts, in columns the writer can take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.tables.sheet import Shape
from leadroute.tables.titles import safe_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.tables.sheet import Sheet, Workbook

ROWS = 1_048_576
COLUMNS = 16_384
LETTERS = 32_767
"""Limits of Excel: rows and columns of a sheet, UTF-16 units of a cell."""

_HALF = LETTERS // 2


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One sheet as it will stand in the file; the header is row ``top`` (from 0). ``cut`` counts shortened cells."""

    sheet: Sheet
    title: str
    frame: pd.DataFrame
    top: int
    cut: int

    @property
    def first(self) -> int:
        """The number of the first row of data, as Excel counts."""
        return self.top + 2

    @property
    def last(self) -> int:
        """The number of the last row of data (of the header when there is none)."""
        return self.top + 1 + len(self.frame)


def pages(workbook: Workbook, rows: int = ROWS) -> tuple[Page, ...]:
    """Every sheet of a workbook as one page, or several when it has more than ``rows`` rows."""
    titles = safe_titles([sheet.title for sheet in workbook.sheets])
    taken = set(titles)
    made: list[Page] = []
    for sheet, title in zip(workbook.sheets, titles, strict=True):
        for number, (part, frame) in enumerate(_parts(sheet, rows)):
            name = title if not number else safe_titles([f"{title} ({number + 1})"], taken)[0]
            taken.add(name)
            made.append(_page(part, name, frame))
    return tuple(made)


def _parts(sheet: Sheet, rows: int) -> Iterator[tuple[Sheet, pd.DataFrame]]:
    """The sheet with the rows that fit on each page; only the first has a chart."""
    top = len(sheet.above) + bool(sheet.above)
    fits = rows - top - 1
    for start in range(0, max(len(sheet.frame), 1), fits):
        part = sheet if start == 0 else replace(sheet, chart=None)
        yield part, sheet.frame.iloc[start : start + fits]


def _page(sheet: Sheet, title: str, frame: pd.DataFrame) -> Page:
    columns: dict[str, object] = {}
    cut = 0
    for header, (_, column) in zip(_headers(frame), frame.items(), strict=True):
        cells, shortened = _cells(column, sheet.shapes.get(header, Shape.TEXT))
        columns[header] = cells
        cut += shortened
    top = len(sheet.above) + bool(sheet.above)
    return Page(sheet, title, pd.DataFrame(columns, index=frame.index, copy=False), top, cut)


def _headers(frame: pd.DataFrame) -> list[str]:
    """The headers, short enough for a cell."""
    return [str(label)[:_HALF] for label in frame.columns]


def _cells(column: pd.Series, shape: Shape) -> tuple[object, int]:
    """The cells of a column as the writer takes them, and how many had to be shortened."""
    if shape is not Shape.TEXT:
        return column, 0
    if isinstance(column.dtype, pd.CategoricalDtype):
        texts = column.cat.categories.to_numpy()[column.cat.codes.to_numpy()]
        return _shortened(texts)
    if isinstance(column.dtype, pd.StringDtype) and not _long(column):
        return column, 0
    return _shortened(column.to_numpy(dtype=object))


def _long(column: pd.Series) -> bool:
    """May a text of this column be longer than a cell?"""
    longest = pc.max(pc.utf8_length(pa.array(column.array)))
    return (longest.as_py() or 0) > _HALF


def _shortened(texts: np.ndarray) -> tuple[np.ndarray, int]:
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    suspects = np.flatnonzero(lengths > _HALF)
    cut = 0
    for at in suspects:
        units = texts[at].encode("utf-16-le", "replace")
        if len(units) > 2 * LETTERS:
            if not cut:
                texts = texts.copy()
            texts[at] = units[: 2 * LETTERS].decode("utf-16-le", "ignore")
            cut += 1
    return texts, cut
