"""Write CSV files: fast, with cells that spreadsheet programs would run as formulas made harmless."""

from __future__ import annotations

import codecs
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from leadroute.files.write.cells import BATCH, arrow, texts
from leadroute.model.manner import CsvEncoding
from leadroute.tables.formulas import MARK, risky

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

    from leadroute.tables.leads import Mask

_AHEAD = 16
"""Batches made before they are written."""

_PLAIN = csv.WriteOptions(include_header=False, quoting_style="needed")  # quotes all text, leaves numbers bare


def write_csv(frame: pd.DataFrame, target: Path, encoding: CsvEncoding = CsvEncoding.UTF8_SIG) -> int:
    """Write a frame; returns how many cells and headers got a ``'`` put before them so that none runs as a formula."""
    headers, changed = _neutral(texts(frame.columns))
    with target.open("wb") as file, ThreadPoolExecutor(os.cpu_count()) as pool:  # Arrow lets go of Python's lock
        columns = list(pool.map(_column, (column for _, column in frame.items())))
        if encoding is CsvEncoding.UTF8_SIG:
            file.write(codecs.BOM_UTF8)
        file.write(_encoded([pa.array([header]) for header in headers.to_pylist()], encoding))
        for first in range(0, len(frame), _AHEAD * BATCH):
            starts = range(first, min(first + _AHEAD * BATCH, len(frame)), BATCH)
            for rows in pool.map(lambda start: _encoded([column.cells(start) for column in columns], encoding), starts):
                file.write(rows)
    return int(changed.sum()) + sum(column.neutralised for column in columns)


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """Harmless cells: ``values`` by row, or distinct values with the ``codes`` of the rows."""

    values: pa.Array
    codes: npt.NDArray[np.integer] | None
    neutralised: int

    def cells(self, start: int) -> pa.Array:
        """The cells of the rows of one batch."""
        if self.codes is None:
            return self.values.slice(start, BATCH)
        return self.values.take(pa.array(self.codes[start : start + BATCH]))


def _encoded(cells: Sequence[pa.Array], encoding: CsvEncoding) -> bytes | pa.Buffer:
    """Some rows as they stand in the file."""
    made = pa.BufferOutputStream()
    csv.write_csv(pa.table(list(cells), names=[str(position) for position in range(len(cells))]), made, _PLAIN)
    rows = made.getvalue()
    return rows.to_pybytes().decode().encode(encoding) if encoding == "gb18030" else rows


def _column(column: pd.Series) -> _Column:
    """A column made harmless, once per distinct value where those are known."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy()
        distinct = arrow(column.cat.categories)
        values, changed = _neutral(distinct)
        return _Column(values, codes, int(changed[codes].sum()))
    values, changed = _neutral(_arrow(column))
    return _Column(values, None, int(changed.sum()))


def _arrow(column: pd.Series) -> pa.Array:
    """A column as text or numbers."""
    moments = column.dtype.kind == "M"
    return texts(column.dt.strftime("%Y-%m-%d %H:%M").fillna("")) if moments else arrow(column)


def _neutral(cells: pa.Array) -> tuple[pa.Array, Mask]:
    """The cells with a ``'`` before every one that begins like a formula, and which those are."""
    marked = risky(cells) if _is_text(cells.type) else np.zeros(len(cells), dtype=np.bool_)
    if not marked.any():
        return cells, marked
    changed = [f"{MARK}{cell}" for cell in cells.filter(marked).to_pylist()]
    whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    return pc.replace_with_mask(whole, marked, pa.array(changed, cells.type)), marked


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))
