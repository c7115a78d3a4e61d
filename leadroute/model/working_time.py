"""Working time as a value: on which days people work, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.model.condition import NOWHERE

if TYPE_CHECKING:
    from datetime import date

    from leadroute.model.diagnostic import Place

Hours = tuple[int, int]
"""From and to, in minutes after midnight by the wall clock; midnight at the end of a day is 1440."""

WEEK = frozenset({1, 2, 3, 4, 5})
NINE_TO_SIX: tuple[Hours, ...] = ((9 * 60, 18 * 60),)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The days and hours people work, by the wall clock of the rulebook's zone.

    ``days`` are ISO weekdays, ``hours`` the stretches of each working day, in order and apart. ``holidays`` is a
    country, or a country and its part (``DE-BY``), whose public holidays are free and whose moved working days are
    worked; "" is none. ``extra`` days are worked and ``closed`` ones are not, whatever the week and the country say.
    """

    days: frozenset[int] = WEEK
    hours: tuple[Hours, ...] = NINE_TO_SIX
    holidays: str = ""
    extra: frozenset[date] = frozenset()
    closed: frozenset[date] = frozenset()
    place: Place = NOWHERE

    @property
    def day(self) -> timedelta:
        """The working time of one working day."""
        return timedelta(minutes=sum(end - start for start, end in self.hours))
