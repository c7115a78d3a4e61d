"""What a lead may hold in a field, and whether the smallest tests hold of it: as the engine has it, one at a time.

The engine answers for whole columns with numpy and Arrow; a check shall start quickly and asks about a few values. A
property test holds both to the same answers.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.model.rulebook import TableRef

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from leadroute.model.rulebook import Operand

    Operator = Callable[["Operand", "Value", "Around"], bool]


@dataclass(frozen=True, slots=True)
class Value:
    """One value: as it is written, what it is compared by as a whole, and its number (of a range also the upper end).

    Without text and number it is a blank.
    """

    text: str = ""
    key: str = ""
    number: float | None = None
    upper: float | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing is known."""
        return self.number is None and not self.text


BLANK = Value()


def numeric(number: float, text: str = "") -> Value:
    """A number or a moment."""
    return Value(text or f"{number:.15g}", f"{number:.15g}", number, number)


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest part of a test: one field, one operator, one text or number; two tests may share it."""

    field: str
    operator: str
    operand: Operand


@dataclass(frozen=True, slots=True)
class Around:
    """The moment, and the values reps have by attribute (``None``: no roster is known)."""

    now: float
    reps: Mapping[str, frozenset[str]] | None = None


def holds(piece: Piece, value: Value, around: Around) -> bool | None:
    """Whether a piece holds of a value; ``None`` when it is unknown: of a blank, or of a range that may and may not."""
    if piece.operator == "empty":
        return value.blank
    if value.blank:
        return None
    sure, maybe = _held(piece, value, around), _held(piece, _flipped(value), around)
    return True if sure else None if maybe else False


def hold_all(piece: Piece, values: Sequence[Value], around: Around) -> list[bool | None]:
    """The same for many values; numbers are compared in bulk, as a field of many limits has thousands of ranges."""
    if piece.operator not in _ENDS or not isinstance(piece.operand, float):
        return [holds(piece, value, around) for value in values]
    compare, upper = _ENDS[piece.operator]
    limit = piece.operand
    first = [value.upper if upper else value.number for value in values]
    second = [value.number if upper else value.upper for value in values]
    return [
        None
        if one is None or other is None
        else True
        if compare(one, limit)
        else None
        if compare(other, limit)
        else False
        for one, other in zip(first, second, strict=True)
    ]


def _flipped(value: Value) -> Value:
    return Value(value.text, value.key, value.upper, value.number)


def _held(piece: Piece, value: Value, around: Around) -> bool:
    return _OPERATORS[piece.operator](piece.operand, value, around)


def _equal(operand: Operand, value: Value, _: Around) -> bool:
    if isinstance(operand, float):
        return value.number == value.upper == operand
    return value.key == operand


def _text(search: Callable[[str, str], bool]) -> Operator:
    return lambda operand, value, _: search(fold(value.text), str(operand))


def _matches(operand: Operand, value: Value, _: Around) -> bool:
    # Late: most rulebooks have no pattern.
    import re2  # noqa: PLC0415 - see above

    options = re2.Options()
    options.case_sensitive = False
    return re2.compile(str(operand), options).search(value.text) is not None


def _ordered(
    compare: Callable[[float, float], bool], *, upper: bool = False
) -> Callable[[Operand, Value, Around], bool]:
    def check(operand: Operand, value: Value, _: Around) -> bool:
        number = value.upper if upper else value.number
        return number is not None and isinstance(operand, float) and compare(number, operand)

    return check


def _age(compare: Callable[[float, float], bool]) -> Operator:
    def check(operand: Operand, value: Value, around: Around) -> bool:
        return value.number is not None and isinstance(operand, float) and compare(around.now - value.number, operand)

    return check


def _in_table(operand: Operand, value: Value, _: Around) -> bool:
    return isinstance(operand, TableRef) and value.key in (operand.values or ())


def _in_rep(operand: Operand, value: Value, around: Around) -> bool:
    return value.key in (around.reps or {}).get(str(operand), ())


def _domain(operand: Operand, value: Value, _: Around) -> bool:
    domain = fold(value.text).rpartition("@")[2]
    return domain == operand or domain.endswith(f".{operand}")


_ENDS: dict[str, tuple[Callable[[float, float], bool], bool]] = {
    "gt": (operator.gt, False),
    "gte": (operator.ge, False),
    "lt": (operator.lt, True),
    "lte": (operator.le, True),
}
"""How an operator compares, and whether the upper end must do so for it to hold surely."""

_OPERATORS: dict[str, Operator] = {
    "eq": _equal,
    "contains": _text(lambda text, part: part in text),
    "starts_with": _text(str.startswith),
    "ends_with": _text(str.endswith),
    "matches": _matches,
    **{name: _ordered(compare, upper=upper) for name, (compare, upper) in _ENDS.items()},
    "in_table": _in_table,
    "in_rep": _in_rep,
    "older_than": _age(lambda age, limit: age > limit),
    "newer_than": _age(lambda age, limit: age <= limit),
    "domain_in": _domain,
}
