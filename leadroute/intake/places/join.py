"""The cells of one row that name places, read together: what they agree on, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.intake.places.atlas import Level
from leadroute.intake.places.found import common, fitting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.intake.places.atlas import Place
    from leadroute.intake.places.found import Found

_MOST = 4


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that does not lie in what the cells above it say: its level, and both places in words."""

    level: Level
    name: str
    given: str
    found: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What the cells of a row say together.

    ``places`` are all they may mean. ``source`` is the level of the column that says most. ``clash`` is the cell that
    was left aside, if any. ``candidates`` names the places when the cells fit several and more is to be known.
    """

    places: tuple[Place, ...]
    source: Level
    clash: Clash | None = None
    candidates: tuple[str, ...] = field(default=())

    def at(self, level: Level) -> Place | None:
        """The place of a level that the row names or implies."""
        return common(self.places, level)


def join(cells: Mapping[Level, Found]) -> Joined:
    """Read the cells that name places together, from the province down; every cell must lie in those above."""
    source, *others = sorted(cells)
    places, clash = cells[source].meant(source), None
    for level in others:
        own = cells[level].meant(level)
        if both := fitting(places, own):
            source = level if any(place not in places for place in both) else source
            places = both
        elif clash is None:
            clash = Clash(level, own[0].name, _words(places), _words(own))
    return Joined(places, source, clash, _candidates(places))


def _candidates(places: tuple[Place, ...]) -> tuple[str, ...]:
    """The places, if they lie in different cities or provinces."""
    apart = len({place.at(Level.CITY) or place for place in places}) > 1
    return tuple(place.whole for place in places) if apart else ()


def _words(places: tuple[Place, ...]) -> str:
    return " / ".join(place.whole for place in places[:_MOST])
