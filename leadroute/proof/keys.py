"""What texts of the rulebook are compared by, as far as that can be known without the cleaners and their libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    Keys = Callable[[Kind, str], str | None]
    """The key of a text of a kind; ``None`` when another spelling might have the same one."""

_AS_WRITTEN = frozenset({Kind.TEXT, Kind.NUMBER, Kind.DATE})

KEYED = _AS_WRITTEN | {Kind.PROVINCE, Kind.CITY}
"""Kinds whose texts have a known key if they are spelled in a usual way."""


def light_key(kind: Kind, text: str) -> str | None:
    """Plain text is compared as it is, folded; places by their names; of other kinds the cleaner must be asked."""
    if kind in _AS_WRITTEN:
        return fold(text)
    if kind is Kind.PROVINCE:
        return _province(fold(text))
    return _city(fold(text)) if kind is Kind.CITY else None


def _province(folded: str) -> str | None:
    # Late: the lists of places are only for rulebooks that name some.
    from leadroute.intake.places.provinces import PROVINCES  # noqa: PLC0415 - see above

    plain = folded.removesuffix("省").removesuffix("市")
    hits = [name for name in PROVINCES if name == plain]
    return fold(hits[0]) if hits else None


def _city(folded: str) -> str | None:
    from leadroute.intake.places.atlas import Level  # noqa: PLC0415 - as above
    from leadroute.intake.places.reader import read_place  # noqa: PLC0415 - as above

    found = read_place(folded)
    cities = {place.name for place in found.places if place.level is Level.CITY}
    sure = found.whole and found.steps == 1 and len(cities) == 1
    return fold(cities.pop()) if sure else None
