"""Write CSV files: fast, with cells that spreadsheet programs would run as formulas made harmless."""

from __future__ import annotations

import codecs
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from leadroute.tables.formulas import MARK, risky

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import numpy.typing as npt

Encoding = Literal["utf-8-sig", "utf-8", "gb18030"]

_BATCH = 1 << 12
_AHEAD = 16
"""Rows formatted at once (few, so that the memory of one batch serves the next), and batches made before writing."""

_PLAIN = csv.WriteOptions(include_header=False, quoting_style="needed")  # quotes all text, leaves numbers bare


def write_csv(frame: pd.DataFrame, target: Path, encoding: Encoding = "utf-8-sig") -> int:
    """Write a frame; returns how many cells and headers got a ``'`` put before them so that none runs as a formula."""
    headers, count = _neutral(_texts(frame.columns))
    with target.open("wb") as file, ThreadPoolExecutor() as pool:  # Arrow lets go of Python's lock
        columns = list(pool.map(_column, (column for _, column in frame.items())))
        if encoding == "utf-8-sig":
            file.write(codecs.BOM_UTF8)
        file.write(_encoded([pa.array([header]) for header in headers.to_pylist()], encoding))
        for first in range(0, len(frame), _AHEAD * _BATCH):
            starts = range(first, min(first + _AHEAD * _BATCH, len(frame)), _BATCH)
            for rows in pool.map(lambda start: _encoded([column.cells(start) for column in columns], encoding), starts):
                file.write(rows)
    return count + sum(column.neutralised for column in columns)


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """Harmless cells: ``values`` by row, or distinct values with the ``codes`` of the rows."""

    values: pa.Array
    codes: npt.NDArray[np.integer] | None
    neutralised: int

    def cells(self, start: int) -> pa.Array:
        """The cells of the rows of one batch."""
        if self.codes is None:
            return self.values.slice(start, _BATCH)
        return self.values.take(pa.array(self.codes[start : start + _BATCH]))


def _encoded(cells: Sequence[pa.Array], encoding: Encoding) -> bytes | pa.Buffer:
    """Some rows as they stand in the file."""
    made = pa.BufferOutputStream()
    csv.write_csv(pa.table(list(cells), names=[str(position) for position in range(len(cells))]), made, _PLAIN)
    rows = made.getvalue()
    return rows.to_pybytes().decode().encode(encoding) if encoding == "gb18030" else rows


def _column(column: pd.Series) -> _Column:
    """A column made harmless, once per distinct value where those are known."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy()
        texts = _arrow(column.cat.categories)
        values, _ = _neutral(texts)
        changed = np.asarray(risky(texts), dtype=np.bool_)
        return _Column(values, codes, int(changed[codes].sum()))
    values, count = _neutral(_arrow(column))
    return _Column(values, None, count)


def _arrow(column: pd.Series | pd.Index) -> pa.Array:
    """A column as text or numbers."""
    if isinstance(column, pd.Series) and column.dtype.kind == "M":
        return _texts(column.dt.strftime("%Y-%m-%d %H:%M").fillna(""))
    if column.dtype == object:
        return _texts(column)
    return pa.array(column.array, from_pandas=True)


def _texts(texts: Iterable[object]) -> pa.Array:
    """Any texts, without halves of characters, which no encoding can write."""
    whole = (str(text).encode("utf-8", "replace").decode("utf-8") for text in texts)
    return pa.array(list(whole), pa.large_string())


def _neutral(cells: pa.Array) -> tuple[pa.Array, int]:
    """The cells with a ``'`` before every one that begins like a formula, and how many those are."""
    if not _is_text(cells.type) or not _suspect(cells):
        return cells, 0
    marked = risky(cells)
    changed = [f"{MARK}{cell}" for cell in cells.filter(marked).to_pylist()]
    if not changed:
        return cells, 0
    whole, marks = (part.combine_chunks() if isinstance(part, pa.ChunkedArray) else part for part in (cells, marked))
    return pc.replace_with_mask(whole, marks, pa.array(changed, cells.type)), len(changed)


def _suspect(cells: pa.Array) -> bool:
    """Does any cell begin with a sign at all? Far quicker to ask than the whole question."""
    first = pc.utf8_slice_codeunits(cells, 0, 1)
    return bool(pc.any(pc.is_in(first, pa.array(list(f"=@\t\r\n\x00＝+-{MARK}"), cells.type))).as_py())


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))
