"""Provinces of China by every usual spelling → short name; states abroad → code; other regions stay as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.intake.clean.lookup import by_words
from leadroute.intake.clean.regions import REGIONS
from leadroute.intake.places.atlas import Level, simplified
from leadroute.intake.places.found import common
from leadroute.intake.places.provinces import PROVINCES
from leadroute.intake.places.reader import read_place

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.intake.clean.cleaned import Cleaned
    from leadroute.intake.places.found import Found

_WORDS = {word: short for short, more in PROVINCES.items() for word in (short, *more.split())}
_KIND = re.compile(
    r"(?:(?:回族|壮族|维吾尔族?)?自治区|特别行政区|省"
    r"|(?:\s(?:province|sheng|municipality|(?:hui |zhuang |uygur |uyghur )?autonomous region|sar)))$"
)


def clean(texts: pa.Array) -> Cleaned:
    """Name provinces as people say them (``上海市``, ``沪``, ``Shanghai``, ``上海市浦东新区`` → ``上海``).

    Of a cell that names only a city the province is ``INFERRED``; so is what a longer text begins with.
    """
    return by_words(texts, _known, _guessed)


def _known(folded: str) -> str:
    """The canonical name of a folded word or of a path that begins with a province, or ``""``."""
    inner = _KIND.sub("", simplified(folded))
    if name := _WORDS.get(inner.replace(" ", "").replace("'", ""), "") or REGIONS.get(folded, ""):
        return name
    found = read_place(folded)
    named = found.steps > 1 or any(place.level is Level.PROVINCE for place in found.places)
    return _name(found) if found.whole and named else ""


def _guessed(folded: str) -> str:
    """The province of a city (``深圳市``), or the one a longer text begins with (``广东省某某镇``)."""
    found = read_place(folded)
    places = found.meant(Level.PROVINCE)
    whole_province = bool(places) and places[0].level is Level.PROVINCE
    return _name(found) if whole_province or (found.trusted and _likely(found)) else ""


def _likely(found: Found) -> bool:
    """A district by its short name is too far from what the column is for: 东方, 和平 and 新城 are many things."""
    return found.official or found.steps > 1 or any(place.level < Level.DISTRICT for place in found.places)


def _name(found: Found) -> str:
    province = common(found.meant(Level.PROVINCE), Level.PROVINCE)
    return province.name if province else ""
