"""The sightings of a run that are new: each once, in order, and none that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.tables.history import Sightings

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask, Rows, Whole


def distinct(seen: Sightings, known: Sightings) -> Sightings:
    """What is in ``seen`` and not in ``known``, sorted by all columns.

    Hardly a key comes twice: sorting by key and looking at the neighbours settles nearly all, and only the rest is
    compared column by column.
    """
    order = np.argsort(seen.key, kind="stable")
    key = seen.key[order]
    alike = _beside_its_like(key) | np.isin(key, known.key)
    some = _taken(seen, order[alike])
    both = _joined(_taken(seen, order[~alike]), _new(some, known))
    # No key is in both parts, and the second is in order.
    return _taken(both, np.argsort(both.key, kind="stable"))


def _beside_its_like(key: Whole) -> Mask:
    alike = np.zeros(len(key), dtype=np.bool_)
    same = key[1:] == key[:-1]
    alike[1:] = same
    alike[:-1] |= same
    return alike


def _new(some: Sightings, known: Sightings) -> Sightings:
    both = _joined(known, some)
    columns = (both.key, both.company, both.contact, both.lead)
    order = np.lexsort(columns[::-1])  # equal ones stay in their order: the known one first
    fresh = order >= len(known)
    fresh[1:] &= ~np.logical_and.reduce([column[order][1:] == column[order][:-1] for column in columns])
    return _taken(both, order[fresh])


def _joined(one: Sightings, other: Sightings) -> Sightings:
    return Sightings(
        np.concatenate([one.key, other.key]),
        np.concatenate([one.company, other.company]),
        np.concatenate([one.contact, other.contact]),
        np.concatenate([one.lead, other.lead]),
    )


def _taken(some: Sightings, rows: Rows) -> Sightings:
    return Sightings(some.key[rows], some.company[rows], some.contact[rows], some.lead[rows])
