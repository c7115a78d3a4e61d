"""Which fields a rulebook looks at when it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.conditions import tests
from leadroute.model.rulebook import AssignPool, Strategy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Demand, Rulebook

_WORKED_OUT = frozenset({"score", "grade", "customer"})
"""What a rulebook makes of other fields: when these differ and those do not, the rulebook differs."""


def looked_at(book: Rulebook) -> frozenset[str]:
    """The fields that points, lanes, rules, requirements and ways of sharing out look at."""
    return frozenset(_fields(book)) - _WORKED_OUT


def _fields(book: Rulebook) -> Iterator[str]:
    for part in (book.score.points, book.lanes, book.rules):
        yield from (test.field for one in part for test in tests(one.when))
    yield from (demand.field for demand in _demands(book) if demand.field)
    yield from (pool.hash_by for pool in book.pools.values() if pool.strategy is Strategy.STABLE_HASH)
    if any(rule.max_age for rule in book.rules):
        yield "created_at"
    if book.duplicates.one_rep_per_company:
        yield "company"


def _demands(book: Rulebook) -> Iterator[Demand]:
    for pool in book.pools.values():
        yield from (*pool.require, *pool.prefer)
    for action in (*(rule.action for rule in book.rules), book.default):
        if isinstance(action, AssignPool):
            yield from (*action.require, *action.prefer)
