"""What was read of a place: all it may mean, and how much of it stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.intake.places.atlas import Level, Place


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names: ``places`` are all it may mean (each the deepest named), ``steps`` how many levels it names.

    ``whole``: nothing else stands in the text. ``official``: some level is written out with its 省, 市, 区 …
    """

    places: tuple[Place, ...] = ()
    steps: int = 0
    whole: bool = False
    official: bool = False

    def __bool__(self) -> bool:
        """Is any place named?"""
        return bool(self.places)

    @property
    def trusted(self) -> bool:
        """A short name before other words (长春花园) may be anything; all else names the place."""
        return self.whole or self.official or self.steps > 1

    def meant(self, level: Level) -> tuple[Place, ...]:
        """What it means where a place of this level is asked for: such places first, else deeper ones, else higher."""
        exactly = tuple(place for place in self.places if place.level == level)
        return exactly or tuple(place for place in self.places if place.level > level) or self.places


NOWHERE = Found()


def common(places: tuple[Place, ...], level: Level) -> Place | None:
    """The place of a level that all of these lie in; ``None`` if they differ."""
    found = {place.at(level) for place in places}
    return found.pop() if len(found) == 1 else None


def fitting(some: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """The deeper of every two places of which one lies in the other."""
    pairs = ((one, other) for one in some for other in others)
    found = (one if one.within(other) else other for one, other in pairs if one.within(other) or other.within(one))
    return tuple(dict.fromkeys(found))
