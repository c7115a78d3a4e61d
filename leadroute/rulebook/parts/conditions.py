"""``when:`` to a tree of tests. A mapping means that all its lines hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.operators import OPERATORS
from leadroute.model.rulebook import ALWAYS, All, AnyOf, Condition, NoneOf, OnMissing, Operand, Test
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Entry, Keyed, Listed, Node, Scalar
from leadroute.rulebook.part import entries
from leadroute.rulebook.parts.operands import operand
from leadroute.rulebook.words import COMBINERS

if TYPE_CHECKING:
    from leadroute.rulebook.part import Part
    from leadroute.rulebook.reading import Reading

_KINDS: dict[str, type[All | AnyOf | NoneOf]] = {"all": All, "any": AnyOf, "none": NoneOf, "not": NoneOf}
_OVERRIDE = "on_missing"


def when(part: Part) -> Condition:
    """The condition of a rule, a lane or points; none given always holds."""
    node = part.given.get("when")
    return (node and condition(part.reading, node)) or ALWAYS


def condition(reading: Reading, node: Node) -> Condition | None:
    """Read a condition; what is broken in it is reported and left out."""
    if isinstance(node, Scalar) and node.missing:
        reading.found.error("LR134", node.at)
        return None
    parts = tuple(part for entry in entries(reading, node) if (part := _line(reading, entry)))
    return parts[0] if len(parts) == 1 else All(parts) if parts else ALWAYS


def _line(reading: Reading, entry: Entry) -> Condition | None:
    if entry.key.value in COMBINERS:
        return _combined(reading, entry)
    field = _field(reading, entry.key)
    return _tests(reading, field, entry) if field else None


def _field(reading: Reading, key: Scalar) -> str | None:
    """The field of a test; an operator or a misspelt combiner in its place gets its own word."""
    if key.value in OPERATORS:
        reading.found.error("LR219", key.at, operator=key.value)
        return None
    return reading.known_field(key)


def _combined(reading: Reading, entry: Entry) -> Condition | None:
    """``any: [condition, …]``, or one mapping whose lines are the parts."""
    node = entry.value
    if isinstance(node, Keyed):
        parts = tuple(part for line in node.entries if (part := _line(reading, line)))
        # `not: {a: 1, b: 2}` denies the whole mapping, `none:` each of its lines.
        parts = (All(parts),) if entry.key.value == "not" and len(parts) > 1 else parts
    elif isinstance(node, Listed):
        parts = tuple(part for item in node.items if (part := condition(reading, item)))
    else:
        reading.found.error("LR132", node.at)
        return None
    if not parts and not _has_parts(node):
        reading.found.error("LR148", entry.key.at)
    return _KINDS[entry.key.value](parts)


def _has_parts(node: Keyed | Listed) -> bool:
    return bool(node.entries if isinstance(node, Keyed) else node.items)


def _tests(reading: Reading, field: str, entry: Entry) -> Condition | None:
    """``field: value``, ``field: [a, b]`` or ``field: {operator: operand, …}``."""
    if isinstance(entry.value, Keyed):
        return _several(reading, field, entry.value)
    operator = "in" if isinstance(entry.value, Listed) else "eq"
    return _test(reading, field, Entry(Scalar(operator, entry.key.at), entry.value), None)


def _several(reading: Reading, field: str, node: Keyed) -> Condition | None:
    override = next((line.value for line in node.entries if line.key.value == _OVERRIDE), None)
    missing = scalars.choice(OnMissing)(reading, override) if override else None
    lines = [line for line in node.entries if line.key.value != _OVERRIDE]
    if not lines:
        reading.found.error("LR148", node.at)
    tests = tuple(test for line in lines if (test := _test(reading, field, line, missing)))
    return tests[0] if len(tests) == 1 else All(tests) if tests else None


def _test(reading: Reading, field: str, line: Entry, missing: OnMissing | None) -> Test | None:
    operator = line.key.value
    if operator not in OPERATORS:
        reading.unknown("LR207", line.key, tuple(OPERATORS))
        return None
    kind = reading.kinds[field]
    suits = OPERATORS[operator].kinds
    if suits and kind not in suits:
        reading.found.error(
            "LR208", line.key.at, operator=operator, field=field, kind=kind, suits=", ".join(sorted(suits))
        )
        return None
    value: Operand | None = operand(reading, line.value, operator, kind)
    return None if value is None else Test(field, operator, value, missing, reading.found.place(line.key.at))
