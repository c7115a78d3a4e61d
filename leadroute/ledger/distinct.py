"""The sightings of a run that are new: each once, in order, and none that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.tables.history import Sightings
from leadroute.tables.numbers import among_ordered

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask, Rows, Whole


def distinct(seen: Sightings, known: Sightings) -> Sightings:
    """What is in ``seen`` and not in ``known``, sorted by all columns.

    Hardly a key comes twice: sorting by key and looking at the neighbours settles nearly all, and only the rest is
    compared column by column, in the places it has among the others.
    """
    order = np.argsort(seen.key, kind="stable")
    key = seen.key[order]
    rest = np.flatnonzero(_beside_its_like(key) | among_ordered(key, np.sort(known.key)))
    order[rest], fresh = _sorted(seen, order[rest], known)
    keep = np.ones(len(order), dtype=np.bool_)
    keep[rest] = fresh
    return _taken(seen, order[keep])


def _beside_its_like(key: Whole) -> Mask:
    alike = np.zeros(len(key), dtype=np.bool_)
    same = key[1:] == key[:-1]
    alike[1:] = same
    alike[:-1] |= same
    return alike


def _sorted(seen: Sightings, rows: Rows, known: Sightings) -> tuple[Rows, Mask]:
    """Some rows in order, and which of them are the first of their kind and not known."""
    columns = [np.concatenate([old, new[rows]]) for old, new in zip(_columns(known), _columns(seen), strict=True)]
    order = np.lexsort(columns[::-1])  # equal ones stay in their order: the known one first
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = ~np.logical_and.reduce([column[order][1:] == column[order][:-1] for column in columns])
    ours = order >= len(known)
    return rows[order[ours] - len(known)], fresh[ours]


def _taken(some: Sightings, rows: Rows) -> Sightings:
    return Sightings(*(column[rows] for column in _columns(some)))


def _columns(some: Sightings) -> tuple[Whole, ...]:
    return some.key, some.company, some.contact, some.lead
