"""Survivors take what they lack from their duplicates; sources are joined, the earliest creation is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from leadroute.tables.leads import Column, Leads, Mask, Rows
    from leadroute.tables.merges import Merges


JOINED = ("source", "campaign")
"""Fields whose values are all kept, joined, because each tells how the lead came."""
JOINER = "; "


def fill_blanks(leads: Leads, merges: Merges) -> tuple[Leads, Merges]:
    """Return the leads with survivors completed, and the merges with a list of what was taken from whom.

    Conditions go on seeing a survivor's own source; the joined text is for people.
    """
    members = np.flatnonzero((merges.cluster >= 0) & ~merges.oversized)
    if not len(members):
        return leads, merges
    order = members[np.lexsort((members, merges.loser[members], merges.cluster[members]))]
    columns = dict(leads.columns)
    raw: dict[str, pd.Series] = {}
    filled: list[tuple[int, str, int]] = []
    for label in leads.raw.columns:
        series = leads.raw[label]
        to, donor = _donors(series.iloc[order].to_numpy() != "", order, merges)
        if label == "created_at" and label in columns:
            to, donor = _earliest(columns[label], order, merges)
        texts = _joined(series, order, merges) if label in JOINED else pd.Series(dtype="str")
        if len(to) or len(texts):
            raw[label] = _replaced(series, to, donor, texts)
            filled += [(int(row), label, int(giver)) for row, giver in zip(to, donor, strict=True)]
        if label in columns and len(to):
            columns[label] = _copied(columns[label], to, donor)
    for name, column in leads.columns.items():
        if name not in leads.raw.columns:
            columns[name] = _copied(column, *_donors(column.filled[column.codes[order]], order, merges))
    whole = leads.raw.assign(**raw) if raw else leads.raw
    return replace(leads, raw=whole, columns=columns), replace(merges, filled=tuple(filled))


def _donors(present: Mask, order: Rows, merges: Merges) -> tuple[Rows, Rows]:
    """Survivors that lack a value, and for each the first of its duplicates that has one.

    ``order`` lists the members group by group, the survivor first; ``present`` tells which of them have a value.
    """
    having = order[present]
    _, first = np.unique(merges.cluster[having], return_index=True)
    donor = having[first]
    to = merges.survivor[donor].astype(np.intp)
    lacking = to != donor
    return to[lacking], donor[lacking]


def _earliest(column: Column, order: Rows, merges: Merges) -> tuple[Rows, Rows]:
    """Survivors created later than one of their duplicates (or at an unknown time), and the earliest of those."""
    moments = np.full(len(order), np.nan) if column.numbers is None else column.numbers[column.codes[order]]
    known = ~np.isnan(moments)
    by_time = order[known][np.lexsort((moments[known], merges.cluster[order[known]]))]
    _, first = np.unique(merges.cluster[by_time], return_index=True)
    donor = by_time[first]
    to = merges.survivor[donor].astype(np.intp)
    return to[to != donor], donor[to != donor]


def _joined(series: pd.Series, order: Rows, merges: Merges) -> pd.Series:
    """Texts for the survivors whose group came in several ways, by survivor row."""
    pairs = pd.DataFrame({"to": merges.survivor[order], "text": series.iloc[order].to_numpy()})
    pairs = pairs[pairs["text"] != ""].drop_duplicates()
    several = pairs[pairs["to"].duplicated(keep=False)]
    nth = several.groupby("to", sort=False, dropna=False).cumcount()
    joined = several[nth == 0].set_index("to")["text"]
    for number in range(1, int(nth.max() if len(nth) else 0) + 1):
        more = JOINER + several[nth == number].set_index("to")["text"]
        joined = joined.str.cat(more.reindex(joined.index, fill_value=""))
    return joined


def _replaced(series: pd.Series, to: Rows, donor: Rows, texts: pd.Series) -> pd.Series:
    changed = series.copy()
    changed.iloc[to] = series.iloc[donor].to_numpy()
    if len(texts):
        changed.iloc[texts.index.to_numpy()] = texts.to_numpy()
    return changed


def _copied(column: Column, to: Rows, donor: Rows) -> Column:
    codes = column.codes.copy()
    codes[to] = column.codes[donor]
    return replace(column, codes=codes)
