"""Which row of one plan is which row of the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.comparison import Pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.tables.leads import Origin, Rows

    Mark = tuple[bool, str, str, int, int]


def paired(before: Origin, after: Origin) -> Pairs:
    """Rows that stood in the same place of the same file are the same lead; the others take part on one side only."""
    if _alike(before, after):
        every = np.arange(len(before.row), dtype=np.intp)
        return Pairs(every, every)
    old, new = _marks(before), _marks(after)
    at = {mark: row for row, mark in enumerate(new)}
    partner = np.array([at.get(mark, -1) for mark in old], dtype=np.intp)
    own = np.setdiff1d(np.arange(len(new), dtype=np.intp), partner)
    rows = np.arange(len(old), dtype=np.intp)
    return Pairs(np.append(rows, np.full(len(own), -1, dtype=np.intp)), np.append(partner, own))


def taken(values: np.ndarray[tuple[int], np.dtype[np.generic]], rows: Rows, absent: int) -> Rows:
    """The values of some rows, ``absent`` for row -1."""
    return np.append(values.astype(np.int64), absent)[rows]


def _alike(before: Origin, after: Origin) -> bool:
    same = before.again == after.again and before.tables == after.tables
    return same and np.array_equal(before.table, after.table) and np.array_equal(before.row, after.row)


def _marks(origin: Origin) -> list[Mark]:
    """For each row whether it waited, its file, sheet and row, and how often that was met before."""
    places: Sequence[tuple[str, str]] = origin.tables
    met: Counter[tuple[bool, str, str, int]] = Counter()
    found = []
    for at, (table, row) in enumerate(zip(origin.table.tolist(), origin.row.tolist(), strict=True)):
        mark = (at < origin.again, *places[table], row)
        found.append((*mark, met[mark]))
        met[mark] += 1
    return found
