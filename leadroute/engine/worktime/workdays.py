"""Which days are worked: the week, the country's holidays and moved days, and the rulebook's own days over both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.worktime.public import public_year

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leadroute.model.working_time import WorkingTime


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of a working time; ``language`` is that of the names of holidays."""

    rules: WorkingTime
    language: str = ""

    def works(self, day: date) -> bool:
        """Whether people work that day: a day that is closed or extra is so whatever else holds."""
        rules = self.rules
        if day in rules.closed or day in rules.extra:
            return day not in rules.closed
        if rules.holidays:
            public = public_year(rules.holidays, day.year, self.language)
            if day in public.free or day in public.worked:
                return day in public.worked
        return day.isoweekday() in rules.days

    def holiday(self, day: date) -> str:
        """The name of the public holiday that day is ("" for any other day, free or not)."""
        country = self.rules.holidays
        return public_year(country, day.year, self.language).free.get(day, "") if country else ""

    def undecreed(self, years: Iterable[int]) -> tuple[int, ...]:
        """The years whose moved working days (调休) are not published as far as is known here."""
        country = self.rules.holidays
        found = sorted(set(years)) if country else []
        return tuple(year for year in found if not public_year(country, year, self.language).decreed)
