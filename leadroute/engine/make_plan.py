"""Make the plan of a run: match rules, order the leads, give them out, add it all up."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.availability import absences
from leadroute.engine.companies import companies, hash_keys
from leadroute.engine.conditions import Examiner
from leadroute.engine.desk import Desk
from leadroute.engine.distribute import deal
from leadroute.engine.errands import Brief
from leadroute.engine.grouping import group
from leadroute.engine.match import match_rules
from leadroute.engine.operators import Surroundings
from leadroute.engine.order import in_order, lanes
from leadroute.engine.plan import NOT_ASKED, Case, Decisions, Matches, Plan, Setting
from leadroute.engine.tally import closing_state, tally
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Reenter
from leadroute.tables.reach import nobody

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    import numpy.typing as npt

    from leadroute.engine.grouping import Grouping
    from leadroute.engine.plan import Circle
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Mask, Rows, Whole


def surroundings(roster: Roster, now: datetime) -> Surroundings:
    """What tests may look at beside the lead: the moment, and the values reps have."""
    values: dict[str, set[str]] = {}
    for rep in roster.reps:
        for attribute, own in rep.sets.items():
            values.setdefault(attribute, set()).update(own)
    return Surroundings(local_seconds(now), {name: frozenset(own) for name, own in values.items()})


def local_seconds(now: datetime) -> float:
    """A moment as columns of dates hold it: seconds since 1970 of the local time on the wall."""
    return float(np.datetime64(now.replace(tzinfo=None), "us").astype(np.int64)) / 1e6


def make_plan(case: Case, setting: Setting) -> Plan:
    """Decide every row. Nothing happens yet."""
    leads, book, roster, opening, now = case.leads, setting.rulebook, setting.roster, setting.opening, setting.now
    examiner = Examiner(leads, surroundings(roster, now))
    settled = _settled_before(case)
    rows = np.flatnonzero(settled.outcome == _OPEN)
    matches = match_rules(book.rules, examiner, rows, now)
    lane = lanes(book, examiner, rows)
    order = in_order(leads, case.scores, lane, rows, _first(case, book))
    brief = Brief(leads, book, roster, matches, case.customers, lane, examiner.around.now)
    grouping = group(brief, order)
    turns = _turns(grouping)
    desk = Desk.before(setting, absences(roster, book.leave, now))
    given = order[turns]
    gifts = deal(
        desk,
        grouping.errands,
        _numbers(grouping.of[turns]),
        companies(leads, book, given, case.known),
        hash_keys(leads, book, given),
    )
    decisions = _decisions(settled, brief, _Dealt(order, turns, grouping, gifts, tuple(desk.rings.circles)))
    lines = tally(decisions, roster)
    return Plan(
        now=now,
        rulebook=book,
        roster=roster,
        opening=opening,
        closing=closing_state(desk, opening, lines),
        leads=leads,
        merges=case.merges,
        customers=case.customers,
        scores=case.scores,
        matches=_without_customers(matches, decisions),
        decisions=decisions,
        lines=lines,
        known=case.known,
    )


def _first(case: Case, book: Rulebook) -> Mask | None:
    """Leads that waited longer than any new one, if the rulebook lets them come first."""
    return case.known.reentered if case.known and book.memory.reenter is Reenter.FIRST else None


_OPEN = 255
"""Not an outcome: still to be decided."""

_BY_CUSTOMER = [
    Reason.CUSTOMER_OWNER,
    Reason.CUSTOMER_DEPUTY,
    Reason.CUSTOMER_CONFLICT,
    Reason.CUSTOMER_OWNER_AWAY,
]


@dataclass(frozen=True, slots=True, eq=False)
class _Settled:
    outcome: npt.NDArray[np.uint8]
    reason: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class _Dealt:
    """The rows in order, which of them took a turn, their errands, and what each of those got."""

    order: Rows
    turns: Rows
    grouping: Grouping
    gifts: array[int]
    circles: tuple[Circle, ...]


def _settled_before(case: Case) -> _Settled:
    """Outcomes known before any rule is asked: duplicates, groups too big to merge, rows that are nobody or aside."""
    outcome = np.full(len(case.leads), _OPEN, dtype=np.uint8)
    reason = np.zeros(len(case.leads), dtype=np.uint8)
    for mask, what, why in (
        (case.aside, Outcome.INVALID, Reason.UNREACHABLE),
        (nobody(case.leads), Outcome.INVALID, Reason.NO_CONTACT),
        (case.leads.origin.broken, Outcome.INVALID, Reason.UNREADABLE),
        (case.merges.oversized, Outcome.REVIEW, Reason.BIG_CLUSTER),
        (_settled_earlier(case, same=False), Outcome.DUPLICATE, Reason.EARLIER_LEAD),
        (_settled_earlier(case, same=True), Outcome.DUPLICATE, Reason.KNOWN),
        (case.merges.loser, Outcome.DUPLICATE, Reason.SAME_LEAD),
    ):
        if mask is not None:
            outcome[mask], reason[mask] = what, why
    return _Settled(outcome, reason)


def _settled_earlier(case: Case, *, same: bool) -> Mask | None:
    """Leads that an earlier run decided: the very same row, or another row of the same lead."""
    if case.known is None:
        return None
    return np.asarray(case.known.settled & (case.known.same == same), dtype=np.bool_)


def _turns(grouping: Grouping) -> Rows:
    """Positions in the order of the leads that need a turn, or at least a try at the customer's owner."""
    open_ = np.array([not errand.settled or errand.owner >= 0 for errand in grouping.errands], dtype=np.bool_)
    return np.flatnonzero(open_[grouping.of]) if len(open_) else np.zeros(0, dtype=np.intp)


def _decisions(settled: _Settled, brief: Brief, dealt: _Dealt) -> Decisions:
    total, order, rows = len(settled.outcome), dealt.order, dealt.order[dealt.turns]
    outcome, reason = settled.outcome.copy(), settled.reason.copy()
    outcome[order] = _by_errand(dealt.grouping, [errand.outcome for errand in dealt.grouping.errands])
    reason[order] = _by_errand(dealt.grouping, [errand.reason for errand in dealt.grouping.errands])
    what, why, rep, circles, balance = np.frombuffer(dealt.gifts, dtype=np.int64).reshape(-1, 5).T
    outcome[rows], reason[rows] = what, why
    circle = _spread(total, rows, circles, -1)
    meant = np.full(total, -1, dtype=np.int16)
    meant[order] = np.where(outcome[order] == Outcome.POOLED, _meant(brief, dealt.grouping), -1)
    return Decisions(
        outcome=outcome,
        reason=reason,
        rep=_spread(total, rows, rep, -1).astype(np.int32),
        pool=np.where(circle >= 0, _pools(brief, [one.pool for one in dealt.circles])[circle], meant),
        pools=tuple(brief.book.pools),
        lane=brief.lane,
        turn=_spread(total, order, np.arange(len(order)), -1).astype(np.int32),
        circle=circle.astype(np.int32),
        balance=_spread(total, rows, balance, 0),
        circles=dealt.circles,
    )


def _numbers(values: Whole) -> array[int]:
    return array("q", np.ascontiguousarray(values, dtype=np.int64).tobytes())


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
