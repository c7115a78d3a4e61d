"""What stands after an operator, checked against the operator and the kind of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.operators import OPERATORS, Takes
from leadroute.model.rulebook import Operand, TableRef
from leadroute.rulebook import amounts, moments, patterns, scalars
from leadroute.rulebook.nodes import Keyed, Listed, Node, Scalar
from leadroute.rulebook.part import open_part
from leadroute.rulebook.spellings import attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.rulebook.reading import Reading

_TABLES = (".csv", ".xlsx", ".xlsm", ".xls", ".tsv", ".txt")
_TEXTUAL = frozenset({"contains", "starts_with", "ends_with"})


def operand(reading: Reading, node: Node, operator: str, kind: Kind) -> Operand | None:
    """Read the operand of an operator on a field of this kind."""
    return _READERS[OPERATORS[operator].takes](reading, node, Kind.TEXT if operator in _TEXTUAL else kind)


def _value(reading: Reading, node: Node, kind: Kind) -> Operand | None:
    one = scalars.scalar(reading, node)
    if one is None:
        return None
    return _comparable(reading, one, kind) if kind in _ORDERED else one.value.strip()


def _values(reading: Reading, node: Node, kind: Kind) -> Operand | None:
    """Lists stay text, also of numbers and dates (the intake cleans them as it cleans the column)."""
    found = scalars.nodes(reading, node)
    if kind in _ORDERED:
        found = tuple(one for one in found if _comparable(reading, one, kind) is not None)
    return tuple(one.value.strip() for one in found) or None


def _comparable(reading: Reading, one: Scalar, kind: Kind) -> float | None:
    """A number, or a date as seconds."""
    if kind is Kind.DATE:
        moment = moments.to_moment(one.value)
        value = moments.to_seconds(moment) if moment else None
    else:
        value = amounts.to_number(one.value)
    if value is None:
        reading.found.error("LR138" if kind is Kind.DATE else "LR135", one.at, word=one.value)
    return value


def _ordered(reading: Reading, node: Node, kind: Kind) -> Operand | None:
    one = scalars.scalar(reading, node)
    return _comparable(reading, one, kind) if one else None


def _pair(reading: Reading, node: Node, kind: Kind) -> Operand | None:
    if not isinstance(node, Listed) or len(node.items) != len(("low", "high")):
        reading.found.error("LR218", node.at)
        return None
    low, high = (_ordered(reading, item, kind) for item in node.items)
    if not isinstance(low, float) or not isinstance(high, float):
        return None
    if low > high:
        reading.found.error("LR211", node.at)
    return low, high


def _pattern(reading: Reading, node: Node, _: Kind) -> Operand | None:
    one = scalars.scalar(reading, node)
    if one is None:
        return None
    wrong = patterns.problem(one.value)
    if wrong:
        code, told = wrong
        reading.found.error(code, one.at, told=told, word=one.value)
    return one.value


def _flag(reading: Reading, node: Node, _: Kind) -> Operand | None:
    return scalars.flag(reading, node)


def _table(reading: Reading, node: Node, _: Kind) -> Operand | None:
    if not isinstance(node, Keyed):
        path = table_path(reading, node)
        return TableRef(path) if path else None
    part = open_part(reading, node, "table")
    path = part.take("file", table_path, "")
    return TableRef(path, part.take("column", scalars.text, "")) if path else None


def table_path(reading: Reading, node: Node) -> str | None:
    """The path of a table beside the rulebook."""
    one = scalars.scalar(reading, node)
    if one and not is_table_path(one.value.strip()):
        reading.found.error("LR216", one.at, word=one.value)
        return None
    return one.value.strip() if one else None


def is_table_path(path: str) -> bool:
    """Does it end as the name of a table does?"""
    return path.lower().endswith(_TABLES)


def _attribute(reading: Reading, node: Node, _: Kind) -> Operand | None:
    word = scalars.text(reading, node)
    return None if word is None else attribute(word)


def _duration(reading: Reading, node: Node, _: Kind) -> Operand | None:
    length = scalars.duration(reading, node)
    return length.total_seconds() if length is not None else None


_ORDERED = frozenset({Kind.NUMBER, Kind.DATE})
_READERS: dict[Takes, Callable[[Reading, Node, Kind], Operand | None]] = {
    Takes.VALUE: _value,
    Takes.VALUES: _values,
    Takes.NUMBER_OR_DATE: _ordered,
    Takes.PAIR: _pair,
    Takes.PATTERN: _pattern,
    Takes.FLAG: _flag,
    Takes.TABLE: _table,
    Takes.ATTRIBUTE: _attribute,
    Takes.DURATION: _duration,
}
