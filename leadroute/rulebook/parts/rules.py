"""``rules:`` in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import OnMissing, Rule
from leadroute.rulebook import scalars
from leadroute.rulebook.part import Part, items, open_part
from leadroute.rulebook.parts import conditions
from leadroute.rulebook.parts.actions import action

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.model.rulebook import Action
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading


def rules(reading: Reading, node: Node) -> tuple[Rule, ...]:
    """Read all rules; one without an action is left out."""
    parts = [open_part(reading, item, "rules") for item in items(reading, node)]
    read = [(part, action(part)) for part in parts if part.given]
    # A rule without an action is read as well, for the mistakes in the rest of it.
    return tuple(rule for part, does in read if (rule := _rule(part, does)))


def _rule(part: Part, does: Action | None) -> Rule | None:
    start, end = _validity(part)
    name = part.take("name", scalars.text, "")
    when = conditions.when(part)
    missing = part.take("on_missing", scalars.choice(OnMissing), OnMissing.NO_MATCH)
    enabled = part.take("enabled", scalars.flag, default=True)
    weekdays = part.take("weekdays", scalars.weekdays, frozenset[int]())
    max_age = part.take("max_age", scalars.duration, None)
    if does is None:
        return None
    return Rule(name, when, does, missing, enabled, start, end, weekdays, max_age, part.place)


def _validity(part: Part) -> tuple[datetime | None, datetime | None]:
    start, end = part.take("from", scalars.moment, None), part.take("until", scalars.end, None)
    if start and end and end <= start:
        part.reading.found.error("LR215", part.given["until"].at)
    return start, end
