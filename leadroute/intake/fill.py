"""Survivors take what they lack from their duplicates; sources are joined, the earliest creation is kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.tables.leads import INFERRED, OK

if TYPE_CHECKING:
    import numpy.typing as npt
    from pandas.api.extensions import ExtensionArray

    from leadroute.tables.leads import Column, Leads, Mask, Rows
    from leadroute.tables.merges import Merges, Taken

    Worth = npt.NDArray[np.int8]


JOINED = ("source", "campaign")
"""Fields whose values are all kept, joined, because each tells how the lead came."""
JOINER = "; "


def fill_blanks(leads: Leads, merges: Merges) -> tuple[Leads, Merges]:
    """Return the leads with survivors completed, and the merges with a list of what was taken from whom.

    What is damaged, invalid or only fills its cell is no value: a duplicate's good one takes its place.
    Conditions go on seeing a survivor's own source; the joined text is for people.
    """
    members = np.flatnonzero((merges.cluster >= 0) & ~merges.oversized)
    if not len(members):
        return leads, merges
    order = members[np.lexsort((members, merges.loser[members], merges.cluster[members]))]
    columns, raw = dict(leads.columns), {str(label): series.array for label, series in leads.raw.items()}
    filled: dict[str, Taken] = {}
    for label, texts in raw.items():
        taken = _donors(_worth(texts.take(order), columns.get(label), order), order, merges)
        if label == "created_at" and label in columns:
            taken = _earliest(columns[label], order, merges)
        raw[label], filled[label] = _with(texts, taken), taken
        if label in columns:
            columns[label] = _copied(columns[label], taken)
        if label in JOINED:
            raw[label] = _replaced(raw[label], *_joined(texts.take(order), order, merges))
    for label in columns.keys() - raw.keys():
        column = columns[label]
        worth = column.filled[column.codes[order]].astype(np.int8)
        columns[label] = _copied(column, _donors(worth, order, merges))
    whole = pd.DataFrame(raw, index=leads.raw.index, copy=False)
    return replace(leads, raw=whole, columns=columns), replace(merges, filled=filled)


def _present(texts: ExtensionArray) -> Mask:
    return np.asarray(pd.Series(texts).ne(""), dtype=np.bool_)


def _worth(texts: ExtensionArray, column: Column | None, order: Rows) -> Worth:
    """What each cell is worth: 0 nothing in it, 1 a text of no use (damaged, invalid, a filler), 2 a value."""
    present = _present(texts).astype(np.int8)
    return present if column is None else present * (1 + np.isin(column.status, (OK, INFERRED))[column.codes[order]])


def _donors(worth: Worth, order: Rows, merges: Merges) -> Taken:
    """Survivors to whom one of their duplicates has something better, and for each the first that has the best.

    ``order`` lists the members group by group, the survivor first; ``worth`` tells what the cell of each is worth.
    """
    having = order[worth > 0]
    having = having[np.lexsort((-worth[worth > 0], merges.cluster[having]))]
    _, first = np.unique(merges.cluster[having], return_index=True)
    donor = having[first]
    to = merges.survivor[donor].astype(np.intp)
    lacking = to != donor
    return to[lacking], donor[lacking]


def _earliest(column: Column, order: Rows, merges: Merges) -> Taken:
    """Survivors created later than one of their duplicates (or at an unknown time), and the earliest of those."""
    moments = np.full(len(order), np.nan) if column.numbers is None else column.numbers[column.codes[order]]
    known = ~np.isnan(moments)
    by_time = order[known][np.lexsort((moments[known], merges.cluster[order[known]]))]
    _, first = np.unique(merges.cluster[by_time], return_index=True)
    donor = by_time[first]
    to = merges.survivor[donor].astype(np.intp)
    return to[to != donor], donor[to != donor]


def _with(texts: ExtensionArray, taken: Taken) -> ExtensionArray:
    """The texts of a column, those of donors also for the rows that take them."""
    rows, donors = taken
    if not len(rows):
        return texts
    source = np.arange(len(texts))
    source[rows] = donors
    return texts.take(source)


def _copied(column: Column, taken: Taken) -> Column:
    rows, donors = taken
    codes = column.codes.copy()
    codes[rows] = column.codes[donors]
    return replace(column, codes=codes)


def _joined(texts: ExtensionArray, order: Rows, merges: Merges) -> tuple[Rows, list[str]]:
    """The survivors whose group came in several ways, and for each the different texts of its group."""
    codes, distinct = pd.factorize(pd.Series(texts))
    ways = pd.DataFrame({"to": merges.survivor[order], "way": codes})[_present(texts)].drop_duplicates()
    ways = ways[ways["to"].duplicated(keep=False)]
    rows = ways["to"].to_numpy()
    each = distinct.take(ways["way"].to_numpy()).tolist()
    starts = np.flatnonzero(np.diff(rows, prepend=-1))  # the rows of a group stand together
    return rows[starts], [JOINER.join(each[start:end]) for start, end in pairwise([*starts.tolist(), len(each)])]


def _replaced(texts: ExtensionArray, rows: Rows, others: list[str]) -> ExtensionArray:
    if isinstance(texts, pd.Categorical):
        texts = texts.add_categories(pd.Index(others, dtype="str").unique().difference(texts.categories))
    changed = texts.copy()
    changed[rows] = others
    return changed
