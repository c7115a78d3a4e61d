"""Public holidays of a country and a year, 调休 included: what the ``holidays`` library knows, as plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_YEARS_BACK = 3
_LABEL = re.compile(r"\s*[(（].*")
"""What the library adds to a name: that it is observed on another day, or is an estimate."""

_INSTEAD = re.compile(r"[(（].*\d")
"""A day that is free for another one names that one, and no holiday."""

_LANGUAGES = {"zh": "zh_CN", "en": "en_US"}


@dataclass(frozen=True, slots=True)
class PublicYear:
    """One year of a country: free days with the holiday's name ("" when free for another day), and days worked instead.

    ``decreed`` is false where the country moves working days (调休) in other years and this version of the library
    knows of none in this one: they are not published yet.
    """

    free: Mapping[date, str]
    worked: frozenset[date]
    decreed: bool


@lru_cache(maxsize=64)
def public_year(country: str, year: int, language: str) -> PublicYear:
    """A year of a country (``CN``) or of a part of it (``DE-BY``); ``language`` is that of the names, where known."""
    # Late: a tenth of a second, and only rulebooks that name a country have a use for it.
    import holidays  # noqa: PLC0415 - see above

    code, _, part = country.partition("-")
    known = holidays.list_localized_countries().get(code, [])
    # Without a language the library would ask the environment.
    spoken = next((one for one in (_LANGUAGES.get(language), "en_US", *known) if one in known), None)
    years = range(year - _YEARS_BACK, year + 1)
    days = holidays.country_holidays(code, subdiv=part or None, years=years, language=spoken)
    moved = {day for day in days.weekend_workdays if day.year in years}
    worked = frozenset(day for day in moved if day.year == year)
    free = {
        day: "" if _INSTEAD.search(name) else _LABEL.sub("", name)
        for day, name in sorted(days.items())
        if day.year == year
    }
    return PublicYear(free, worked, decreed=bool(worked) or not moved)
