"""Districts and counties of China by their official names; others stay as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_place
from leadroute.intake.places.atlas import Level

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned
    from leadroute.intake.places.found import Found


def clean(texts: pa.Array) -> Cleaned:
    """Name districts in full (``余杭``, ``浙江省杭州市余杭区`` → ``余杭区``); which 朝阳区 is meant its row tells."""
    return by_place(texts, Level.DISTRICT, _name)


def _name(found: Found) -> str:
    names = {place.name for place in found.meant(Level.DISTRICT) if place.level is Level.DISTRICT}
    return names.pop() if len(names) == 1 else ""
