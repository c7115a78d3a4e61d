"""Rows of a sheet as XML, in bulk.

The sheet writer is given one row of each sheet and lays it out; here all rows are made like it, column by column. It
takes frames cell by cell, four and a half million of them for a hundred thousand leads; joining columns costs a tenth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.files.write.cells import BATCH, joined, raw
from leadroute.files.write.xlsx_cells import column_of
from leadroute.tables.arrow import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    import pandas as pd

    from leadroute.files.write.cells import Piece
    from leadroute.files.write.xlsx_cells import Tail

_ROW = re.compile(r'<row r="\d+"([^>]*)>')
_CELL = re.compile(r'<c r="([A-Z]+)\d+"( s="\d+")?')
_KEPT = 4  # batches


@dataclass(frozen=True, slots=True)
class Sample:
    """A row as the sheet writer made it: what is in its tag, and the letter and the style of each cell."""

    tag: str
    cells: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, row: str) -> Sample:
        """Read the XML of a row."""
        found = _ROW.match(row)
        if found is None:
            raise ValueError(row)
        return cls(found[1], tuple((letter, style or "") for letter, style in _CELL.findall(row)))


class Table:
    """A table whose rows can be written; what must be known of its columns is found out once for all sheets."""

    def __init__(self, frame: pd.DataFrame, pool: Executor) -> None:
        """Look at the columns of a frame, side by side: Arrow lets go of Python's lock."""
        self._columns = list(pool.map(column_of, (column for _, column in frame.items())))
        self._tails = lru_cache(maxsize=_KEPT)(self._tails_of)  # sheets are often shorter than a batch

    def xml(self, sample: Sample, rows: range, first: int) -> Iterator[pa.Buffer]:
        """Some rows, like the sample, as rows number ``first`` and following of a sheet."""
        for batch in range(rows.start // BATCH, -(-rows.stop // BATCH)):
            part = range(max(rows.start, batch * BATCH), min(rows.stop, (batch + 1) * BATCH))
            at = first + part.start - rows.start
            numbers = pc.cast(pa.array(np.arange(at, at + len(part))), TEXT)
            cells = self._cells(sample, batch, part.start - batch * BATCH, numbers)
            yield raw(joined(['<row r="', numbers, f'"{sample.tag}>', *cells, "</row>"]))

    def _cells(self, sample: Sample, batch: int, start: int, numbers: pa.Array) -> Iterator[Piece]:
        """The cells of as many rows of a batch as there are row numbers."""
        tails = self._tails(sample, batch)
        for (letter, style), column, (before, values, after) in zip(sample.cells, self._columns, tails, strict=True):
            part = values.slice(start, len(numbers))
            cell = (f'<c r="{letter}', numbers, before, part, after)
            if column.gaps and not style:  # a blank cell is none at all
                yield pc.if_else(pc.equal(part, ""), pa.scalar("", TEXT), joined(cell))
            else:
                yield from cell

    def _tails_of(self, sample: Sample, batch: int) -> list[Tail]:
        """For each column what stands in the cells of a batch behind the number of the row."""
        rows = slice(batch * BATCH, (batch + 1) * BATCH)
        return [column.tail(style, rows) for (_, style), column in zip(sample.cells, self._columns, strict=True)]
