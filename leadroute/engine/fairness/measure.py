"""Measure how fair a plan is: the figures a manager and a rep ask for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.engine.fairness import counts
from leadroute.engine.fairness.caps import open_before, open_from, total_caps
from leadroute.engine.fairness.evenness import Amounts, against_entitlement, evenness
from leadroute.engine.fairness.presence import absences
from leadroute.engine.fairness.receipts import receipts
from leadroute.engine.fairness.report import Balance, PoolLine, RepLine, Report
from leadroute.engine.fairness.shares import entitled_among, overall_shares, pool_shares
from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import AssignPool
from leadroute.tables.arrow import flags

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.engine.fairness.receipts import Receipts
    from leadroute.engine.fairness.report import Evenness, Share
    from leadroute.engine.plan import Plan


def measure(plan: Plan) -> Report:
    """Measure a plan: who got how much, who was entitled to how much, and whether that is even."""
    received = receipts(plan)
    shares = overall_shares(plan, received)
    grade = top_grade(plan)
    return Report(
        files=counts.files(plan),
        reps=_reps(plan, shares),
        pools=_pools(plan, received),
        evenness=_overall(plan, shares),
        top_grade=grade,
        top=_of_grade(plan, grade) if grade else None,
        rules=counts.rules(plan),
        points=counts.points(plan),
        reasons=counts.reasons(plan),
        default=counts.default_use(plan),
        history=counts.history(plan),
    )


def top_grade(plan: Plan) -> str:
    """The grade with the highest threshold ("" when the rulebook has none or nothing was graded)."""
    grades = plan.rulebook.score.grades
    return grades[0][0] if grades and "grade" in plan.leads.columns else ""


def _reps(plan: Plan, shares: tuple[Share, ...]) -> tuple[RepLine, ...]:
    away = absences(plan.roster, plan.rulebook, plan.now)
    columns = (plan.roster.reps, shares, open_before(plan), away, open_from(plan))
    return tuple(
        RepLine(share, held, plan.closing.open.get(rep.id, held), reason, told)
        for rep, share, held, reason, told in zip(*columns, strict=True)
    )


def _pools(plan: Plan, received: Receipts) -> tuple[PoolLine, ...]:
    """The rulebook's pools and others that gave leads; the line without a pool only when it has something to say."""
    shares = pool_shares(plan, received)
    unplaced = _unplaced(plan)
    lines = (
        PoolLine(pool, members, unplaced[pool], _pool_balance(members), total_caps(plan, pool, given))
        for (pool, members), given in zip(shares.items(), received.held.sum(axis=1).tolist(), strict=True)
    )
    return tuple(line for line in lines if line.pool or line.members)


def _unplaced(plan: Plan) -> Counter[str]:
    """Rows that a rule (or the default) meant for a pool and that ended in the open pool, by that pool."""
    actions = [*(rule.action for rule in plan.rulebook.rules), plan.rulebook.default]
    left = plan.matches.rule[(plan.decisions.outcome == Outcome.POOLED) & (plan.matches.rule >= DEFAULT)]
    rows: Counter[str] = Counter()
    for rule, count in zip(*np.unique(left, return_counts=True), strict=True):
        action = actions[rule]
        if isinstance(action, AssignPool):
            rows[action.pool] += int(count)
    return rows


def _pool_balance(members: tuple[Share, ...]) -> Balance:
    turns = np.array([member.got + member.reserved for member in members], dtype=np.int64)
    entitled = np.array([float(member.entitled) for member in members])
    found = against_entitlement(turns, entitled)
    return Balance(
        found.ratio,
        tuple(members[at].rep for at in found.most),
        tuple(members[at].rep for at in found.least),
    )


def _overall(plan: Plan, shares: tuple[Share, ...]) -> Evenness:
    got = np.array([share.got for share in shares], dtype=np.int64)
    reserved = np.array([share.reserved for share in shares], dtype=np.int64)
    entitled = np.array([float(share.entitled) for share in shares])
    return evenness(Amounts(got, got + reserved, entitled, _weights(plan)), plan.rulebook.fairness.balance_ratio)


def _of_grade(plan: Plan, grade: str) -> Evenness:
    """The same for the rows of one grade; what each rep was entitled to of them is what their circles accrue."""
    column = plan.leads.columns["grade"]
    rows = flags(pc.equal(column.values, grade))[column.codes]
    received = receipts(plan, rows).together()
    got, turns = received.got[0], received.got[0] + received.reserved[0]
    amounts = Amounts(got, turns, entitled_among(plan, rows), _weights(plan))
    return evenness(amounts, plan.rulebook.fairness.balance_ratio)


def _weights(plan: Plan) -> npt.NDArray[np.float64]:
    """Roster weights, zero for who is away."""
    away = absences(plan.roster, plan.rulebook, plan.now)
    return np.array([0.0 if reason else float(rep.weight) for rep, reason in zip(plan.roster.reps, away, strict=True)])
