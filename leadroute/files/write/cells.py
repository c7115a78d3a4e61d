"""Columns of a table as Arrow holds them, and rows of a file joined from them in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.tables.arrow import TEXT, strings

if TYPE_CHECKING:
    from collections.abc import Iterable

BATCH = 1 << 12
"""Rows joined at once: few, so that the memory of one batch serves the next."""

Piece: TypeAlias = "str | pa.Array"


def arrow(column: pd.Series | pd.Index) -> pa.Array:
    """A column as text or numbers."""
    if column.dtype.kind in "iuf" or isinstance(column.dtype, pd.StringDtype):
        return pa.array(column.array, from_pandas=True)
    return texts(column)


def texts(cells: Iterable[object]) -> pa.Array:
    """Any texts, without halves of characters, which no encoding can write."""
    listed = list(cells)
    try:
        found = pa.array(listed, TEXT)
    except (UnicodeEncodeError, pa.ArrowException):  # half a character; something that is no text
        found = strings([str(cell).encode("utf-8", "replace").decode("utf-8") for cell in listed])
    return found.fill_null("")


def joined(pieces: Iterable[Piece]) -> pa.Array:
    """For each row its pieces one after the other; a text is the same in every row."""
    merged: list[Piece] = [""]
    for piece in pieces:
        if isinstance(piece, str) and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    found = (pa.scalar(piece, TEXT) if isinstance(piece, str) else piece for piece in (*merged, ""))
    return pc.binary_join_element_wise(*found)


def raw(rows: pa.Array) -> pa.Buffer:
    """The bytes of some texts one after the other, without a copy."""
    _, places, data = rows.buffers()
    ends = np.frombuffer(places, dtype=np.int64)[rows.offset : rows.offset + len(rows) + 1]
    return data[int(ends[0]) : int(ends[-1])]
