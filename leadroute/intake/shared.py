"""Key values that too many share to identify anybody: an agency's mobile, a switchboard, an unknown placeholder.

Such a value is seen with several companies and several names; in files without any company column, with several
surnames.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.keys import only_repeated
from leadroute.tables.keys import key_numbers
from leadroute.tables.leads import OK
from leadroute.tables.merges import SharedValue
from leadroute.tables.numbers import different

if TYPE_CHECKING:
    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.leads import Column, Leads, Rows, Whole

_COMPANY_START = 4
"""Characters of a company's key that tell companies apart for the guard: spellings of one name mostly agree there."""


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """By row, the numbers of what tells leads apart that share a value: companies, names, and surnames if asked."""

    companies: Whole | None
    names: Whole | None
    surnames: Whole | None

    def of(self, rows: Rows) -> Others:
        """The same for some rows, each as often as it is named."""
        some = (None if each is None else each[rows] for each in (self.companies, self.names, self.surnames))
        return Others(*some)


def others_of(leads: Leads) -> Others:
    """What tells leads apart, once for all keys."""
    company, contact = leads.columns.get("company"), leads.columns.get("contact")
    starts = None if company is None else pc.utf8_slice_codeunits(company.keys, 0, _COMPANY_START)
    # Consumers: one person is written 张三, 张先生 and 张总, so names alone say little; surnames tell people apart.
    consumers = company is None and contact is not None
    return Others(
        companies=None if company is None else key_numbers(company, starts),
        names=None if contact is None else key_numbers(contact, _called(contact)),
        surnames=key_numbers(contact, _surnames(_called(contact))) if consumers and contact else None,
    )


def guarded(
    column: Column, name: str, numbers: Whole, others: Others, policy: Duplicates
) -> tuple[Whole, list[SharedValue]]:
    """Blank out the values that too many companies and names share, and list them."""
    candidate = only_repeated(numbers)
    companies, names = _distinct_per_key(candidate, others.companies), _distinct_per_key(candidate, others.names)
    if others.surnames is not None:
        enough = _distinct_per_key(candidate, others.surnames) >= policy.shared_names
    else:
        enough = companies >= policy.shared_companies
    shared = np.flatnonzero(enough & (names >= policy.shared_names))
    rows = np.isin(candidate, shared)
    return np.where(rows, -1, numbers), _listed(column, name, np.where(rows, candidate, -1), companies, names)


def impersonal(column: Column, name: str, others: Others) -> list[SharedValue]:
    """Repeated values that are nobody's by their nature and have no key: service numbers, role mailboxes."""
    nobodys = column.filled & column.blank & (column.status == OK)
    if not nobodys.any():
        return []
    rows = np.flatnonzero(nobodys.take(column.codes))
    numbers = np.full(len(column), -1, dtype=np.int64)
    numbers[rows] = column.values.take(pa.array(column.codes[rows])).dictionary_encode().indices.to_numpy()
    candidate = only_repeated(numbers)
    companies, names = _distinct_per_key(candidate, others.companies), _distinct_per_key(candidate, others.names)
    return _listed(column, name, candidate, companies, names)


def _listed(column: Column, name: str, keys: Whole, companies: Whole, names: Whole) -> list[SharedValue]:
    """What is said of each value that has a key here (-1: none), in the order of the rows."""
    rows = np.flatnonzero(keys >= 0)
    found, first, counts = np.unique(keys[rows], return_index=True, return_counts=True)
    lines = sorted(zip(rows[first].tolist(), found.tolist(), counts.tolist(), strict=True))
    return [
        SharedValue(name, column.value(row), count, int(companies[key]), int(names[key])) for row, key, count in lines
    ]


def _called(contact: Column) -> pa.Array:
    """The keys of names; a surname alone (王先生) has none, but tells people apart as it stands."""
    return pc.if_else(pc.equal(contact.keys, ""), pc.ascii_lower(contact.values), contact.keys)


def _surnames(keys: pa.Array) -> pa.Array:
    """Chinese first characters, the last word of any other name."""
    surnames = pc.replace_substring_regex(keys, r"^(\p{Han}).*$", r"\1")
    return pc.replace_substring_regex(surnames, r"^.* (\S+)$", r"\1")


def _distinct_per_key(keys: Whole, numbers: Whole | None) -> Whole:
    """How many different values, told by their numbers (-1 for blanks), each key is seen with."""
    count = int(keys.max(initial=-1)) + 1
    if numbers is None:
        return np.zeros(count, dtype=np.int64)
    rows = np.flatnonzero(keys >= 0)
    values = numbers[rows]
    rows, values = rows[values >= 0], values[values >= 0]
    width = int(values.max(initial=0)) + 1
    pairs = different(keys[rows] * width + values)
    return np.bincount(pairs // width, minlength=count).astype(np.int64)
