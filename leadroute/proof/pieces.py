"""Tests taken apart into pieces: a list into its values, a pair into its ends, the negative operators into denials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.proof.values import Piece
from leadroute.rulebook.amounts import to_number
from leadroute.rulebook.moments import to_moment, to_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.model.rulebook import Operand, Test

AGED = frozenset({"older_than", "newer_than"})
"""Operators that look at how long ago a moment is."""

MEASURED = frozenset({Kind.NUMBER, Kind.DATE})
_NEGATIVE = {"ne": "eq", "not_in": "eq", "present": "empty"}
_SOFT = frozenset({"contains", "starts_with", "ends_with", "matches", "domain_in"})
"""Operators that look at parts of a text: what equals nothing the rulebook names may still be any of these."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A test taken apart: all or any of its pieces must hold, or that is denied."""

    pieces: tuple[Piece, ...]
    every: bool = False
    denied: bool = False


def is_soft(piece: Piece) -> bool:
    """Whether it looks at a part of the text."""
    return piece.operator in _SOFT


def take_apart(test: Test, kind: Kind, key: Callable[[str], str]) -> Taken:
    """The pieces of a test on a field of a kind; ``key`` makes what a text is compared by as a whole."""
    operator, operand = test.operator, test.operand
    if operator == "between" and isinstance(operand, tuple):
        ends = (Piece(test.field, "gte", operand[0]), Piece(test.field, "lte", operand[1]))
        return Taken(ends, every=True)
    if operator in {"empty", "present"}:
        return Taken((Piece(test.field, "empty", True),), denied=(operator == "present") == bool(operand))  # noqa: FBT003 - an operand
    positive = {"in": "eq", **_NEGATIVE}.get(operator, operator)
    values = operand if isinstance(operand, tuple) and operator != "between" else (operand,)
    pieces = (Piece(test.field, positive, _operand(positive, value, kind, key)) for value in values)
    return Taken(tuple(dict.fromkeys(pieces)), denied=operator in _NEGATIVE)


def _operand(operator: str, value: Operand, kind: Kind, key: Callable[[str], str]) -> Operand:
    if operator == "eq":
        return _number(value, kind) if kind in MEASURED else key(str(value))
    if operator in _SOFT and operator != "matches":
        folded = fold(f"{value:g}" if isinstance(value, float) else str(value))
        return folded.removeprefix("@") if operator == "domain_in" else folded
    return value


def _number(value: Operand, kind: Kind) -> Operand:
    """Lists of numbers and dates are kept as they are written."""
    if not isinstance(value, str):
        return value
    moment = to_moment(value) if kind is Kind.DATE else None
    number = to_seconds(moment) if moment else to_number(value)
    return fold(value) if number is None else number
