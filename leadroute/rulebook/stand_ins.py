"""People for a rulebook that is tried without a roster: whoever it asks for is there, and suits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.model.rep import Rep, Roster
from leadroute.model.rulebook import AssignPool, AssignRep
from leadroute.rulebook.references import tests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from leadroute.model.rulebook import Demand, Pool, Rulebook

    Values = Callable[[str], frozenset[str]]

SIGN = "?"
"""What the ids of those begin with who stand for a kind of people and not for somebody."""


def stand_ins(book: Rulebook, values: Values) -> Roster:
    """One rep for each person the rulebook names, and one for each pool that asks for a kind of people.

    All of them have every skill it demands and cover every value the leads have (``values`` gives those of a field,
    folded), so that nothing but the rules decides. ``book`` is aligned (see ``intake.operands``).
    """
    sets = _sets(book, values)
    found = {who: Rep(who, who, sets=sets) for who in _named(book)}
    found |= {rep.id: rep for pool in book.pools.values() if pool.members.where for rep in [_suiting(pool, sets)]}
    found = found or {SIGN: Rep(SIGN, SIGN, sets=sets)}
    return Roster(tuple(found[who] for who in sorted(found)))


def _named(book: Rulebook) -> Iterator[str]:
    for pool in book.pools.values():
        yield from (*pool.members.named, *pool.given)
    for action in (*(rule.action for rule in book.rules), book.default):
        if isinstance(action, AssignRep):
            yield action.rep


def _suiting(pool: Pool, sets: Mapping[str, frozenset[str]]) -> Rep:
    """Somebody the query of a pool finds."""
    wanted = {attribute: accepted[0] for attribute, accepted in pool.members.where}
    own = {name: frozenset({fold(value)}) | sets[name] for name, value in wanted.items() if name in sets}
    who, team, level = f"{SIGN}{pool.name}", wanted.get("team", ""), wanted.get("level", "")
    return Rep(who, who, team=team, level=level, sets={**sets, **own}, attributes=wanted)


def _sets(book: Rulebook, values: Values) -> dict[str, frozenset[str]]:
    """What everybody has: values demanded by name, and those of the leads where a demand or a test looks at them."""
    found: dict[str, frozenset[str]] = {}
    for demand in _demands(book):
        more = frozenset(demand.values) or values(demand.field)
        found[demand.attribute] = found.get(demand.attribute, frozenset()) | more
    for test in tests(book):
        if test.operator == "in_rep":
            attribute = str(test.operand)
            found[attribute] = found.get(attribute, frozenset()) | values(test.field)
    return found


def _demands(book: Rulebook) -> Iterator[Demand]:
    for pool in book.pools.values():
        yield from (*pool.require, *pool.prefer)
    for rule in book.rules:
        if isinstance(rule.action, AssignPool):
            yield from (*rule.action.require, *rule.action.prefer)
