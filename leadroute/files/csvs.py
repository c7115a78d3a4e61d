"""Write CSV files: fast, with cells that spreadsheet programs would run as formulas made harmless."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    import numpy.typing as npt

Encoding = Literal["utf-8-sig", "utf-8", "gb18030"]

_BATCH = 1 << 16
_PLAIN = csv.WriteOptions(include_header=False, quoting_style="needed")  # quotes all text, leaves numbers bare
_RISKY = r"(?s)^(?:[=@\t\r\n\x00＝]|\+$|[+-].*[^0-9 ().-])"
"""A cell that begins like a formula; a sign before a plain number or phone is harmless."""


def write_csv(frame: pd.DataFrame, target: Path, encoding: Encoding = "utf-8-sig") -> int:
    """Write a frame; returns how many cells and headers got a ``'`` put before them so that none runs as a formula."""
    headers, count = _neutral(_texts(frame.columns))
    columns = [_column(column) for _, column in frame.items()]
    labels = [str(position) for position in range(len(columns))]
    with target.open("wb") as file:
        sink = _sink(file, encoding)
        csv.write_csv(pa.table([[header] for header in headers.to_pylist()], names=labels), sink, _PLAIN)
        for start in range(0, len(frame), _BATCH):
            cells = [column.cells(start, _BATCH) for column in columns]
            csv.write_csv(pa.table(cells, names=labels), sink, _PLAIN)
    return count + sum(column.neutralised for column in columns)


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """Harmless cells: ``values`` by row, or distinct values with the ``codes`` of the rows."""

    values: pa.Array
    codes: npt.NDArray[np.integer] | None
    neutralised: int

    def cells(self, start: int, rows: int) -> pa.Array:
        """The cells of some rows."""
        if self.codes is None:
            return self.values.slice(start, rows)
        return self.values.take(pa.array(self.codes[start : start + rows]))


def _sink(file: BinaryIO, encoding: Encoding) -> BinaryIO | _Recoded:
    """Where UTF-8 can be written to so that the file gets its encoding."""
    if encoding == "gb18030":
        return _Recoded(file)
    if encoding == "utf-8-sig":
        file.write(codecs.BOM_UTF8)
    return file


class _Recoded:
    """A file that takes UTF-8 and keeps GB18030, whatever the pieces it is given."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def write(self, data: bytes) -> int:
        """Write one piece."""
        self._file.write(self._decoder.decode(bytes(data)).encode("gb18030"))
        return len(data)

    def flush(self) -> None:
        """Hand on what was written."""
        self._file.flush()


def _column(column: pd.Series) -> _Column:
    """A column made harmless, once per distinct value where those are known."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy()
        texts = _arrow(column.cat.categories)
        values, _ = _neutral(texts)
        changed = np.asarray(_risky(texts), dtype=np.bool_)
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
    risky = _risky(cells)
    changed = [f"'{cell}" for cell in cells.filter(risky).to_pylist()]
    if not changed:
        return cells, 0
    whole, marks = (part.combine_chunks() if isinstance(part, pa.ChunkedArray) else part for part in (cells, risky))
    return pc.replace_with_mask(whole, marks, pa.array(changed, cells.type)), len(changed)


def _suspect(cells: pa.Array) -> bool:
    """Does any cell begin with a sign at all? Far quicker to ask than the whole question."""
    first = pc.utf8_slice_codeunits(cells, 0, 1)
    return bool(pc.any(pc.is_in(first, pa.array(list("=@\t\r\n\x00＝+-"), cells.type))).as_py())


def _risky(cells: pa.Array) -> pa.Array:
    """Which cells begin like a formula?"""
    return pc.fill_null(pc.match_substring_regex(cells, _RISKY), fill_value=False)


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))
