"""What the rulebook compares with, brought to the form of the columns: ``上海市`` meets ``上海``."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from leadroute.intake.clean import CLEANERS
from leadroute.intake.rep_cells import SET_KINDS, canonical
from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.model.rulebook import All, AnyOf, AssignPool, NoneOf, TableRef, Test
from leadroute.tables.arrow import strings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.model.rulebook import Action, Condition, Demand, Members, Operand, Pool, Rulebook

_WHOLE = frozenset({"eq", "ne", "in", "not_in", "in_table"})
"""Operators that compare keys; the others look at parts of the text as written."""

_MEASURED = frozenset({Kind.NUMBER, Kind.DATE})


def align(book: Rulebook) -> Rulebook:
    """Put every text of the rulebook that meets a lead or a rep through the cleaner of what it meets."""
    return replace(
        book,
        rules=tuple(
            replace(rule, when=_condition(rule.when, book), action=_action(rule.action)) for rule in book.rules
        ),
        default=_action(book.default),
        score=replace(
            book.score, points=tuple(replace(one, when=_condition(one.when, book)) for one in book.score.points)
        ),
        lanes=tuple(replace(lane, when=_condition(lane.when, book)) for lane in book.lanes),
        pools={name: _pool(pool) for name, pool in book.pools.items()},
    )


def _condition(condition: Condition, book: Rulebook) -> Condition:
    match condition:
        case Test():
            kind = book.kind_of(condition.field)
            return (
                replace(condition, operand=_operand(condition.operand, kind))
                if condition.operator in _WHOLE
                else condition
            )
        case All(parts):
            return All(tuple(_condition(part, book) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_condition(part, book) for part in parts))
        case NoneOf(parts):
            return NoneOf(tuple(_condition(part, book) for part in parts))


def _operand(operand: Operand, kind: Kind) -> Operand:
    match operand:
        case str():
            return _listed((operand,), kind)[0]
        case TableRef():
            return (
                operand
                if operand.values is None
                else replace(operand, values=frozenset(_keys(sorted(operand.values), kind)))
            )
        case tuple() if kind in _MEASURED:
            return tuple(_number(one, kind) for one in operand)
        case tuple() if all(isinstance(one, str) for one in operand):
            return _listed(tuple(map(str, operand)), kind)
        case _:
            return operand


def _number(one: str | float, kind: Kind) -> str:
    """A number or date of a list as the text of its number: columns of these kinds compare numbers."""
    numbers = CLEANERS[kind](strings([str(one)])).numbers
    return repr(float(numbers[0])) if numbers is not None and isinstance(one, str) else str(one)


@lru_cache(maxsize=50_000)
def _listed(texts: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """The keys of what a condition lists; remembered, as the same rulebook is aligned for every example of it."""
    return tuple(_keys([*texts], kind))


def _keys(texts: list[str], kind: Kind) -> list[str]:
    """The keys of some texts; what its cleaner makes nothing of is compared as text."""
    if not texts:
        return []
    cleaned = CLEANERS[kind](strings(texts))
    return [key or fold(text) for key, text in zip(cleaned.keys.to_pylist(), texts, strict=True)]


def _action(action: Action) -> Action:
    if isinstance(action, AssignPool):
        return replace(action, require=_demands(action.require), prefer=_demands(action.prefer))
    return action


def _pool(pool: Pool) -> Pool:
    return replace(pool, members=_members(pool.members), require=_demands(pool.require), prefer=_demands(pool.prefer))


def _demands(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    return tuple(
        replace(demand, values=tuple(_attribute(demand.attribute, value) for value in demand.values))
        for demand in demands
    )


def _members(members: Members) -> Members:
    """Only attributes with values of a known kind; team, level and the like are compared as they are written."""
    where = tuple(
        (name, tuple(_attribute(name, value) for value in values) if name in SET_KINDS else values)
        for name, values in members.where
    )
    return replace(members, where=where)


def _attribute(attribute: str, value: str) -> str:
    return next(iter(canonical(attribute, [value])), "") or fold(value)
