"""Whether a text of a rulebook is the name of a place."""

from __future__ import annotations

from leadroute.intake.places.atlas import Level
from leadroute.intake.places.reader import read_place
from leadroute.model.fields import Kind

_LEVELS = {Kind.PROVINCE: Level.PROVINCE, Kind.CITY: Level.CITY}


def is_place(kind: Kind, key: str) -> bool:
    """Tell whether there is a province or a city of this name, if that is what the field holds."""
    if kind not in _LEVELS:
        return False
    found = read_place(key)
    return found.whole and any(place.level is _LEVELS[kind] for place in found.places)
