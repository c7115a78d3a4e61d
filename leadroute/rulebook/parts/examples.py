"""``examples:``: a lead and what should become of it, checked for shape and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Example
from leadroute.rulebook import scalars
from leadroute.rulebook.part import Part, entries, list_of, open_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading


def examples(reading: Reading, node: Node) -> tuple[Example, ...]:
    """Read all examples."""
    return list_of(_example)(reading, node)


def _example(reading: Reading, node: Node) -> Example:
    part = open_part(reading, node, "examples")
    return Example(part.take("lead", _lead, {}), part.take("expect", _expect, {}), part.place)


def _lead(reading: Reading, node: Node) -> Mapping[str, str]:
    """A blank value is a value here: the lead lacks that field."""
    found: dict[str, str] = {}
    for entry in entries(reading, node):
        field = reading.known_field(entry.key)
        blank = getattr(entry.value, "missing", False)
        value = "" if blank else scalars.text(reading, entry.value)
        if field and value is not None:
            found[field] = value
    return found


def _expect(reading: Reading, node: Node) -> Mapping[str, str]:
    part = open_part(reading, node, "expect")
    _check_names(part)
    read = {key: scalars.text(reading, value) for key, value in part.given.items()}
    return {key: value for key, value in read.items() if value is not None}


def _check_names(part: Part) -> None:
    words = {"outcome": tuple(one.word for one in Outcome), "reason": tuple(one.word for one in Reason)}
    for key, choices in words.items():
        if key in part.given:
            scalars.word_of(part.reading, part.given[key], choices)
    part.take("pool", scalars.target, "")
    part.take("score", scalars.number, 0.0)
    rule = scalars.scalar(part.reading, part.given["rule"]) if "rule" in part.given else None
    if rule and rule.value.strip() not in part.reading.rules:
        part.reading.unknown("LR224", rule, tuple(part.reading.rules))
