"""The provinces, cities and districts of China as a tree, and every name that may mean one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from leadroute.intake.places.china import AREAS, SIMPLIFIED, TRADITIONAL
from leadroute.intake.places.provinces import PROVINCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Level(IntEnum):
    """How far down a place is."""

    PROVINCE = 0
    CITY = 1
    DISTRICT = 2


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place: ``name`` is what clean columns call it (``浙江``, ``杭州``, ``余杭区``), ``above`` what it lies in."""

    level: Level
    name: str
    above: Place | None = None

    @property
    def chain(self) -> tuple[Place, ...]:
        """The places it lies in, from the province down, itself the last."""
        return (*self.above.chain, self) if self.above else (self,)

    @property
    def whole(self) -> str:
        """The names from the province down; a city that is its own province is named once."""
        return " ".join(dict.fromkeys(place.name for place in self.chain))

    def at(self, level: Level) -> Place | None:
        """The place of that level it lies in (or is)."""
        chain = self.chain
        return chain[level] if level < len(chain) else None

    def within(self, other: Place) -> bool:
        """Does it lie in the other, or is it the other?"""
        return self.at(other.level) is other


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Names → places: ``full`` by official names, ``short`` by what people shorten them to, ``latin`` by spelling.

    ``lengths`` gives, by their first two characters, how long names are, the longest first.
    """

    full: Mapping[str, tuple[Place, ...]]
    short: Mapping[str, tuple[Place, ...]]
    latin: Mapping[str, tuple[Place, ...]]
    lengths: Mapping[str, tuple[int, ...]]

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place a Chinese name may mean."""
        return self.full.get(name, ()) + self.short.get(name, ())


_SIMPLER = str.maketrans(TRADITIONAL, SIMPLIFIED)
_PROVINCE_END = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_ENDS = "市区县旗盟"
_ONE_AT_A_TIME = Lock()  # columns are cleaned in threads, and two trees would hold two places of every name
_NOT_ALONE = frozenset({"朝阳"})
"""Short names of a city that as often mean districts of others."""


def simplified(text: str) -> str:
    """The text with the traditional characters of place names replaced."""
    return text.translate(_SIMPLER)


def atlas() -> Atlas:
    """The whole of China, made when first asked for (some milliseconds)."""
    with _ONE_AT_A_TIME:
        return _made()


@cache
def _made() -> Atlas:
    full, short, latin = _Names(), _Names(), _Names()
    province = Place(Level.PROVINCE, "")
    for line in AREAS.strip().split("\n"):
        if line.startswith("# "):
            province = _province(line[2:], full, short, latin)
        else:
            _city(line, province, full, short, latin)
    return Atlas(full.frozen(), short.frozen(), latin.frozen(), _lengths((*full.places, *short.places)))


class _Names:
    """Names and the places that bear them, while the tree grows."""

    def __init__(self) -> None:
        self.places: dict[str, list[Place]] = {}

    def add(self, place: Place, name: str) -> None:
        self.places.setdefault(name, []).append(place)

    def frozen(self) -> dict[str, tuple[Place, ...]]:
        return {name: tuple(places) for name, places in self.places.items()}


def _province(name: str, full: _Names, short: _Names, latin: _Names) -> Place:
    province = Place(Level.PROVINCE, _PROVINCE_END.sub("", name))
    full.add(province, name)
    for word in dict.fromkeys((province.name, *map(simplified, PROVINCES[province.name].split()))):
        if word.isascii() and len(word) > 3:  # noqa: PLR2004 - shorter ones are codes, known to the cleaner of provinces
            latin.add(province, word)
        elif not word.isascii() and len(word) > 1 and word != name:
            short.add(province, word)
    return province


def _city(line: str, province: Place, full: _Names, short: _Names, latin: _Names) -> None:
    """A line of ``AREAS``: ``恩施土家族苗族自治州|恩施|恩施州 enshi: 恩施市 利川市``."""
    head, _, districts = line.partition(":")
    names, *spellings = head.split()
    official, *others = names.split("|")
    core = others[0] if others else official.rstrip("市盟")
    city = Place(Level.CITY, core, province)
    full.add(city, official)
    for word in {core, official.removesuffix("县"), *others} - {official} - _NOT_ALONE:
        short.add(city, word)
    for word in spellings:
        latin.add(city, word)
    for entry in districts.split():
        _district(entry, city, full, short)


def _district(entry: str, city: Place, full: _Names, short: _Names) -> None:
    official, *others = entry.split("|")
    district = Place(Level.DISTRICT, official, city)
    full.add(district, official)
    core = official[:-2] if official.endswith("新区") and len(official) > 3 else official[:-1]  # noqa: PLR2004 - 新区
    for word in others or ([core] if len(core) > 1 and official[-1] in _ENDS else []):
        short.add(district, word)


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}
