"""Where the numbers of each row are at home: its country, and the area code of its city."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.clean.area_codes import area_of
from leadroute.intake.clean.phone_number import CHINA, Home
from leadroute.intake.clean.regions import COUNTRIES_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leadroute.tables.leads import Column, Rows, Whole

_APART = {"香港": "HK", "澳门": "MO", "台湾": "TW"}
"""Provinces and cities with numbers of their own."""

_MUNICIPAL = frozenset({"北京", "上海", "天津", "重庆"})
_UNKNOWN = ("", CHINA)
_ISO = 2


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """``region[row]`` and ``area[row]`` are places in ``regions`` (ISO codes) and ``areas`` (codes); 0 is none."""

    regions: tuple[str, ...]
    region: Whole
    areas: tuple[str, ...]
    area: Whole

    @property
    def count(self) -> int:
        """How many different homes there can be."""
        return len(self.regions) * len(self.areas)

    def number(self, rows: Rows) -> Whole:
        """The home of some rows as one number below ``count``."""
        return self.region[rows] * len(self.areas) + self.area[rows]

    def home(self, number: int) -> Home:
        """The home of this number."""
        region, area = divmod(number, len(self.areas))
        return Home(self.regions[region], self.areas[area])


def homes_of(columns: Mapping[str, Column]) -> Homes | None:
    """The homes of all rows; ``None`` when no row has one."""
    country, province, city = (columns.get(name) for name in ("country", "province", "city"))
    given = [column for column in (country, province, city) if column is not None]
    if not given:
        return None
    regions, region = _numbered(country, _iso, (*_UNKNOWN, *_APART.values()), len(given[0]))
    for column in (province, city):
        _, apart = _numbered(column, lambda value: _APART.get(value, ""), regions, len(region))
        if apart.any():
            region = np.where((apart > 0) & (region < len(_UNKNOWN)), apart, region)
    regions, state = _numbered(province, lambda value: COUNTRIES_OF.get(value, ""), regions, len(region))
    region = np.where((state > 0) & (region == 0), state, region)
    areas, area = _numbered(city, area_of, ("",), len(region))
    areas, municipal = _numbered(
        province, lambda value: area_of(value) if value in _MUNICIPAL else "", areas, len(region)
    )
    area = np.where(area > 0, area, municipal)
    return Homes(regions, region, areas, area) if region.any() or area.any() else None


def _iso(value: str) -> str:
    return value if len(value) == _ISO and value.isascii() and value.isalpha() else ""


def _numbered(
    column: Column | None, meaning: Callable[[str], str], known: tuple[str, ...], rows: int
) -> tuple[tuple[str, ...], Whole]:
    """What the values of a column mean: all meanings, those ``known`` first, and for each row the place of its own."""
    if column is None:
        return known, np.zeros(rows, dtype=np.int64)
    encoded = column.values.dictionary_encode()
    each = [meaning(value) for value in encoded.dictionary.to_pylist()]
    if not any(each):
        return known, np.zeros(rows, dtype=np.int64)
    names = tuple(dict.fromkeys((*known, *each)))
    places = {name: place for place, name in enumerate(names)}
    table = np.array([places[one] for one in each], dtype=np.int64)[encoded.indices.to_numpy()]
    return names, table[column.codes]
