"""Make the plan of a run: match rules, order the leads, give them out, add it all up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.arrange import arrange
from leadroute.engine.plan import NOT_ASKED, Case, Decisions, Matches, Plan, Setting
from leadroute.engine.tally import closing_state, tally
from leadroute.engine.turns import Turns
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.desk import Desk
    from leadroute.engine.errands import Brief
    from leadroute.engine.grouping import Grouping
    from leadroute.engine.plan import Circle
    from leadroute.tables.leads import Rows, Whole


def make_plan(case: Case, setting: Setting) -> Plan:
    """Decide every row. Nothing happens yet."""
    arranged = arrange(case, setting)
    turns = Turns.before(arranged)
    gifts = turns.take(len(turns))
    return _plan(arranged, turns.desk, gifts)


_BY_CUSTOMER = [
    Reason.CUSTOMER_OWNER,
    Reason.CUSTOMER_DEPUTY,
    Reason.CUSTOMER_CONFLICT,
    Reason.CUSTOMER_OWNER_AWAY,
]


def _plan(arranged: Arrangement, desk: Desk, gifts: array[int]) -> Plan:
    case, setting = arranged.case, arranged.setting
    decisions = _decisions(arranged, gifts, tuple(desk.rings.circles))
    lines = tally(decisions, setting.roster)
    return Plan(
        now=setting.now,
        rulebook=setting.rulebook,
        roster=setting.roster,
        opening=setting.opening,
        closing=closing_state(desk, setting.opening, lines),
        leads=case.leads,
        merges=case.merges,
        customers=case.customers,
        scores=case.scores,
        matches=_without_customers(arranged.brief.matches, decisions),
        decisions=decisions,
        lines=lines,
        known=case.known,
    )


def _decisions(arranged: Arrangement, gifts: array[int], made: tuple[Circle, ...]) -> Decisions:
    settled, brief, grouping, order, rows = (
        arranged.settled,
        arranged.brief,
        arranged.grouping,
        arranged.order,
        arranged.served,
    )
    total, outcome, reason = len(settled.outcome), settled.outcome.copy(), settled.reason.copy()
    outcome[order] = _by_errand(grouping, [errand.outcome for errand in grouping.errands])
    reason[order] = _by_errand(grouping, [errand.reason for errand in grouping.errands])
    what, why, rep, circles, balance = np.frombuffer(gifts, dtype=np.int64).reshape(-1, 5).T
    outcome[rows], reason[rows] = what, why
    circle = _spread(total, rows, circles, -1)
    meant = np.full(total, -1, dtype=np.int16)
    meant[order] = np.where(outcome[order] == Outcome.POOLED, _meant(brief, grouping), -1)
    return Decisions(
        outcome=outcome,
        reason=reason,
        rep=_spread(total, rows, rep, -1).astype(np.int32),
        pool=np.where(circle >= 0, _pools(brief, [one.pool for one in made])[circle], meant),
        pools=tuple(brief.book.pools),
        lane=brief.lane,
        turn=_spread(total, order, np.arange(len(order)), -1).astype(np.int32),
        circle=circle.astype(np.int32),
        balance=_spread(total, rows, balance, 0),
        circles=made,
    )


def _by_errand(grouping: Grouping, values: Sequence[int]) -> npt.NDArray[np.uint8]:
    return np.array(values, dtype=np.uint8)[grouping.of]


def _meant(brief: Brief, grouping: Grouping) -> npt.NDArray[np.int16]:
    """For each row in order, the pool that was meant to take it."""
    return _pools(brief, [errand.chain[0].pool if errand.chain else "" for errand in grouping.errands])[grouping.of]


def _pools(brief: Brief, names: Sequence[str]) -> npt.NDArray[np.int16]:
    """The positions of pools by name; one entry more, -1, for rows without."""
    place = {name: at for at, name in enumerate(brief.book.pools)}
    return np.array([*(place.get(name, -1) for name in names), -1], dtype=np.int16)


def _spread(total: int, rows: Rows, values: Whole, missing: int) -> Whole:
    spread = np.full(total, missing, dtype=np.int64)
    spread[rows] = values
    return spread


def _without_customers(matches: Matches, decisions: Decisions) -> Matches:
    """Leads that went by their customer were not decided by a rule, whatever rule they would have met."""
    asked = np.isin(decisions.reason, _BY_CUSTOMER)
    return replace(matches, rule=np.where(asked, np.int16(NOT_ASKED), matches.rule))
