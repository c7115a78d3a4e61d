"""One run of the past, played again: what a backtest keeps of its plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.figures import cap_hits
from leadroute.engine.fairness.presence import absences
from leadroute.engine.fairness.receipts import receipts
from leadroute.engine.gates import counted
from leadroute.engine.plan import DEFAULT
from leadroute.model.gate import Figure
from leadroute.model.outcome import AT_CAP, Outcome, Reason
from leadroute.model.rulebook import AssignPool

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.engine.fairness.report import Report
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One run, in figures; reps are positions on the roster.

    ``counts`` are the rows that came with it, by outcome; ``waited`` those of the open pool that took part again.
    ``default`` is the leads no rule decided, out of those put to the rules; ``review`` the leads put on the review
    desk. ``got`` and ``reserved`` count leads by rep, those from the open pool too; ``units`` is what each was entitled
    to, in units of the account, ``present`` who was on duty. ``full`` are the reps with a cap used up afterwards,
    ``passed`` how many leads passed a rep by who was at a cap. By pool, ``sent`` leads went on to another as nobody of
    it could take them, ``left`` stayed in the open pool for its caps. ``held`` is all leads for which any of this
    happened.
    """

    now: datetime
    counts: tuple[int, ...]
    waited: int
    default: tuple[int, int]
    review: int
    got: Whole
    reserved: Whole
    units: tuple[int, ...]
    present: Mask
    full: frozenset[int]
    passed: Mapping[int, int]
    sent: Mapping[str, int]
    left: Mapping[str, int]
    held: int

    @property
    def rows(self) -> int:
        """Rows that came with the run."""
        return sum(self.counts)


def step_of(plan: Plan, report: Report) -> Step:
    """What is kept of a plan and of what was measured of it."""
    received = receipts(plan).together()
    again, outcome = plan.leads.origin.again, plan.decisions.outcome
    return Step(
        now=plan.now,
        counts=tuple(int((outcome[again:] == one).sum()) for one in Outcome),
        waited=again,
        default=counted(plan, Figure.DEFAULT_RATE),
        review=plan.count(Outcome.REVIEW),
        got=received.total[0],
        reserved=received.reserved[0],
        units=_units(plan),
        present=np.array([why is None for why in absences(plan.roster, plan.rulebook, plan.now)], dtype=np.bool_),
        full=frozenset(rep for rep, caps in report.caps.items() if any(cap.used >= cap.limit for cap in caps)),
        passed=_passed(plan),
        sent=_by_pool(plan, Reason.OVERFLOW),
        left=_by_pool(plan, Reason.ALL_AT_CAP),
        held=cap_hits(plan),
    )


def _units(plan: Plan) -> tuple[int, ...]:
    units = Counter[int]()
    for line in plan.lines:
        units[line.rep] += line.entitled
    return tuple(units[rep] for rep in range(len(plan.roster.reps)))


def _passed(plan: Plan) -> Counter[int]:
    """Leads that passed each rep by for a cap, while a colleague took them."""
    circles = plan.decisions.circle
    times = np.bincount(circles[circles >= 0], minlength=len(plan.decisions.circles)).tolist()
    found = Counter[int]()
    for circle, count in zip(plan.decisions.circles, times, strict=True):
        for rep in {rep for rep, why in circle.passed if why in AT_CAP}:
            found[rep] += count
    return found


def _by_pool(plan: Plan, reason: Reason) -> Counter[str]:
    """Leads with this reason, by the pool that their rule meant them for."""
    actions = [*(rule.action for rule in plan.rulebook.rules), plan.rulebook.default]
    rules = plan.matches.rule[(plan.decisions.reason == reason) & (plan.matches.rule >= DEFAULT)]
    found = Counter[str]()
    for rule, count in zip(*np.unique(rules, return_counts=True), strict=True):
        action = actions[rule]
        found[action.pool if isinstance(action, AssignPool) else ""] += int(count)
    return found
