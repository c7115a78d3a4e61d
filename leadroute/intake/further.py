"""Cells that hold several numbers or addresses: each of them identifies the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.tables.arrow import statuses

if TYPE_CHECKING:
    from leadroute.tables.leads import Column, Rows


def with_further(column: Column) -> tuple[Rows, Column]:
    """The column with further entries below it, and for each entry its row: a row with two numbers is there twice."""
    rows = np.arange(len(column), dtype=np.intp)
    links = [beside for beside in column.beside.values() if beside.links]
    if not links:
        return rows, column
    at = np.concatenate([beside.at for beside in links])
    texts = pa.concat_arrays([beside.texts for beside in links])
    again, entry = _matches(column, at)
    more = replace(
        column,
        codes=np.concatenate([column.codes, (len(column.values) + entry).astype(np.int32)]),
        values=pa.concat_arrays([column.values, texts]),
        keys=pa.concat_arrays([column.keys, texts]),
        status=np.concatenate([column.status, statuses(len(texts))]),
        grounds=None,
        beside={},
    )
    return np.concatenate([rows, again]), more


def _matches(column: Column, at: Rows) -> tuple[Rows, Rows]:
    """For each pair of a row and a further text of its value: the row, and the position of the text."""
    order = np.argsort(at, kind="stable")
    first = np.searchsorted(at[order], column.codes, "left")
    count = np.searchsorted(at[order], column.codes, "right") - first
    rows = np.repeat(np.arange(len(column)), count)
    starts = np.repeat(first - np.cumsum(count) + count, count)
    return rows, order[starts + np.arange(len(rows))]
