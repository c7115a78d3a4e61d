"""Cells that hold several numbers or addresses: each of them identifies the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.tables.arrow import statuses, strings

if TYPE_CHECKING:
    from leadroute.tables.leads import Column, Rows


def with_further(column: Column) -> tuple[Rows, Column]:
    """The column with further entries below it, and for each entry its row: a row with two numbers is there twice."""
    rows = np.arange(len(column), dtype=np.intp)
    again, more = further(column)
    if not len(again):
        return rows, column
    both = replace(
        more,
        codes=np.concatenate([column.codes, len(column.values) + more.codes]).astype(np.int32),
        values=pa.concat_arrays([column.values, more.values]),
        keys=pa.concat_arrays([column.keys, more.keys]),
        status=np.concatenate([column.status, more.status]),
    )
    return np.concatenate([rows, again]), both


def further(column: Column) -> tuple[Rows, Column]:
    """The further entries alone, as a column, and for each of them the row it stands in."""
    links = [beside for beside in column.beside.values() if beside.links]
    texts = pa.concat_arrays([strings([]), *(beside.texts for beside in links)])
    rows, entry = _matches(column, np.concatenate([np.zeros(0, dtype=np.intp), *(beside.at for beside in links)]))
    more = replace(
        column,
        codes=entry.astype(np.int32),
        values=texts,
        keys=texts,
        status=statuses(len(texts)),
        grounds=None,
        beside={},
    )
    return rows, more


def _matches(column: Column, at: Rows) -> tuple[Rows, Rows]:
    """For each pair of a row and a further text of its value: the row, and the position of the text."""
    if not len(at):
        return at, at
    order = np.argsort(at, kind="stable")
    first = np.searchsorted(at[order], column.codes, "left")
    count = np.searchsorted(at[order], column.codes, "right") - first
    rows = np.repeat(np.arange(len(column)), count)
    starts = np.repeat(first - np.cumsum(count) + count, count)
    return rows, order[starts + np.arange(len(rows))]
