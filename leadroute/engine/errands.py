"""From rules to errands: what is to be done with one lead, and so with all that are like it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.engine.eligible import Need
from leadroute.engine.errand import Errand, Stop
from leadroute.engine.paths import action_of, chain, first_pool
from leadroute.engine.plan import DEFAULT
from leadroute.model.fold import fold
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import (
    OPEN_POOL,
    AssignPool,
    AssignRep,
    Conflict,
    OwnerAway,
    Reject,
    Review,
    Scope,
    ToOpenPool,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from leadroute.engine.plan import Matches
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Action, Demand, Rulebook
    from leadroute.tables.leads import Leads
    from leadroute.tables.merges import CustomerMatches


@dataclass(frozen=True, slots=True, eq=False)
class Brief:
    """Everything the errands of a run are read from."""

    leads: Leads
    book: Rulebook
    roster: Roster
    matches: Matches
    customers: CustomerMatches
    lane: npt.NDArray[np.int8]
    now: float


def errand_of(brief: Brief, row: int, *, too_old: bool) -> Errand:
    """The errand of one row, and so of all rows like it."""
    errand = _by_rule(brief, row, too_old=too_old)
    return _with_customer(brief, row, errand) if brief.customers.customer[row] >= 0 else errand


def _by_rule(brief: Brief, row: int, *, too_old: bool) -> Errand:
    at = int(brief.matches.rule[row])
    action = action_of(brief.book, at)
    settled = _settled(action, at, review=bool(brief.matches.review[row]), too_old=too_old)
    if settled is not None:
        return Errand(*settled, settled=True)
    if isinstance(action, Review):
        errand = Errand(Outcome.REVIEW, Reason.RULE_REVIEW)
    else:
        errand = Errand(Outcome.ASSIGNED, Reason.DEFAULT if at == DEFAULT else Reason.RULE)
    errand = _towards(brief, row, errand, first_pool(action))
    return _named(brief, action.rep, errand) if isinstance(action, AssignRep) else errand


def _settled(action: Action, rule: int, *, review: bool, too_old: bool) -> tuple[Outcome, Reason] | None:
    """The outcome of a lead that needs no turn."""
    if review:
        return Outcome.REVIEW, Reason.MISSING_VALUE
    if too_old:
        return Outcome.POOLED, Reason.TOO_OLD
    match action:
        case ToOpenPool():
            return Outcome.POOLED, Reason.NO_RULE if rule == DEFAULT else Reason.RULE_OPEN_POOL
        case Reject():
            return Outcome.ARCHIVED, Reason.REJECTED
        case Review(_, ""):
            return Outcome.REVIEW, Reason.RULE_REVIEW
    return None


def _towards(brief: Brief, row: int, errand: Errand, target: str) -> Errand:
    """Fill in where an errand leads: a pool and its overflow, or a rep."""
    book, rule = brief.book, int(brief.matches.rule[row])
    if target not in book.pools and target != OPEN_POOL:
        errand = _named(brief, target, errand)
    action = action_of(book, rule)
    require, prefer = (action.require, action.prefer) if isinstance(action, AssignPool) else ((), ())
    lane = int(brief.lane[row])
    exempt = book.lanes[lane].exempt if lane < len(book.lanes) else frozenset()
    own = _needs(brief, require, row)
    stops = tuple(
        Stop(
            name,
            _account(book, name, rule),
            (*own, *_needs(brief, book.pools[name].require, row)),
            (*_needs(brief, prefer, row), *_needs(brief, book.pools[name].prefer, row)),
            exempt,
        )
        for name in chain(book, target)
    )
    return replace(errand, chain=stops, needs=own, exempt=exempt, account=_account(book, "", rule))


def _named(brief: Brief, who: str, errand: Errand) -> Errand:
    rep = brief.roster.find(who)
    if rep is None:
        return errand
    return replace(errand, named=rep, deputy=_deputy(brief.roster, rep))


def _with_customer(brief: Brief, row: int, errand: Errand) -> Errand:
    policy = brief.book.customers
    if brief.customers.conflict[row] and policy.conflict is not Conflict.FIRST:
        waits = policy.conflict is Conflict.REVIEW
        return Errand(Outcome.REVIEW, Reason.CUSTOMER_CONFLICT, settled=True) if waits else errand
    owner = int(brief.customers.owner[row])
    waits = policy.owner_away is OwnerAway.REVIEW
    if owner < 0:
        return Errand(Outcome.REVIEW, Reason.CUSTOMER_OWNER_AWAY, settled=True) if waits else errand
    deputy = _deputy(brief.roster, owner) if policy.owner_away is OwnerAway.DEPUTY else -1
    return replace(errand, owner=owner, owner_deputy=deputy, owner_waits=waits, charge_owner=policy.charge)


def _deputy(roster: Roster, rep: int) -> int:
    found = roster.find(roster.reps[rep].deputy) if roster.reps[rep].deputy else None
    return -1 if found is None else found


def _account(book: Rulebook, pool: str, rule: int) -> str:
    match book.fairness.scope:
        case Scope.GLOBAL:
            return ""
        case Scope.POOL:
            return f"pool:{pool}" if pool else ""
        case Scope.RULE:
            return f"rule:{book.rules[rule].name}" if rule >= 0 else "default"


def _needs(brief: Brief, demands: Sequence[Demand], row: int) -> tuple[Need, ...]:
    return tuple(_need(brief, demand, row) for demand in demands)


def _need(brief: Brief, demand: Demand, row: int) -> Need:
    skill = demand.attribute == "skills"
    if not demand.field:
        return Need(demand.attribute, tuple(fold(value) for value in demand.values), skill=skill)
    column = brief.leads.columns.get(demand.field)
    key = fold(column.key(row)) if column is not None else ""
    return Need(demand.attribute, (key,) if key else (), skill=skill)
