"""Which rows are the same lead: exact keys with guards, groups over all keys, a survivor for each group.

A key value links rows unless it is *shared* (see ``intake.shared``). Blank keys never match.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.further import with_further
from leadroute.intake.keys import line_numbers, only_repeated
from leadroute.intake.shared import guarded, impersonal, others_of
from leadroute.model.rulebook import Keep
from leadroute.tables.keys import key_numbers
from leadroute.tables.merges import Merges

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.intake.shared import Others
    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.leads import Leads, Mask, Rows, Whole
    from leadroute.tables.merges import SharedValue

    Keyed = tuple[Rows, Whole]

_AT_ONCE = 2  # lines of ``same_when``: each takes as much memory again as its columns


def find_duplicates(leads: Leads, policy: Duplicates, aside: Mask | None = None) -> Merges:
    """Group rows that are the same lead and choose who survives; nothing is changed yet (see ``fill.fill_blanks``).

    Rows ``aside`` are in no group: one that nobody gets must not stand for one that somebody could get.
    """
    lines = [line for line in policy.same_when if all(name in leads.columns for name in line)]
    keys, shared = _keys(leads, lines, policy, aside)
    group = _groups(keys, len(leads))
    size = np.bincount(group, minlength=len(leads))[group]
    oversized = size > policy.review_above
    survivor = _survivors(leads, group, size, policy.keep)
    return Merges(
        survivor=np.where(oversized, np.arange(len(leads)), survivor).astype(np.int32),
        cluster=_cluster_numbers(group, size),
        key=_first_key(keys, size > 1),
        keys=tuple("+".join(line) for line in lines),
        oversized=oversized,
        shared=tuple(shared),
    )


def _keys(
    leads: Leads, lines: Sequence[tuple[str, ...]], policy: Duplicates, aside: Mask | None
) -> tuple[list[Keyed], list[SharedValue]]:
    """The rows with repeated keys of each line and the numbers of those, and the values that link nothing."""
    others = others_of(leads)
    with ThreadPoolExecutor(_AT_ONCE) as pool:  # Arrow lets go of Python's lock
        found = list(pool.map(lambda line: _keys_of(leads, line, policy, aside, others), lines))
    return [keyed for keyed, _ in found], [value for _, shared in found for value in shared]


def _keys_of(
    leads: Leads, line: tuple[str, ...], policy: Duplicates, aside: Mask | None, others: Others
) -> tuple[Keyed, list[SharedValue]]:
    rows = np.arange(len(leads), dtype=np.intp)
    shared: list[SharedValue] = []
    if len(line) == 1:
        name = line[0]
        rows, column = with_further(leads.columns[name])
        numbers, shared = guarded(column, name, key_numbers(column), others.of(rows), policy)
        shared = [*shared, *impersonal(leads.columns[name], name, others)]
    else:
        numbers = line_numbers(leads, line)
    numbers = only_repeated(numbers if aside is None else np.where(aside[rows], -1, numbers))
    repeated = np.flatnonzero(numbers >= 0)
    return (rows[repeated], numbers[repeated]), shared


def _groups(keys: list[Keyed], count: int) -> Whole:
    """The smallest row each row is linked to, over all keys: labels spread until nothing changes."""
    label = np.arange(count, dtype=np.int64)
    linked = [(rows, key) for rows, key in keys if len(rows)]
    changed = bool(linked)
    while changed:
        before = label.copy()
        for rows, key in linked:
            least = np.full(int(key.max()) + 1, count, dtype=np.int64)
            np.minimum.at(least, key, label[rows])
            np.minimum.at(label, rows, least[key])
        label = label[label]
        changed = not np.array_equal(before, label)
    return label


def _survivors(leads: Leads, group: Whole, size: Whole, keep: Keep) -> Whole:
    """For each row the row that stands for its group."""
    survivor = np.arange(len(group), dtype=np.int64)
    rows = np.flatnonzero(size > 1)
    order = rows[np.lexsort((rows, _rank(leads, rows, keep), group[rows]))]
    heads = order[np.concatenate(([True], group[order][1:] != group[order][:-1]))] if len(order) else order
    head_of = np.zeros(len(group), dtype=np.int64)
    head_of[group[heads]] = heads
    survivor[rows] = head_of[group[rows]]
    return survivor


def _rank(leads: Leads, rows: Rows, keep: Keep) -> npt.NDArray[np.float64]:
    """Smaller survives; equals are told apart by their order in the files."""
    if keep is Keep.MOST_COMPLETE:
        filled = [column.filled[column.codes[rows]] for column in leads.columns.values()]
        return -np.asarray(np.sum(filled, axis=0, dtype=np.float64))
    created = leads.columns.get("created_at")
    if created is None or created.numbers is None:
        return np.zeros(len(rows))
    moments = created.numbers[created.codes[rows]]
    return np.nan_to_num(moments if keep is Keep.EARLIEST else -moments, nan=np.inf)


def _cluster_numbers(group: Whole, size: Whole) -> npt.NDArray[np.int32]:
    clusters = np.full(len(group), -1, dtype=np.int32)
    rows = np.flatnonzero(size > 1)
    clusters[rows] = np.unique(group[rows], return_inverse=True)[1]
    return clusters


def _first_key(keys: list[Keyed], grouped: Mask) -> npt.NDArray[np.int16]:
    """The first line of ``same_when`` that linked each row to its group."""
    first = np.full(len(grouped), -1, dtype=np.int16)
    for at, (rows, _) in reversed(list(enumerate(keys))):
        first[rows[grouped[rows]]] = at
    return first
