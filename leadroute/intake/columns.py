"""From united text to clean columns: each distinct value is cleaned once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import CLEANERS
from leadroute.tables.arrow import TEXT
from leadroute.tables.leads import Column

if TYPE_CHECKING:
    from leadroute.model.fields import Kind
    from leadroute.tables.leads import Codes

_SAMPLE = 20_000
_MANY = 0.7  # share of different values in the sample above which finding the equal ones costs more than it saves


def clean_column(texts: pa.ChunkedArray, kind: Kind, *, exact: bool = False) -> Column:
    """Clean a column.

    A column in which hardly a value repeats gets one entry per row; ``exact`` asks for one per distinct value.
    """
    codes, values = distinct(texts, exact=exact)
    cleaned = CLEANERS[kind](values)
    return Column(kind, codes, cleaned.values, cleaned.keys, cleaned.status, cleaned.numbers)


def distinct(texts: pa.ChunkedArray, *, exact: bool = False) -> tuple[Codes, pa.Array]:
    """The code of each row, and the values that the codes stand for."""
    if not exact and _nearly_unique(texts):
        return np.arange(len(texts), dtype=np.int32), _whole(texts, TEXT)
    encoded = texts.dictionary_encode()
    whole = _whole(encoded, encoded.type)
    return whole.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False), whole.dictionary


def _nearly_unique(texts: pa.ChunkedArray) -> bool:
    sample = texts.slice(0, _SAMPLE)
    return len(texts) > _SAMPLE and pc.count_distinct(sample).as_py() > _MANY * len(sample)


def _whole(texts: pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    return texts.combine_chunks() if texts.num_chunks else pa.array([], kind)
