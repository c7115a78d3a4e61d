"""A rulebook against the people it needs: pools and rules whose people are all away, or one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.availability import absences
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.rulebook import AssignRep, Reject, Review, ToOpenPool
from leadroute.rulebook.references import pools_named
from leadroute.rulebook.staff import named_staff, own_staff, staff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool, Rulebook


def check_staffing(book: Rulebook, roster: Roster, now: datetime) -> tuple[Diagnostic, ...]:
    """What a rulebook asks of people who are not there at a moment."""
    used = pools_named(book)
    pools = [pool for pool in book.pools.values() if pool.name in used]
    found = [diagnostic for pool in pools for diagnostic in _pool(book, pool, roster, now)]
    return (*found, *_rules(book, roster), *_default(book))


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


def _default(book: Rulebook) -> Iterator[Diagnostic]:
    """Leads that no rule takes go where nobody is named to look."""
    action = book.default
    nobody = isinstance(action, ToOpenPool | Reject) or (isinstance(action, Review) and not action.by)
    if nobody:
        yield Diagnostic("LR315", Severity.NOTE, action.place)
