"""What cells of a column look like: a row that lost or gained a delimiter has a date where there are prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.tables.arrow import flags, matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Mask = npt.NDArray[np.bool_]

_SHAPES = (
    r"^[¥￥$€£]\s?[\d,.]+$",
    r"^\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}\D{0,2}(?:\s?\d{1,2}:\d{2}(?::\d{2})?.*)?$",
    r"^\d{1,2}:\d{2}(?::\d{2})?$",
    r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$",
    r"^(?:https?://|www\.)\S+$",
    r"^[A-Za-z]{1,4}[-_]?\d{2,}$",
    r"^[+-]?\d[\d,. ]*%?$",
    r"^[+(]?\d[\d ()+-]{6,}$",
)
"""Amounts, dates, times, mail and web addresses, codes, numbers, phones; a column is of the first all of it is like."""

_SAMPLE = 20_000
_FEWEST = 5
_ALL, _NONE = 0.98, 0.01


def misfits(columns: Sequence[pa.ChunkedArray], odd: Mask) -> Mask:
    """Of the rows marked as odd, those with a cell that looks like none or unlike all of its column.

    What columns look like is learned from (the first 20,000 of) the other rows; columns of free text teach nothing.
    """
    usual = pa.array(np.flatnonzero(~odd)[:_SAMPLE])
    doubted = pa.array(np.flatnonzero(odd))
    wrong = np.zeros(len(doubted), dtype=np.bool_)
    for column in columns:
        wrong |= _misfits(_texts(column, usual), _texts(column, doubted))
    found = np.zeros(len(odd), dtype=np.bool_)
    found[np.flatnonzero(odd)[wrong]] = True
    return found


def _texts(column: pa.ChunkedArray, rows: pa.Array) -> pa.Array:
    return pc.utf8_trim_whitespace(column.take(rows).combine_chunks())


def _misfits(usual: pa.Array, doubted: pa.Array) -> Mask:
    usual = usual.filter(pc.not_equal(usual, ""))
    wrong = np.zeros(len(doubted), dtype=np.bool_)
    if len(usual) < _FEWEST:
        return wrong
    filled = flags(pc.not_equal(doubted, ""))
    for shape in _SHAPES:
        share = float(flags(matching(usual, shape)).mean())
        if share >= _ALL:
            return wrong | filled & ~flags(matching(doubted, shape))
        if share <= _NONE:
            wrong |= filled & flags(matching(doubted, shape))
    return wrong
