"""Which rows are the same lead: exact keys with guards, groups over all keys, a survivor for each group.

A key value links rows unless it is *shared*: seen with several companies and several names (an agency's mobile, a
switchboard, a placeholder nobody thought of); in files without any company column, with several surnames. Blank keys
never match.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from leadroute.model.rulebook import Keep
from leadroute.tables.arrow import flags
from leadroute.tables.merges import Merges, SharedValue

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.leads import Column, Leads, Mask, Rows, Whole


_COMPANY_START = 4
"""Characters of a company's key that tell companies apart for the guard: spellings of one name mostly agree there."""


def find_duplicates(leads: Leads, policy: Duplicates) -> Merges:
    """Group rows that are the same lead and choose who survives; nothing is changed yet (see ``fill.fill_blanks``)."""
    lines = [line for line in policy.same_when if all(name in leads.columns for name in line)]
    keys, shared = [], []
    for line in lines:
        numbers = _line_numbers(leads, line)
        if len(line) == 1:
            numbers, found = _guarded(leads, line[0], numbers, policy)
            shared += found
        keys.append(_only_repeated(numbers))
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


def key_numbers(column: Column, *, start: int | None = None) -> Whole:
    """For each row a number that is equal where keys are equal (or where they start equally); -1 for blanks."""
    keys = column.keys if start is None else pc.utf8_slice_codeunits(column.keys, 0, start)
    numbers = keys.dictionary_encode().indices.to_numpy()
    return np.where(flags(pc.equal(keys, "")), -1, numbers)[column.codes].astype(np.int64)


def _surname_numbers(column: Column) -> Whole:
    """For each row a number that is equal where surnames are: Chinese first character, last word of any other name."""
    surnames = pc.replace_substring_regex(column.keys, r"^(\p{Han}).*$", r"\1")
    surnames = pc.replace_substring_regex(surnames, r"^.* (\S+)$", r"\1").dictionary_encode()
    return np.where(flags(pc.equal(column.keys, "")), -1, surnames.indices.to_numpy())[column.codes].astype(np.int64)


def _line_numbers(leads: Leads, line: tuple[str, ...]) -> Whole:
    """Whole of the combined key of a line; -1 where any part is blank."""
    combined = np.zeros(len(leads), dtype=np.int64)
    blank = np.zeros(len(leads), dtype=np.bool_)
    for name in line:
        numbers = key_numbers(leads.columns[name])
        blank |= numbers < 0
        combined = combined * (int(numbers.max(initial=0)) + 1) + numbers
    return np.where(blank, -1, combined)


def _only_repeated(numbers: Whole) -> Whole:
    """Small numbers for keys seen at least twice, -1 for all else."""
    rows = np.flatnonzero(numbers >= 0)
    small, _ = pd.factorize(numbers[rows])
    repeated = np.bincount(small)[small] > 1 if len(small) else np.zeros(0, dtype=np.bool_)
    only = np.full(len(numbers), -1, dtype=np.int64)
    only[rows[repeated]], _ = pd.factorize(small[repeated])
    return only


def _guarded(leads: Leads, name: str, numbers: Whole, policy: Duplicates) -> tuple[Whole, list[SharedValue]]:
    """Blank out the values that too many companies and names share, and list them."""
    candidate = _only_repeated(numbers)
    company, contact = leads.columns.get("company"), leads.columns.get("contact")
    companies = _distinct_per_key(candidate, None if company is None else key_numbers(company, start=_COMPANY_START))
    names = _distinct_per_key(candidate, None if contact is None else key_numbers(contact))
    if company is None and contact is not None:
        # Consumers: one person is written 张三, 张先生 and 张总, so names alone say little; surnames tell people apart.
        families = _distinct_per_key(candidate, _surname_numbers(contact))
        shared = np.flatnonzero((families >= policy.shared_names) & (names >= policy.shared_names))
    else:
        shared = np.flatnonzero((companies >= policy.shared_companies) & (names >= policy.shared_names))
    rows = np.isin(candidate, shared)
    column = leads.columns[name]
    first = {int(key): int(row) for row, key in zip(np.flatnonzero(rows)[::-1], candidate[rows][::-1], strict=True)}
    counts = np.bincount(candidate[rows], minlength=len(companies)) if rows.any() else companies
    found = [
        SharedValue(name, column.value(first[key]), int(counts[key]), int(companies[key]), int(names[key]))
        for key in shared.tolist()
    ]
    return np.where(rows, -1, numbers), found


def _distinct_per_key(keys: Whole, numbers: Whole | None) -> Whole:
    """How many different values, told by their numbers (-1 for blanks), each key is seen with."""
    count = int(keys.max(initial=-1)) + 1
    if numbers is None:
        return np.zeros(count, dtype=np.int64)
    rows = np.flatnonzero(keys >= 0)
    values = numbers[rows]
    rows, values = rows[values >= 0], values[values >= 0]
    width = int(values.max(initial=0)) + 1
    pairs = np.unique(keys[rows] * width + values)
    return np.bincount(pairs // width, minlength=count).astype(np.int64)


def _groups(keys: list[Whole], count: int) -> Whole:
    """The smallest row each row is linked to, over all keys: labels spread until nothing changes."""
    label = np.arange(count, dtype=np.int64)
    linked = [(rows, key[rows]) for key in keys if len(rows := np.flatnonzero(key >= 0))]
    changed = bool(linked)
    while changed:
        before = label.copy()
        for rows, key in linked:
            least = np.full(int(key.max()) + 1, count, dtype=np.int64)
            np.minimum.at(least, key, label[rows])
            label[rows] = np.minimum(label[rows], least[key])
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


def _first_key(keys: list[Whole], grouped: Mask) -> npt.NDArray[np.int16]:
    """The first line of ``same_when`` that linked each row to its group."""
    first = np.full(len(grouped), -1, dtype=np.int16)
    for at, key in reversed(list(enumerate(keys))):
        first[grouped & (key >= 0)] = at
    return first
