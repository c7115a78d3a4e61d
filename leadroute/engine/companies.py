"""Leads of one company, and the keys that fix a rep under ``stable_hash``."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.rulebook import Strategy

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Rows


def mates(leads: Leads, book: Rulebook, rows: Rows) -> array[int]:
    """A number for each company that several of the rows share, -1 for the others."""
    column = leads.columns.get("company")
    if column is None or not book.duplicates.one_rep_per_company:
        return array("q", [-1]) * len(rows)
    numbers = column.keys.dictionary_encode().indices.to_numpy()
    company = np.where(column.blank, -1, numbers)[column.codes[rows]]
    many = np.bincount(company + 1, minlength=2) > 1
    many[0] = False
    return array("q", np.where(many[company + 1], company, -1).astype(np.int64).tobytes())


def hash_keys(leads: Leads, book: Rulebook, rows: Rows) -> list[str]:
    """The first value each row has of the fields that pools hash by; empty when no pool does."""
    names = {pool.hash_by for pool in book.pools.values() if pool.strategy is Strategy.STABLE_HASH}
    columns = [leads.columns[name] for name in sorted(names) if name in leads.columns]
    texts = [column.take(rows).spread(column.keys).to_pylist() for column in columns]
    return [next((part for part in parts if part), "") for parts in zip(*texts, strict=True)]
