"""What a rulebook refers to: fields, tables, pools; and the same rulebook with those filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.rulebook import (
    ALL_REPS,
    All,
    AnyOf,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    Condition,
    Members,
    NoneOf,
    Pool,
    Review,
    Rulebook,
    TableRef,
    Test,
)

_BOUNDED = frozenset({"gt", "gte", "lt", "lte"})

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Action, Demand


def tests(book: Rulebook) -> Iterator[Test]:
    """Every test of a rulebook: of points, lanes and rules."""
    for condition in _conditions(book):
        yield from tests_of(condition)


def tests_of(condition: Condition) -> Iterator[Test]:
    """Every test of one condition, in the order of writing."""
    if isinstance(condition, Test):
        yield condition
        return
    for part in condition.parts:
        yield from tests_of(part)


def bounds(book: Rulebook) -> Iterator[tuple[str, str, float, Place]]:
    """Every bound a rule compares with: field, operator, number (of a date its seconds), place."""
    for rule in book.rules:
        for test in tests_of(rule.when) if rule.enabled else ():
            if test.operator == "between" and isinstance(test.operand, tuple):
                yield from ((test.field, test.operator, float(end), test.place) for end in test.operand)
            elif test.operator in _BOUNDED and isinstance(test.operand, float):
                yield test.field, test.operator, test.operand, test.place


def table_refs(book: Rulebook) -> tuple[TableRef, ...]:
    """Every table of an ``in_table``, each once, in the order of writing."""
    return tuple(dict.fromkeys(test.operand for test in tests(book) if isinstance(test.operand, TableRef)))


def tables_beside(book: Rulebook) -> tuple[str, ...]:
    """The paths of all files beside the rulebook: decision tables, and the tables of conditions; each once."""
    decide = (table.name.path for table in book.tables)
    return tuple(dict.fromkeys((*decide, *(ref.path for ref in table_refs(book)))))


def named_at(book: Rulebook) -> dict[TableRef, Place]:
    """Where each table of an ``in_table`` is named first."""
    found: dict[TableRef, Place] = {}
    for test in tests(book):
        if isinstance(test.operand, TableRef):
            found.setdefault(test.operand, test.place)
    return found


def with_tables(book: Rulebook, values: Mapping[tuple[str, str], frozenset[str]]) -> Rulebook:
    """Fill in the folded values of the tables, by (path, column)."""

    def filled(test: Test) -> Test:
        table = test.operand
        if not isinstance(table, TableRef) or (table.path, table.column) not in values:
            return test
        return replace(test, operand=replace(table, values=values[table.path, table.column]))

    return map_tests(book, filled)


def map_tests(book: Rulebook, change: Callable[[Test], Test]) -> Rulebook:
    """The same rulebook with every test changed."""
    points = tuple(replace(one, when=_mapped(one.when, change)) for one in book.score.points)
    return replace(
        book,
        score=replace(book.score, points=points),
        lanes=tuple(replace(lane, when=_mapped(lane.when, change)) for lane in book.lanes),
        rules=tuple(replace(rule, when=_mapped(rule.when, change)) for rule in book.rules),
    )


def pools_named(book: Rulebook) -> frozenset[str]:
    """The names of all pools that rules, the default or other pools lead to (and reps a review suggests)."""
    actions = (*(rule.action for rule in book.rules), book.default)
    further = (name for pool in book.pools.values() for name in pool.when_full)
    return frozenset((*(name for action in actions for name in _targets(action)), *further))


def demands(book: Rulebook) -> Iterator[Demand]:
    """Every demand on reps, of pools and of rules."""
    for pool in book.pools.values():
        yield from (*pool.require, *pool.prefer)
    for rule in book.rules:
        if isinstance(rule.action, AssignPool):
            yield from (*rule.action.require, *rule.action.prefer)


def with_everybody(book: Rulebook) -> Rulebook:
    """Add the pool of all reps if something leads to it and the rulebook does not define it itself."""
    if ALL_REPS in book.pools or ALL_REPS not in pools_named(book):
        return book
    return replace(book, pools={**book.pools, ALL_REPS: Pool(ALL_REPS, Members(everybody=True))})


def _targets(action: Action) -> Iterator[str]:
    match action:
        case AssignPool(pool):
            yield pool
        case AssignRep(_, otherwise) | AssignCustomerOwner(otherwise):
            yield otherwise
        case Review(_, suggest):
            yield suggest


def _conditions(book: Rulebook) -> Iterator[Condition]:
    for part in (book.score.points, book.lanes, book.rules):
        yield from (one.when for one in part)


def _mapped(condition: Condition, change: Callable[[Test], Test]) -> Condition:
    match condition:
        case Test():
            return change(condition)
        case All(parts):
            return All(tuple(_mapped(part, change) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_mapped(part, change) for part in parts))
        case NoneOf(parts):
            return NoneOf(tuple(_mapped(part, change) for part in parts))
