"""Which existing customer a lead belongs to, and whose customer that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from leadroute.intake.further import with_further
from leadroute.tables.arrow import flags, objects
from leadroute.tables.leads import text_column
from leadroute.tables.merges import CustomerMatches

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import CustomerPolicy
    from leadroute.tables.leads import Column, Leads, Whole


FIELDS = {"phone": ("phone", "tel")}
"""The columns of a customers file in which a key of the rulebook's match order is looked for, where not its own."""


def nobody(leads: Leads) -> CustomerMatches:
    """The answer when there is no customers file."""
    count = len(leads)
    none = np.full(count, -1, dtype=np.int32)
    return CustomerMatches(None, none, np.full(count, -1, dtype=np.int16), none, np.zeros(count, dtype=np.bool_))


def match_customers(leads: Leads, customers: Leads, roster: Roster, policy: CustomerPolicy) -> CustomerMatches:
    """Look each lead up among the customers by the keys of the policy, in order; the first that hits decides."""
    owners = _owners(customers, roster)
    found = nobody(leads)
    customer, by = found.customer.copy(), found.by.copy()
    conflict = found.conflict.copy()
    for at, name in enumerate(policy.match):
        entries = _entries(customers, name, owners)
        if name not in leads.columns or not len(entries.keys):
            continue
        rows, column = with_further(leads.columns[name])
        place = entries.keys.get_indexer(pd.Index(objects(column.keys), dtype=object))
        place = np.where(flags(pc.equal(column.keys, "")), -1, place)[column.codes]
        hit = np.flatnonzero((place >= 0) & (customer[rows] < 0))[::-1]  # the number used is written last
        customer[rows[hit]], by[rows[hit]] = entries.rows[place[hit]], at
        conflict[rows[hit]] = entries.disputed[place[hit]]
    owner = np.where(customer >= 0, np.append(owners, -1)[customer], -1).astype(np.int32)
    return CustomerMatches(customers, customer, by, owner, conflict)


def customer_column(matches: CustomerMatches) -> Column:
    """The name of each row's customer as a column, blank for none: what ``customer`` means in conditions."""
    known = matches.customers
    named = known.columns.get("company") if known is not None else None
    names = [] if named is None else named.spread(named.values).to_pylist()
    if not names and known is not None:
        names = [str(known.place(row)) for row in range(len(known))]
    return text_column([*names, ""]).take(matches.customer)


def unknown_owners(customers: Leads, roster: Roster) -> tuple[tuple[int, str], ...]:
    """The first row and the name of every owner in the customers file who is not on the roster."""
    column = customers.columns.get("owner")
    if column is None:
        return ()
    missing = [(code, who) for code, who in enumerate(column.values.to_pylist()) if who and roster.find(who) is None]
    return tuple((int(np.flatnonzero(column.codes == code)[0]), who) for code, who in missing)


@dataclass(frozen=True, slots=True, eq=False)
class _Entries:
    """Keys of customers: the first row each stands for, and whether several owners claim it."""

    keys: pd.Index[str]
    rows: Whole
    disputed: npt.NDArray[np.bool_]


def _owners(customers: Leads, roster: Roster) -> Whole:
    column = customers.columns.get("owner")
    if column is None:
        return np.full(len(customers), -1, dtype=np.int64)
    places = [roster.find(who) if who else None for who in column.values.to_pylist()]
    return np.array([-1 if place is None else place for place in places], dtype=np.int64)[column.codes]


def _entries(customers: Leads, name: str, owners: Whole) -> _Entries:
    fields = [field for field in FIELDS.get(name, (name,)) if field in customers.columns]
    each = [with_further(customers.columns[field]) for field in fields]
    rows = np.concatenate([np.zeros(0, dtype=np.intp), *(rows for rows, _ in each)])
    keys = [key for _, column in each for key in column.spread(column.keys).to_pylist()]
    named = pd.DataFrame({"key": keys, "row": rows, "owner": owners[rows]})
    named = named[named["key"] != ""]
    claimed = named.groupby("key", sort=False, dropna=False).agg(row=("row", "first"), owners=("owner", "nunique"))
    disputed = (claimed["owners"] > 1).to_numpy()
    return _Entries(pd.Index(claimed.index, dtype=object), claimed["row"].to_numpy(), disputed)
