"""Chinese places in Latin letters: ``Hangzhou``, ``Xi'an``, ``Shenzhen, Guangdong Province, China``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.intake.places.atlas import atlas
from leadroute.intake.places.found import NOWHERE, Found, fitting

if TYPE_CHECKING:
    from leadroute.intake.places.atlas import Place

_LONGEST = 60
_PARTS = re.compile(r"[,/|>]+|\s-+\s")
_KIND = re.compile(
    r"\s(?:province|sheng|city|shi|municipality|prefecture|(?:(?:hui|zhuang|uygur|uyghur) )?autonomous region|sar)$"
)
_COUNTRY = frozenset({"china", "prc", "cn", "p.r. china", "p.r.china", "mainland china"})


def read_latin(folded: str) -> Found:
    """Read a folded ASCII text; every part of it must name a place, and all of them one place."""
    if len(folded) > _LONGEST:
        return NOWHERE
    parts = [part.strip() for part in _PARTS.split(folded)]
    named = [_named(part) for part in parts if part not in _COUNTRY]
    if not named or not all(named):
        return NOWHERE
    places = named[0]
    for others in named[1:]:
        places = fitting(places, others)
    return Found(places, len(named), whole=True) if places else NOWHERE


def _named(part: str) -> tuple[Place, ...]:
    """The places of one part; two words may name a province and its city (``Guangdong Shenzhen``)."""
    known = atlas().latin
    bare = _KIND.sub("", part)
    if whole := known.get(re.sub(r"[ '’.-]", "", bare)):
        return whole
    first, _, second = bare.partition(" ")
    return fitting(known.get(first, ()), known.get(second, ()))
