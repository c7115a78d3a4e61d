"""A rulebook against a roster: people named who are not there or have left, groups without anybody, weights of zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from leadroute.engine.eligible import attribute_values, members_of
from leadroute.engine.weights import pool_weights
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.fold import fold
from leadroute.model.rep import Status
from leadroute.model.rulebook import ALL_REPS, OPEN_POOL, AssignRep, Review
from leadroute.rulebook.columns import SINGLE
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool, Rulebook


def check_people(book: Rulebook, roster: Roster) -> tuple[Diagnostic, ...]:
    """Every mention of a rep or of an attribute of reps that the roster does not bear out."""
    return tuple(dict.fromkeys((*_staff(roster), *_pools(book, roster), *_rules(book, roster))))


def _staff(roster: Roster) -> Iterator[Diagnostic]:
    """A roster on which nobody is active is more likely misread than meant: no rulebook could give it a lead."""
    if all(rep.status is not Status.ACTIVE for rep in roster.reps):
        yield Diagnostic("LR533", place=Place(roster.file), args=facts(count=len(roster.reps)))


def _pools(book: Rulebook, roster: Roster) -> Iterator[Diagnostic]:
    for pool in book.pools.values():
        place = pool.members.place if pool.members.place.file else pool.place
        wrong = [*_named(pool.members.named, roster, place), *_attributes(pool, roster, place)]
        yield from wrong
        yield from _named(tuple(pool.given), roster, pool.place)
        # An unknown name or team explains an empty pool already.
        if not wrong:
            yield from _strength(pool, roster, place)


def _strength(pool: Pool, roster: Roster, place: Place) -> Iterator[Diagnostic]:
    """Can anybody in this pool ever take a lead?"""
    members = members_of(pool.members, roster)
    # Without the ramp: a new hire's share may be zero today, which is no mistake.
    weights = pool_weights(replace(pool, ramp=None), members, roster, date.min)
    active = [at for at in members if roster.reps[at].status is Status.ACTIVE]
    if not members:
        yield Diagnostic("LR305", place=place, args=facts(pool=pool.name))
    elif not active:
        yield Diagnostic("LR307", Severity.WARNING, place, facts(pool=pool.name, count=len(members)))
    elif not any(weights[at] for at in active):
        yield Diagnostic("LR306", place=place, args=facts(pool=pool.name))
    for who in pool.given:
        at = roster.find(who)
        if at is not None and at not in members:
            yield Diagnostic("LR308", Severity.WARNING, pool.place, facts(pool=pool.name, who=who))


def _rules(book: Rulebook, roster: Roster) -> Iterator[Diagnostic]:
    for action in (*(rule.action for rule in book.rules), book.default):
        if isinstance(action, AssignRep):
            yield from _named((action.rep,), roster, action.place)
        elif isinstance(action, Review) and action.suggest not in {"", ALL_REPS, OPEN_POOL, *book.pools}:
            yield from _named((action.suggest,), roster, action.place, *book.pools)


def _named(names: tuple[str, ...], roster: Roster, place: Place, *pools: str) -> Iterator[Diagnostic]:
    """Report names that are nobody, several people, somebody who left, or somebody inactive."""
    for who in names:
        at = roster.find(who)
        if at is None:
            yield _nobody(who, roster, place, pools)
            continue
        rep = roster.reps[at]
        if rep.status is Status.LEFT:
            yield Diagnostic("LR302", place=place, args=facts(who=who))
        elif rep.status is Status.INACTIVE:
            yield Diagnostic("LR303", Severity.WARNING, place, facts(who=who))


def _nobody(who: str, roster: Roster, place: Place, pools: tuple[str, ...]) -> Diagnostic:
    several = roster.by_name.get(who, ())
    if several:
        ids = ", ".join(roster.reps[at].id for at in several)
        return Diagnostic("LR304", place=place, args=facts(who=who, ids=ids))
    choices = (*(rep.id for rep in roster.reps), *(rep.name for rep in roster.reps), *pools)
    code = "LR309" if pools else "LR301"
    return Diagnostic(code, place=place, args=facts(who=who), near=near(who, choices))


def _attributes(pool: Pool, roster: Roster, place: Place) -> Iterator[Diagnostic]:
    """Report attributes no rep has, and values nobody has in them."""
    names = _attribute_names(roster)
    for name, values in pool.members.where:
        if name not in names:
            args = facts(pool=pool.name, name=name, names=", ".join(names[:12]))
            yield Diagnostic("LR310", place=place, args=args, near=near(name, names))
            continue
        known = sorted({value for rep in roster.reps for value in attribute_values(rep, name)})
        for value in values:
            if fold(value) not in known:
                args = facts(pool=pool.name, name=name, value=value)
                yield Diagnostic("LR311", place=place, args=args, near=near(value, known))


def _attribute_names(roster: Roster) -> tuple[str, ...]:
    more = (name for rep in roster.reps for name in (*rep.sets, *rep.attributes))
    return tuple(dict.fromkeys((*SINGLE, *more)))
