"""Leads of one company, and the keys that fix a rep under ``stable_hash``."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.rulebook import Strategy
from leadroute.tables.keys import key_numbers

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.history import Known
    from leadroute.tables.leads import Leads, Rows, Whole


@dataclass(frozen=True, slots=True)
class Companies:
    """Leads that go to one rep: for each lead the number of its company (-1: it is on its own), and by number the rep.

    ``rep`` holds positions on the roster (-1: nobody has the company yet) and is filled while leads are given out.
    """

    of: array[int]
    rep: array[int]


def company_numbers(leads: Leads, book: Rulebook) -> Whole | None:
    """For each row a small number, equal where the company is, -1 for none; ``None`` if it is of no account."""
    column = leads.columns.get("company")
    if column is None or not book.duplicates.one_rep_per_company:
        return None
    return key_numbers(column)


def companies(numbers: Whole | None, rows: Rows, known: Known | None) -> Companies:
    """The companies that several of the rows share, and those somebody has from earlier runs."""
    if numbers is None:
        return Companies(array("q", [-1]) * len(rows), array("q"))
    company = numbers[rows]
    many = np.bincount(company + 1, minlength=2) > 1
    rep = np.full(len(many), -1, dtype=np.int64)
    if known is not None:
        rep[company + 1] = known.company_rep[rows]
        many |= rep >= 0
    many[0] = False
    of = np.where(many[company + 1], company, -1)
    return Companies(array("q", of.tobytes()), array("q", rep[1:].tobytes()))


def hash_keys(leads: Leads, book: Rulebook, rows: Rows) -> list[str]:
    """The first value each row has of the fields that pools hash by; empty when no pool does."""
    names = {pool.hash_by for pool in book.pools.values() if pool.strategy is Strategy.STABLE_HASH}
    columns = [leads.columns[name] for name in sorted(names) if name in leads.columns]
    texts = [column.take(rows).spread(column.keys).to_pylist() for column in columns]
    return [next((part for part in parts if part), "") for parts in zip(*texts, strict=True)]
