"""The keys of a column as small numbers, which tell what is equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.tables.arrow import flags

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.tables.leads import Column, Whole


def key_numbers(column: Column, keys: pa.Array | None = None) -> Whole:
    """For each row a small number, equal where the keys (or ``keys`` in their stead) are equal; -1 for blanks."""
    blank = column.blank if keys is None else flags(pc.equal(keys, ""))
    numbers = (column.keys if keys is None else keys).dictionary_encode().indices.to_numpy()
    return np.where(blank, -1, numbers)[column.codes].astype(np.int64)
