"""Cities of China by every usual spelling → short name; others stay as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_place
from leadroute.intake.places.atlas import Level
from leadroute.intake.places.found import common

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned
    from leadroute.intake.places.found import Found


def clean(texts: pa.Array) -> Cleaned:
    """Name cities without their 市 (``苏州市``, ``Hangzhou``, ``恩施州``, ``浙江省杭州市`` → ``苏州`` …).

    A county that stands for a city keeps its own name (``昆山市`` → ``昆山``); what may be several stays as written.
    """
    return by_place(texts, Level.CITY, _name)


def _name(found: Found) -> str:
    places = found.meant(Level.CITY)
    if found.steps == 1 and not any(place.level is Level.CITY for place in places):
        names = {place.name for place in found.places}
        name = names.pop() if len(names) == 1 else ""
        return name.removesuffix("市") if name.endswith("市") else ""
    city = common(places, Level.CITY)
    return city.name if city else ""
