"""The customers considered for one lead: what each key of the rulebook finds, also behind the one that decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.explain.explanation import Considered, row_of
from leadroute.intake.customers import match_customers

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import CustomerPolicy
    from leadroute.tables.leads import Leads


def considered(
    leads: Leads, row: int, customers: Leads | None, roster: Roster, policy: CustomerPolicy
) -> tuple[Considered, ...]:
    """What each key finds for a row, in the order of the policy; nothing without a customers file."""
    if customers is None:
        return ()
    one, found, decided = leads.take(np.array([row])), [], False
    for name in policy.match:
        column = one.columns.get(name)
        match = match_customers(one, customers, roster, replace(policy, match=(name,)))
        at = int(match.customer[0])
        found.append(
            Considered(
                name,
                "" if column is None else column.value(0),
                row_of(customers, at) if at >= 0 else None,
                int(match.owner[0]),
                conflict=bool(match.conflict[0]),
                decides=at >= 0 and not decided,
            )
        )
        decided = decided or at >= 0
    return tuple(found)
