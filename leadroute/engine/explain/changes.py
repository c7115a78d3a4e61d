"""Single changes that may send a lead to a rep: a value of the lead, a row of the roster, a rule moved to the top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.engine.conditions import tests
from leadroute.model.fields import DERIVED, Kind
from leadroute.model.rep import PERIODS, Status
from leadroute.model.rulebook import TableRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.plan import Setting
    from leadroute.model.rep import Rep
    from leadroute.model.rulebook import Rulebook, Test

_VALUES = 6
"""So many values of one test are tried."""
_STEP = 1.0


class What(Enum):
    """What is changed."""

    FIELD = "field"
    ACTIVE = "active"
    LEAVE = "leave"
    HIRED = "hired"
    CAP = "cap"
    WEIGHT = "weight"
    ATTRIBUTE = "attribute"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of a field or attribute ``name`` to ``value``, of a cap or weight, of the place of rule ``rule``."""

    what: What
    name: str = ""
    value: str = ""
    rule: int = -1


@dataclass(frozen=True, slots=True)
class Nearest:
    """The first change of each kind (a value, a roster row, a rule) that sends the lead to the rep; ``tried`` of all.

    ``put`` is false when the lead was not put to the rules, so that nothing was tried.
    """

    rep: int
    changes: tuple[Change, ...]
    tried: int
    put: bool = True


def field_changes(book: Rulebook) -> Iterator[Change]:
    """Values the rules and the score speak of, each once, in the order of the rulebook."""
    conditions = (*(rule.when for rule in book.rules), *(one.when for one in book.score.points))
    asked = (test for condition in conditions for test in tests(condition) if test.field not in DERIVED)
    found = (Change(What.FIELD, test.field, value) for test in asked for value in _values(test, book))
    return iter(dict.fromkeys(found))


def roster_changes(setting: Setting, rep: int) -> Iterator[tuple[Change, Setting]]:
    """Changes of the row of one rep, and the setting with each."""
    roster, one = setting.roster, setting.roster.reps[rep]
    for change, other in _rep_changes(one, setting.rulebook):
        reps = (*roster.reps[:rep], other, *roster.reps[rep + 1 :])
        yield change, replace(setting, roster=replace(roster, reps=reps))
    leaves = tuple(leave for leave in roster.leaves if leave.rep != one.id)
    if len(leaves) < len(roster.leaves):
        yield Change(What.LEAVE), replace(setting, roster=replace(roster, leaves=leaves))


def rule_changes(setting: Setting) -> Iterator[tuple[Change, Setting]]:
    """Each rule but the first moved to the top, and the setting with it."""
    rules = setting.rulebook.rules
    for at in range(1, len(rules)):
        moved = (rules[at], *rules[:at], *rules[at + 1 :])
        yield (
            Change(What.RULE, rules[at].name, rule=at),
            replace(setting, rulebook=replace(setting.rulebook, rules=moved)),
        )


def _rep_changes(one: Rep, book: Rulebook) -> Iterator[tuple[Change, Rep]]:
    if one.status is not Status.ACTIVE:
        yield Change(What.ACTIVE), replace(one, status=Status.ACTIVE)
    if one.hired_on is not None:
        yield Change(What.HIRED), replace(one, hired_on=None)
    for period in PERIODS:
        if one.caps.of(period) is not None:
            yield Change(What.CAP, period), replace(one, caps=replace(one.caps, **{period: None}))
    for weight in (Fraction(1), one.weight * 2, one.weight * 4):
        if weight > one.weight:
            yield Change(What.WEIGHT, value=f"{float(weight):g}"), replace(one, weight=weight)
    yield from _attribute_changes(one, book)


def _attribute_changes(one: Rep, book: Rulebook) -> Iterator[tuple[Change, Rep]]:
    """Teams, levels and skills that pools look for."""
    wanted = [(name, values[0]) for pool in book.pools.values() for name, values in pool.members.where if values]
    demands = [demand for pool in book.pools.values() for demand in pool.require if demand.values]
    wanted += [(demand.attribute, value) for demand in demands for value in demand.values]
    for name, value in dict.fromkeys(wanted):
        change = Change(What.ATTRIBUTE, name, value)
        if name == "team":
            yield change, replace(one, team=value)
        elif name == "level":
            yield change, replace(one, level=value)
        else:
            yield change, replace(one, sets={**one.sets, name: one.sets.get(name, frozenset()) | {value}})


def _values(test: Test, book: Rulebook) -> Iterator[str]:
    """Texts that would make a test true, as far as the test itself names them."""
    operand = test.operand
    if test.operator in {"ne", "not_in", "matches", "in_rep"} or book.kind_of(test.field) is Kind.DATE:
        return
    if isinstance(operand, bool):
        if (test.operator == "empty") == operand:
            yield ""
    elif isinstance(operand, TableRef):
        yield from sorted(operand.values or ())[:_VALUES]
    elif isinstance(operand, float):
        step = {"gt": _STEP, "lt": -_STEP}.get(test.operator, 0.0)
        yield f"{operand + step:.15g}"
    else:
        many = operand if isinstance(operand, tuple) else (operand,)
        yield from (f"{one:.15g}" if isinstance(one, float) else one for one in many[:_VALUES])
