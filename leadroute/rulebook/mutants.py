"""Small changes of a rulebook, each a mistake somebody could make: do the examples notice?

Mutation testing after DeMillo, Lipton and Sayward, "Hints on test data selection" (1978): operators are turned, bounds
shifted by the least step, values of lists left out, rules dropped or put before the one above.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.rulebook import All, AnyOf, NoneOf, Test
from leadroute.rulebook.moments import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leadroute.model.diagnostic import Place
    from leadroute.model.rulebook import Condition, Operand, Rule, Rulebook

_TURNED = {
    "eq": "ne",
    "ne": "eq",
    "in": "not_in",
    "not_in": "in",
    "gt": "gte",
    "gte": "gt",
    "lt": "lte",
    "lte": "lt",
    "starts_with": "contains",
    "ends_with": "contains",
    "contains": "starts_with",
    "older_than": "newer_than",
    "newer_than": "older_than",
}
_AGED = frozenset({"older_than", "newer_than"})
_HOUR, _DAY = 3_600.0, 86_400.0
_MOST_VALUES = 20
"""Of a longer list only so many values are left out one by one."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed rulebook: what kind of change (a key of the words ``mutant.…``), where, and what stood there before.

    ``field`` is that of the condition that was changed ("": a rule was dropped or moved).
    """

    kind: str
    place: Place
    old: str
    new: str
    book: Rulebook
    field: str = ""


def mutants(book: Rulebook) -> Iterator[Mutant]:
    """Every change, in the order of the rules; rules that are switched off are left alone."""
    for at, rule in enumerate(book.rules):
        if rule.enabled:
            yield from _of_rule(book, at, rule)


def spelled_bound(bound: float, kind: Kind) -> str:
    """A bound as a rulebook writes it."""
    return spelled(bound) if kind is Kind.DATE else f"{bound:,.10g}"


def _of_rule(book: Rulebook, at: int, rule: Rule) -> Iterator[Mutant]:
    yield Mutant("dropped", rule.place, rule.name, "", _with(book, at, replace(rule, enabled=False)))
    if at and book.rules[at - 1].enabled:
        above = book.rules[at - 1]
        swapped = (*book.rules[: at - 1], rule, above, *book.rules[at + 1 :])
        yield Mutant("swapped", rule.place, rule.name, above.name, replace(book, rules=swapped))
    for test, put in _tests(rule.when, lambda made: made):
        for kind, old, new, changed in _changes(test, book.kind_of(test.field)):
            book_then = _with(book, at, replace(rule, when=put(changed)))
            yield Mutant(kind, test.place, old, new, book_then, test.field)


def _with(book: Rulebook, at: int, rule: Rule) -> Rulebook:
    return replace(book, rules=(*book.rules[:at], rule, *book.rules[at + 1 :]))


def _tests(
    condition: Condition, put: Callable[[Condition], Condition]
) -> Iterator[tuple[Test, Callable[[Test], Condition]]]:
    """Each test of a condition, and how the whole looks with another in its place."""
    match condition:
        case Test():
            yield condition, put
        case All(parts) | AnyOf(parts) | NoneOf(parts):
            for at, part in enumerate(parts):
                yield from _tests(part, _inside(type(condition), parts, at, put))


def _inside(
    kind: type[All | AnyOf | NoneOf], parts: tuple[Condition, ...], at: int, put: Callable[[Condition], Condition]
) -> Callable[[Condition], Condition]:
    return lambda made: put(kind((*parts[:at], made, *parts[at + 1 :])))


def _changes(test: Test, kind: Kind) -> Iterator[tuple[str, str, str, Test]]:
    """The kind of change, what stood there, what stands there then, and the changed test."""
    operator, operand = test.operator, test.operand
    if operator in _TURNED:
        yield "turned", operator, _TURNED[operator], replace(test, operator=_TURNED[operator])
    if isinstance(operand, bool):
        yield "turned", f"{operator}: {_flag(operand)}", _flag(not operand), replace(test, operand=not operand)
    elif isinstance(operand, float):
        yield from _shifted(test, operand, kind)
    elif operator == "between" and isinstance(operand, tuple):
        yield from _pair(test, operand, kind)
    elif isinstance(operand, tuple) and len(operand) > 1:
        for at, value in enumerate(operand[:_MOST_VALUES]):
            left: Operand = (*operand[:at], *operand[at + 1 :])
            yield "left_out", str(value), "", replace(test, operand=left)


def _shifted(test: Test, bound: float, kind: Kind) -> Iterator[tuple[str, str, str, Test]]:
    if test.operator in _AGED:
        yield from _aged(test, bound)
        return
    for step in (-_step(kind), _step(kind)):
        yield (
            "shifted",
            spelled_bound(bound, kind),
            spelled_bound(bound + step, kind),
            replace(test, operand=bound + step),
        )


def _aged(test: Test, age: float) -> Iterator[tuple[str, str, str, Test]]:
    """An age is shifted by a day; one of hours by an hour."""
    step = _DAY if age > _DAY else _HOUR
    for then in (age - step, age + step):
        yield "shifted", _age(age), _age(then), replace(test, operand=then)


def _age(seconds: float) -> str:
    return f"{seconds / _HOUR:g}h" if seconds % _DAY else f"{seconds / _DAY:g}d"


def _pair(test: Test, pair: tuple[object, ...], kind: Kind) -> Iterator[tuple[str, str, str, Test]]:
    low, high = (float(str(end)) for end in pair)
    for new in ((low + _step(kind), high), (low, high - _step(kind))):
        old, then = (f"[{spelled_bound(ends[0], kind)}, {spelled_bound(ends[1], kind)}]" for ends in ((low, high), new))
        yield "shifted", old, then, replace(test, operand=new)


def _step(kind: Kind) -> float:
    return _DAY if kind is Kind.DATE else 1.0


def _flag(value: bool) -> str:  # noqa: FBT001
    return "true" if value else "false"
