"""The laws a plan must keep, checked before anything is written, by other means than the engine's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.limits import caps_hold
from leadroute.engine.fairness.presence import absences
from leadroute.model.outcome import Outcome, Passed, Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Opening

_FIRST_OF_NEXT = (20, 40, 60, 80, 100, 120)
"""Reasons are numbered by outcome: those of outcome ``o`` lie below ``_FIRST_OF_NEXT[o]``."""


def verify(plan: Plan) -> tuple[str, ...]:
    """The names of the laws that the plan breaks: none, or the plan must not be written."""
    return tuple(name for name, holds in LAWS.items() if not holds(plan))


def conservation(plan: Plan) -> bool:
    """Every row has exactly one outcome with a reason of that outcome, and an owner if, and only if, it is assigned."""
    decisions, rows = plan.decisions, len(plan.leads.origin.row)
    columns = (decisions.outcome, decisions.reason, decisions.rep, plan.leads.raw.index)
    if any(len(column) != rows for column in columns):
        return False
    if not np.isin(decisions.outcome, list(Outcome)).all() or not np.isin(decisions.reason, list(Reason)).all():
        return False
    outcome_of_reason = np.digitize(decisions.reason, _FIRST_OF_NEXT)
    assigned, owned = decisions.outcome == Outcome.ASSIGNED, decisions.rep >= 0
    owner_fits = np.where(decisions.outcome == Outcome.REVIEW, True, assigned == owned)  # noqa: FBT003
    return bool((outcome_of_reason == decisions.outcome).all() and owner_fits.all())


def zero_sum(plan: Plan) -> bool:
    """Balances of every account add up to exactly zero, before and after; a lead costs what is earned with it."""
    prices = all(circle.price == sum(circle.accrual) for circle in plan.decisions.circles)
    return prices and not any(_sums(plan.opening).values()) and not any(_sums(plan.closing).values())


def accounts_add_up(plan: Plan) -> bool:
    """Opening + entitled - paid = closing for every rep of every account, and the lines agree with the decisions."""
    expected = Counter(plan.opening.balances)
    paid: Counter[str] = Counter()
    for line in plan.lines:
        expected[line.account, plan.roster.reps[line.rep].id] += line.entitled - line.paid
        paid[line.account] += line.paid
    used = plan.decisions.circle[plan.decisions.circle >= 0]
    for at, times in zip(*np.unique(used, return_counts=True), strict=True):
        circle = plan.decisions.circles[at]
        paid[circle.account] -= circle.price * int(times)
    closing = plan.closing.balances
    same = all(expected[key] == closing.get(key, 0) for key in {*expected, *closing})
    return same and not any(paid.values())


def no_absent_owner(plan: Plan) -> bool:
    """Nobody who left, is inactive, not hired yet or on leave gets a lead or a reserved turn."""
    away = absences(plan.roster, plan.rulebook, plan.now)
    absent = np.array([reason is not None and reason is not Passed.PAUSED for reason in away], dtype=np.bool_)
    reps = plan.decisions.rep[plan.decisions.rep >= 0]
    return bool((reps < len(absent)).all()) and not absent[reps].any()


LAWS: dict[str, Callable[[Plan], bool]] = {
    "conservation": conservation,
    "zero_sum": zero_sum,
    "accounts_add_up": accounts_add_up,
    "no_absent_owner": no_absent_owner,
    "caps": caps_hold,
}
"""Every law by name. A paused rep (roster weight 0) may still be given a weight by a pool, so is not absent."""


def _sums(state: Opening) -> Counter[str]:
    totals: Counter[str] = Counter()
    for (account, _), balance in state.balances.items():
        totals[account] += balance
    return totals
