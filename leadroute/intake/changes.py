"""What the rows of known leads say otherwise than the ledger has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import cleaner
from leadroute.intake.fill import JOINED, JOINER
from leadroute.tables.arrow import TEXT, flags
from leadroute.tables.history import Changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.history import Known
    from leadroute.tables.leads import Leads, Mask, Rows
    from leadroute.tables.merges import Merges

_OF_ROWS = frozenset({"lead_id", "created_at"})
"""Fields that tell one row of a lead from another, and so differ by nature."""


def to_compare(leads: Leads, merges: Merges, known: Known) -> Rows:
    """Rows read now whose lead the ledger has, and which no other row read now stands for."""
    again = leads.origin.again
    stands = ~merges.loser | (merges.survivor < again)
    stands[:again] = False
    return np.flatnonzero(stands & (known.run > 0))


def comparable(leads: Leads) -> tuple[str, ...]:
    """The labels of the columns that are compared."""
    return tuple(label for label in map(str, leads.raw) if not label.startswith("?") and label not in _OF_ROWS)


def changes(leads: Leads, book: Rulebook, zone: tzinfo, rows: Rows, old: Mapping[str, pa.Array]) -> Changes:
    """Compare some rows with their old texts by label (null: not known then); a blank cell now takes nothing back."""
    fields = tuple(old)
    parts = []
    for at, label in enumerate(fields):
        new = pa.array(leads.raw[label].array.take(rows)).cast(TEXT)
        other = flags(pc.fill_null(pc.and_(pc.not_equal(new, ""), pc.not_equal(new, old[label])), False))  # noqa: FBT003 - Arrow's
        here = np.flatnonzero(other)
        before, after = old[label].take(pa.array(here)), new.take(pa.array(here))
        means = np.flatnonzero(_differ(before, after, label, book, zone))
        take = pa.array(means)
        parts.append((rows[here[means]], np.full(len(means), at), before.take(take), after.take(take)))
    row, field, was, now = (list(column) for column in zip(*parts, strict=True)) if parts else ([], [], [], [])
    return _ordered(fields, row, field, was, now)


def _differ(before: pa.Array, after: pa.Array, label: str, book: Rulebook, zone: tzinfo) -> Mask:
    """Which texts do not mean the same: ``138 0000 0000`` is ``13800000000``."""
    if not len(before):
        return np.zeros(0, dtype=np.bool_)
    clean = cleaner(book.kind_of(label), zone)
    found = flags(pc.not_equal(clean(before).values, clean(after).values))
    if label in JOINED:  # what several rows said is kept joined
        told = [new in old.split(JOINER) for old, new in zip(before.to_pylist(), after.to_pylist(), strict=True)]
        found = found & ~np.array(told, dtype=np.bool_)
    return found


def _ordered(
    fields: tuple[str, ...], row: list[Rows], field: list[Rows], was: list[pa.Array], now: list[pa.Array]
) -> Changes:
    rows = np.concatenate([*row, np.zeros(0, dtype=np.int64)]).astype(np.int64)
    of = np.concatenate([*field, np.zeros(0, dtype=np.int64)]).astype(np.int64)
    order = np.lexsort((of, rows))
    take = pa.array(order)
    old, new = (pa.chunked_array(texts, TEXT).combine_chunks().take(take) for texts in (was, now))
    return Changes(rows[order], of[order], fields, old, new)
