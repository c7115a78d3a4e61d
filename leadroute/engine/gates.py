"""Which gates a plan would pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.plan import DEFAULT
from leadroute.model.gate import Figure, Tripped
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.engine.plan import Plan
    from leadroute.model.gate import Gate
    from leadroute.tables.leads import Mask

_OUTCOMES = {
    Figure.UNASSIGNED: (Outcome.POOLED, Outcome.REVIEW),
    Figure.POOLED: (Outcome.POOLED,),
    Figure.REVIEW: (Outcome.REVIEW,),
    Figure.DUPLICATE: (Outcome.DUPLICATE,),
    Figure.INVALID: (Outcome.INVALID,),
    Figure.ARCHIVED: (Outcome.ARCHIVED,),
}
_OF_LEADS = frozenset({Figure.UNASSIGNED, Figure.POOLED, Figure.REVIEW})
_LEADS = (Outcome.ASSIGNED, Outcome.POOLED, Outcome.REVIEW)


def tripped(plan: Plan, gates: Iterable[Gate]) -> tuple[Tripped, ...]:
    """The gates whose figure is above the limit."""
    found = []
    for gate in gates:
        part, whole = counted(plan, gate.figure)
        if part > (gate.limit * whole if gate.share else gate.limit):
            found.append(Tripped(gate, part, whole))
    return tuple(found)


def counted(plan: Plan, figure: Figure) -> tuple[int, int]:
    """A figure of a plan: so many rows, of so many."""
    part, whole = (int(np.count_nonzero(mask[plan.leads.origin.again :])) for mask in _masks(plan, figure))
    return part, whole


def _masks(plan: Plan, figure: Figure) -> tuple[Mask, Mask]:
    """The rows a figure counts, and those they are a part of."""
    outcome, rule = plan.decisions.outcome, plan.matches.rule
    if figure is Figure.DEFAULT_RATE:
        return rule == DEFAULT, rule >= DEFAULT
    of_leads = np.isin(outcome, _LEADS) if figure in _OF_LEADS else np.ones(len(outcome), dtype=np.bool_)
    return np.isin(outcome, _OUTCOMES[figure]), of_leads
