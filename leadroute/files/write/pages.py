"""Sheets as pages: what fits on one sheet of Excel, under a title Excel accepts, no text longer than a cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

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
    known: dict[int, int] = {}
    for sheet, title in zip(workbook.sheets, titles, strict=True):
        for number, (part, frame) in enumerate(_parts(sheet, rows)):
            name = title if not number else safe_titles([title], taken)[0]
            taken.add(name)
            made.append(_page(part, name, frame, known))
    return tuple(made)


def _parts(sheet: Sheet, rows: int) -> Iterator[tuple[Sheet, pd.DataFrame]]:
    """The sheet with the rows that fit on each page; only the first has a chart."""
    top = len(sheet.above) + bool(sheet.above)
    fits = rows - top - 1
    for start in range(0, max(len(sheet.frame), 1), fits):
        part = sheet if start == 0 else replace(sheet, chart=None)
        yield part, sheet.frame.iloc[start : start + fits]


def _page(sheet: Sheet, title: str, frame: pd.DataFrame, known: dict[int, int]) -> Page:
    """A page; the frame is the sheet's own unless a text is too long for a cell."""
    shortened = {
        at: _shortened(column) for at, (_, column) in enumerate(frame.items()) if _longest(column, known) > _HALF
    }
    changed = {at: cells for at, (cells, cut) in shortened.items() if cut}
    headers = [str(label) for label in frame.columns]
    if changed or max(map(len, headers), default=0) > _HALF:
        columns = [changed.get(at, column) for at, (_, column) in enumerate(frame.items())]
        frame = pd.DataFrame(dict(enumerate(columns)), index=frame.index)
        frame.columns = pd.Index([header[:_HALF] for header in headers], dtype=object)
    top = len(sheet.above) + bool(sheet.above)
    return Page(sheet, title, frame, top, sum(cut for _, cut in shortened.values()))


def _longest(column: pd.Series, known: dict[int, int]) -> int:
    """How many characters the longest text of a column has, at least; asked once for values that pages share."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        if id(kind.categories) not in known:
            known[id(kind.categories)] = max(map(len, kind.categories), default=0)
        return known[id(kind.categories)]
    if isinstance(kind, pd.StringDtype):
        return int(pc.max(pc.utf8_length(pa.array(column.array))).as_py() or 0)
    return max((len(str(cell)) for cell in column), default=0) if kind.kind == "O" else 0


def _shortened(column: pd.Series) -> tuple[pd.Series, int]:
    """The column with what does not fit into a cell cut off, and how many cells that were."""
    texts = column.to_numpy(dtype=object, copy=True)
    cut = 0
    for at, text in enumerate(texts):
        units = str(text).encode("utf-16-le", "replace") if len(str(text)) > _HALF else b""
        if len(units) > 2 * LETTERS:
            texts[at] = units[: 2 * LETTERS].decode("utf-16-le", "ignore")
            cut += 1
    return pd.Series(texts, index=column.index, dtype=object), cut
