"""A clock that runs only in working time: so much work later, so much work between.

Stretches are kept in UTC, so that a day on which clocks are set has the hours it really has. A stretch that begins or
ends at a time of day that is skipped that night moves on with the clock; of a time that comes twice the first counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, tzinfo

    from leadroute.engine.worktime.workdays import Workdays

_NOTHING, _A_DAY = timedelta(0), timedelta(days=1)


class Stretch(NamedTuple):
    """From ``start`` (inclusive) to ``end`` (exclusive), both in UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it really is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Clock:
    """Working days with their hours, in a time zone."""

    days: Workdays
    zone: tzinfo

    def here(self, moment: datetime) -> datetime:
        """A moment by the wall, with the zone."""
        return moment.replace(tzinfo=self.zone)

    def stretches(self, start: date) -> Iterator[Stretch]:
        """The stretches of work from a day on, without end."""
        reached = self._at(start, 0)
        for later in count():
            day = start + timedelta(days=later)
            for begin, end in self.days.rules.hours if self.days.works(day) else ():
                one = Stretch(max(self._at(day, begin), reached), self._at(day, end))
                if one.start < one.end:
                    reached = one.end
                    yield one

    def add(self, start: datetime, work: timedelta) -> datetime:
        """The first moment by which so much has been worked since ``start``, in the clock's zone.

        What ends exactly at closing time is due then and not the next morning.
        """
        moment, left = start.astimezone(UTC), work
        if left <= _NOTHING:
            return start.astimezone(self.zone)
        for one in self.stretches(start.astimezone(self.zone).date()):
            begin = max(one.start, moment)
            if one.end - begin >= left:
                moment = begin + left
                break
            left -= max(one.end - begin, _NOTHING)
        return moment.astimezone(self.zone)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time between two moments."""
        first, last = start.astimezone(UTC), end.astimezone(UTC)
        total = _NOTHING
        for one in self.stretches(start.astimezone(self.zone).date()):
            if one.start >= last:
                break
            total += max(min(one.end, last) - max(one.start, first), _NOTHING)
        return total

    def _at(self, day: date, minutes: int) -> datetime:
        days, rest = divmod(minutes, 1440)
        local = datetime(day.year, day.month, day.day, rest // 60, rest % 60, tzinfo=self.zone)
        return (local + days * _A_DAY).astimezone(UTC)
