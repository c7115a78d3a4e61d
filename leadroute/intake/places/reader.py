"""Reading a Chinese place in a text: ``浙江省杭州市余杭区``, ``广东 深圳``, ``华东/上海``, ``Hangzhou, Zhejiang``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.intake.places.atlas import atlas, simplified
from leadroute.intake.places.found import NOWHERE, Found
from leadroute.intake.places.latin import read_latin
from leadroute.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.intake.places.atlas import Place

_COUNTRY = re.compile(r"^(?:中国大陆|中国|中华人民共和国|(?:cn|china)(?![a-z]))")
_REGION = re.compile(r"^(?:华东|华南|华北|华中|西南|西北|东北|东南)(?:地区|大区|区域|片区|区)?")
_MARKS = r"[\s\-/\\·,、|>:;_().—–~]*"
_BETWEEN = re.compile(rf"{_MARKS}(?:(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划|辖区){_MARKS})?")
_ROAD = re.compile(r"[东西南北中环]?[路街道大巷弄村镇乡桥山湖湾站寺园院港口里]")


def read_place(text: str) -> Found:
    """Read the place a text names or begins with; ``NOWHERE`` if it names none."""
    folded = fold(text)
    if folded.isascii():
        return read_latin(folded)
    start = _behind(simplified(folded), _COUNTRY)
    return _best(start) or _best(_behind(start, _REGION))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the beginning of a text: where it ends, what it means, how it was named."""

    end: int
    places: tuple[Place, ...]
    steps: int
    letters: int
    official: int

    @property
    def worth(self) -> tuple[int, int, int]:
        """The reading of most letters counts, then the one with official names, then the one of fewer meanings."""
        return (self.letters, self.official, -len(self.places))


def _best(text: str) -> Found:
    """The best reading of a text; a road that is named like a city names none."""
    found = max(_readings(text, _Reading(0, (), 0, 0, 0)), key=lambda one: one.worth, default=None)
    if found is None or (not found.official and _ROAD.match(text[found.end :])):
        return NOWHERE
    return Found(found.places, found.steps, found.end == len(text), found.official > 0)


def _readings(text: str, before: _Reading) -> Iterator[_Reading]:
    """Every way to go on reading, each place inside the one before; no place by a shorter name than it has here."""
    known, start = atlas(), before.end
    seen: set[Place] = set()
    for length in known.lengths.get(text[start : start + 2], ()):
        word = text[start : start + length]
        for names, official in ((known.full, 1), (known.short, 0)):
            if inside := tuple(one for one in _inside(names.get(word, ()), before.places) if one not in seen):
                seen.update(inside)
                skipped = _BETWEEN.match(text, start + length)
                end = skipped.end() if skipped else start + length
                read = _Reading(end, inside, before.steps + 1, before.letters + length, before.official + official)
                yield read
                yield from _readings(text, read)


def _inside(places: tuple[Place, ...], outer: tuple[Place, ...]) -> tuple[Place, ...]:
    if not outer:
        return places
    return tuple(one for one in places if any(one is not other and one.within(other) for other in outer))


def _behind(text: str, prefix: re.Pattern[str]) -> str:
    """The text behind a prefix and the marks that follow."""
    found = prefix.match(text)
    rest = text[found.end() :] if found else text
    return _BETWEEN.sub("", rest, count=1)
