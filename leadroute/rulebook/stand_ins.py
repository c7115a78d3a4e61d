"""People for a rulebook that is tried without a roster: whoever it asks for is there, and suits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.model.rep import Rep, Roster
from leadroute.model.rulebook import AssignRep
from leadroute.rulebook.references import demands, tests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from leadroute.model.rulebook import Pool, Rulebook

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
    found |= {rep.id: rep for pool in book.pools.values() if pool.members.where for rep in _suiting(pool, sets)}
    found = found or {SIGN: Rep(SIGN, SIGN, sets=sets)}
    return Roster(tuple(found[who] for who in sorted(found)))


def _named(book: Rulebook) -> Iterator[str]:
    for pool in book.pools.values():
        yield from (*pool.members.named, *pool.given)
    for action in (*(rule.action for rule in book.rules), book.default):
        if isinstance(action, AssignRep):
            yield action.rep


def _suiting(pool: Pool, sets: Mapping[str, frozenset[str]]) -> Iterator[Rep]:
    """Those the query of a pool finds: the people it gives weights to, as nobody else has one, or somebody."""
    wanted = {attribute: accepted[0] for attribute, accepted in pool.members.where}
    own = {name: frozenset({fold(value)}) | sets[name] for name, value in wanted.items() if name in sets}
    team, level = wanted.get("team", ""), wanted.get("level", "")
    for who in pool.given or (f"{SIGN}{pool.name}",):
        yield Rep(who, who, team=team, level=level, sets={**sets, **own}, attributes=wanted)


def _sets(book: Rulebook, values: Values) -> dict[str, frozenset[str]]:
    """What everybody has: values demanded by name, and those of the leads where a demand or a test looks at them."""
    found: dict[str, frozenset[str]] = {}
    for demand in demands(book):
        more = frozenset(demand.values) or values(demand.field)
        found[demand.attribute] = found.get(demand.attribute, frozenset()) | more
    for test in tests(book):
        if test.operator == "in_rep":
            attribute = str(test.operand)
            found[attribute] = found.get(attribute, frozenset()) | values(test.field)
    return found
