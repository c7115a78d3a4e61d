"""``require:`` and ``prefer:``: what reps must or should have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import Demand
from leadroute.rulebook import scalars
from leadroute.rulebook.nodes import Entry, Keyed, Node
from leadroute.rulebook.part import entries, open_part
from leadroute.rulebook.spellings import attribute

if TYPE_CHECKING:
    from leadroute.rulebook.reading import Reading


def demands(reading: Reading, node: Node) -> tuple[Demand, ...]:
    """``{skills: [英语]}``: these values; ``{provinces: {has: province}}``: the lead's own value."""
    found = (_demand(reading, entry) for entry in entries(reading, node))
    return tuple(one for one in found if one)


def _demand(reading: Reading, entry: Entry) -> Demand | None:
    place = reading.found.place(entry.key.at)
    if isinstance(entry.value, Keyed):
        field = open_part(reading, entry.value, "has").take("has", scalars.field, "")
        return Demand(attribute(entry.key.value), field, place=place) if field else None
    values = scalars.texts(reading, entry.value)
    return Demand(attribute(entry.key.value), values=values, place=place) if values else None
