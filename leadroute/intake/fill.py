"""Survivors take what they lack from their duplicates; sources are joined, the earliest creation is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

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
    raw = {str(label): series.array for label, series in leads.raw.items()}
    alone = [label for label in leads.columns if label not in raw]
    with ThreadPoolExecutor(pa.cpu_count()) as pool:  # Arrow and numpy let go of Python's lock
        written = pool.map(lambda label: _written(label, raw[label], leads.columns.get(label), order, merges), raw)
        others = pool.map(lambda label: _concluded(leads.columns[label], order, merges), alone)
        found = dict(zip(raw, written, strict=True))
        columns = dict(zip(alone, others, strict=True))
    columns |= {label: column for label, (_, column, _) in found.items() if column is not None}
    whole = pd.DataFrame({label: texts for label, (texts, _, _) in found.items()}, index=leads.raw.index, copy=False)
    filled = {label: taken for label, (_, _, taken) in found.items()}
    in_order = {label: columns[label] for label in leads.columns}
    return replace(leads, raw=whole, columns=in_order), replace(merges, filled=filled)


def _written(
    label: str, texts: ExtensionArray, column: Column | None, order: Rows, merges: Merges
) -> tuple[ExtensionArray, Column | None, Taken]:
    """A column of the files with survivors completed, what it is understood as, and what was taken from whom."""
    taken = _donors(_worth(texts.take(order), column, order), order, merges)
    if label == "created_at" and column is not None:
        taken = _earliest(column, order, merges)
    filled = _with(texts, taken)
    if label in JOINED:
        filled = _replaced(filled, *_joined(texts.take(order), order, merges))
    return filled, None if column is None else _copied(column, taken), taken


def _concluded(column: Column, order: Rows, merges: Merges) -> Column:
    """A column that is in no file, as it was concluded from others, with survivors completed."""
    return _copied(column, _donors(column.filled[column.codes[order]].astype(np.int8), order, merges))


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
