"""``examples:``: a lead and what should become of it, checked for shape and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import DERIVED
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Example
from leadroute.rulebook import scalars
from leadroute.rulebook.part import Part, entries, list_of, open_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading


TESTED = ("rule", "pool", "rep", "outcome", "reason", "grade", "score", "lane")
"""What an example may expect something of."""


def examples(reading: Reading, node: Node) -> tuple[Example, ...]:
    """Read all examples."""
    return list_of(_example)(reading, node)


def _example(reading: Reading, node: Node) -> Example:
    part = open_part(reading, node, "examples")
    return Example(
        lead=part.take("lead", _lead, {}),
        expect=part.take("expect", _expect, {}),
        place=part.place,
        name=part.take("name", scalars.text, ""),
        now=part.take("now", scalars.moment, None),
        away=part.take("away", scalars.texts, ()),
    )


def _lead(reading: Reading, node: Node) -> Mapping[str, str]:
    """A blank value is a value here: the lead lacks that field."""
    found: dict[str, str] = {}
    for entry in entries(reading, node):
        field = reading.known_field(entry.key)
        if field in DERIVED:
            reading.found.error("LR228", entry.key.at, field=field)
        blank = getattr(entry.value, "missing", False)
        value = "" if blank else scalars.text(reading, entry.value)
        if field and value is not None:
            found[field] = value
    return found


def _expect(reading: Reading, node: Node) -> Mapping[str, tuple[str, ...]]:
    part = open_part(reading, node, "expect")
    _check_names(part)
    read = {key: _words(reading, key, value) for key, value in part.given.items()}
    return {key: words for key, words in read.items() if words}


def _words(reading: Reading, key: str, node: Node) -> tuple[str, ...]:
    """One text; of reps any of several."""
    if key == "rep":
        return scalars.texts(reading, node) or ()
    one = scalars.text(reading, node)
    return () if one is None else (one,)


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
