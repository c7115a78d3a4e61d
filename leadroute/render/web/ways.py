"""The ways of leads from rules to stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import (
    ALL_REPS,
    OPEN_POOL,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    Reject,
    Review,
)
from leadroute.render.web.parts import DIRECT, Edge, rule_key, station_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.flow import Flow, Station
    from leadroute.model.rulebook import Action, Rulebook

Way = tuple[int, "Station", bool]
"""From a rule to a station; whether only for want of another way."""


def ways(book: Rulebook, found: Flow | None) -> Iterator[Way]:
    """Each way a rule in force may send leads, and those on which leads went anyway."""
    known: set[tuple[int, Station]] = set()
    actions = [(at, rule.action) for at, rule in enumerate(book.rules) if rule.enabled]
    for rule, action in (*actions, (DEFAULT, book.default)):
        for station, spare in _targets(action):
            if (rule, station) not in known:
                known.add((rule, station))
                yield rule, station, spare
    for rule, station in sorted(set(found.to) - known) if found else ():
        yield rule, station, rule != NOT_ASKED


def _targets(action: Action) -> Iterator[tuple[Station, bool]]:
    match action:
        case AssignPool(pool):
            yield _pool(pool), False
        case AssignRep(_, otherwise) | AssignCustomerOwner(otherwise):
            yield DIRECT, False
            yield _pool(otherwise), True
        case Review():
            yield (Outcome.REVIEW, ""), False
        case Reject():
            yield (Outcome.ARCHIVED, ""), False
        case _:
            yield (Outcome.POOLED, ""), False


def _pool(name: str) -> Station:
    return (Outcome.POOLED, "") if name == OPEN_POOL else (Outcome.ASSIGNED, name)


def stations_of(book: Rulebook, every: tuple[Way, ...], found: Flow | None) -> tuple[Station, ...]:
    """Stations in the order of the rules that lead to them, so that few bands cross; then pools none leads to."""
    places: dict[Station, list[int]] = {}
    for rule, station, _ in every:
        if found is None or found.to.get((rule, station)):
            places.setdefault(station, []).append(_place(rule, len(book.rules)))
    quiet = {station: [_place(rule, len(book.rules))] for rule, station, _ in every if station not in places}
    reached = places | quiet
    others = [_pool(name) for name in book.pools if _pool(name) not in reached and name != ALL_REPS]
    return (*sorted(reached, key=lambda station: sum(reached[station]) / len(reached[station])), *others)


def _place(rule: int, count: int) -> int:
    """How far down a rule stands: what comes before the rules is above them, the default below."""
    return rule if rule >= 0 else count if rule == DEFAULT else -1


def band(way: Way, found: Flow | None) -> Edge:
    """The band of a way."""
    rule, station, spare = way
    hits = found.to.get((rule, station), 0) if found else None
    return Edge(rule_key(rule), station_key(station), station_key(station), hits, spare)
