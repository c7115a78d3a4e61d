"""A rulebook against the people it needs: pools whose members are all away, or one person, or too few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.availability import absences
from leadroute.engine.eligible import members_of
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.rep import Status
from leadroute.model.rulebook import AssignRep, Reject, Review, ToOpenPool
from leadroute.rulebook.references import pools_named
from leadroute.rulebook.staff import named_staff, own_staff, staff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from leadroute.model.rep import Rep, Roster
    from leadroute.model.rulebook import Pool, Rulebook


def check_staffing(
    book: Rulebook, roster: Roster, now: datetime, arriving: int | None = None
) -> tuple[Diagnostic, ...]:
    """What a rulebook asks of people who are not there.

    Args:
        book: the rulebook.
        roster: its reps.
        now: the moment to look at.
        arriving: leads to be expected in a day; ``None`` when that is not known.
    """
    used = pools_named(book)
    pools = [pool for pool in book.pools.values() if pool.name in used]
    found = [diagnostic for pool in pools for diagnostic in _pool(book, pool, roster, now)]
    too_many = () if arriving is None else tuple(_too_many(pools, roster, arriving))
    return (*found, *_rules(book, roster), *too_many, *_default(book))


def _pool(book: Rulebook, pool: Pool, roster: Roster, now: datetime) -> Iterator[Diagnostic]:
    """Nobody on duty, or only one person who could ever take a lead; those it overflows to may stand in."""
    own, active = own_staff(pool, roster), staff(book, pool.name, roster)
    away = absences(roster, book.leave, now)
    if own and all(away[at] for at in active):
        args = facts(pool=pool.name, count=len(own), day=f"{now:%Y-%m-%d}")
        yield Diagnostic("LR312", Severity.WARNING, pool.place, args)
    elif own and len(active) == 1:
        (only,) = active
        yield Diagnostic("LR313", Severity.NOTE, pool.place, facts(pool=pool.name, who=roster.reps[only].name))


def _rules(book: Rulebook, roster: Roster) -> Iterator[Diagnostic]:
    """Rules that name a rep for whom nobody could stand in."""
    for rule in book.rules:
        if isinstance(rule.action, AssignRep) and rule.enabled:
            people = named_staff(book, rule.action, roster)
            if len(people) == 1:
                (only,) = people
                yield Diagnostic("LR340", Severity.NOTE, rule.place, facts(rule=rule.name, who=roster.reps[only].name))


def _too_many(pools: list[Pool], roster: Roster, arriving: int) -> Iterator[Diagnostic]:
    """More leads in a day than all reps of all pools may receive; without a cap anywhere nothing is too many."""
    most: dict[int, int | None] = {}
    for pool in pools:
        for at in members_of(pool.members, roster):
            rep = roster.reps[at]
            if rep.status is Status.ACTIVE:
                most[at] = _larger(most.get(at, 0), _in_a_day(rep, pool))
    known = [one for one in most.values() if one is not None]
    if most and len(known) == len(most) and sum(known) < arriving:
        yield Diagnostic(
            "LR314", Severity.WARNING, pools[0].place, facts(count=arriving, most=sum(known), reps=len(most))
        )


def _in_a_day(rep: Rep, pool: Pool) -> int | None:
    caps = [cap for cap in (rep.caps.day, pool.caps.day) if cap is not None]
    return min(caps) if caps else None


def _larger(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _default(book: Rulebook) -> Iterator[Diagnostic]:
    """Leads that no rule takes go where nobody is named to look."""
    action = book.default
    nobody = isinstance(action, ToOpenPool | Reject) or (isinstance(action, Review) and not action.by)
    if nobody:
        yield Diagnostic("LR315", Severity.NOTE, action.place)
