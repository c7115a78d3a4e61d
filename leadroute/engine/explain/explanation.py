"""An explanation: everything behind the decision on one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.explain.retrace import turn_of
from leadroute.engine.explain.rules import rules_tried, score_of
from leadroute.engine.explain.trace import Tracer
from leadroute.model.outcome import Outcome, Reason
from leadroute.tables.history import NEW, History
from leadroute.tables.labels import labels

if TYPE_CHECKING:
    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.explain.rules import Scored, Tried
    from leadroute.engine.explain.trace import Value
    from leadroute.engine.explain.turn import Turn
    from leadroute.engine.plan import Plan
    from leadroute.model.diagnostic import Place
    from leadroute.tables.leads import Leads
    from leadroute.tables.merges import SharedValue


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the files: its position among all, its place, and what people call the lead."""

    at: int
    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Kin:
    """Another row of the same lead and the line of ``same_when`` that linked it; the survivor stands for the others."""

    row: Row
    key: str
    survivor: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier runs know of a lead: its number in the ledger, the run and day (since 1970) of the last decision."""

    history: History
    lead: int
    run: int
    day: int
    rep: int


@dataclass(frozen=True, slots=True)
class Considered:
    """A key by which a customer was looked for: what the lead has, and the customer found (``None``: none).

    ``owner`` is a position on the roster (-1: nobody there), ``conflict`` marks a key that leads to several owners;
    the first key that finds somebody ``decides``.
    """

    field: str
    value: str
    customer: Row | None = None
    owner: int = -1
    conflict: bool = False
    decides: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """What became of a row, and everything it came from, in the order in which it was decided.

    ``rule`` is the position of the rule that decided (or ``plan.DEFAULT``, ``plan.NOT_ASKED``), ``pool`` the pool that
    gave the lead or was meant to. ``number`` of ``of`` is its place in the order of decisions (0: not put to the
    rules). ``shared`` are values it has in common with too many to be the same lead as they, ``taken`` fields filled
    from other rows of the lead, ``inferred`` those concluded from other fields.
    """

    row: Row
    outcome: Outcome
    reason: Reason
    rep: int
    rule: int
    pool: str
    lane: int
    number: int
    of: int
    kin: tuple[Kin, ...]
    shared: tuple[SharedValue, ...]
    taken: tuple[tuple[str, Row], ...]
    inferred: tuple[Value, ...]
    customers: tuple[Considered, ...]
    known: Known | None
    score: Scored | None
    rules: tuple[Tried, ...]
    turn: Turn | None


def explain(plan: Plan, arranged: Arrangement, row: int, customers: tuple[Considered, ...] = ()) -> Explanation:
    """Explain one row of a plan; ``arranged`` is what the plan was made from, arranged anew."""
    decided = plan.decisions
    pool = int(decided.pool[row])
    return Explanation(
        row=row_of(plan.leads, row),
        outcome=Outcome(int(decided.outcome[row])),
        reason=Reason(int(decided.reason[row])),
        rep=int(decided.rep[row]),
        rule=int(plan.matches.rule[row]),
        pool=decided.pools[pool] if pool >= 0 else "",
        lane=int(decided.lane[row]),
        number=int(decided.turn[row]) + 1,
        of=int((decided.turn >= 0).sum()),
        kin=_kin(plan, row),
        shared=_shared(plan, row),
        taken=_taken(plan, row),
        inferred=_inferred(arranged, row),
        customers=customers,
        known=_known(plan, row),
        score=score_of(arranged, plan.rulebook, row),
        rules=rules_tried(arranged, plan, row),
        turn=turn_of(arranged, row),
    )


def row_of(leads: Leads, row: int) -> Row:
    """A row by its position."""
    return Row(row, leads.place(row), labels(leads, np.array([row]))[0])


def _kin(plan: Plan, row: int) -> tuple[Kin, ...]:
    merges = plan.merges
    if merges.cluster[row] < 0:
        return ()
    others = [at for at in np.flatnonzero(merges.cluster == merges.cluster[row]).tolist() if at != row]
    keys = (*merges.keys, "")
    survivor = int(merges.survivor[row])
    return tuple(Kin(row_of(plan.leads, at), keys[int(merges.key[at])], survivor=at == survivor) for at in others)


def _shared(plan: Plan, row: int) -> tuple[SharedValue, ...]:
    columns = plan.leads.columns
    return tuple(
        one for one in plan.merges.shared if one.field in columns and columns[one.field].value(row) == one.value
    )


def _taken(plan: Plan, row: int) -> tuple[tuple[str, Row], ...]:
    found = []
    for field, (rows, donors) in plan.merges.filled.items():
        found += [(field, row_of(plan.leads, int(donor))) for donor in donors[rows == row].tolist()]
    return tuple(found)


def _inferred(arranged: Arrangement, row: int) -> tuple[Value, ...]:
    tracer = Tracer(arranged.case.leads, arranged.examiner, row)
    columns = arranged.case.leads.columns.items()
    return tuple(tracer.value(name) for name, column in columns if column.concluded[int(column.codes[row])])


def _known(plan: Plan, row: int) -> Known | None:
    known = plan.known
    if known is None:
        return None
    lead = int(known.lead[row])
    history = History(int(known.history[row]))
    return Known(history, 0 if lead == NEW else lead, int(known.run[row]), int(known.day[row]), int(known.rep[row]))
