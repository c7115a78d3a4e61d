"""When nobody of some people is at work: leave, days before the first, and the hours nobody works anyway."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.engine.worktime.clock import Clock, Stretch
from leadroute.engine.worktime.due import clock_of
from leadroute.engine.worktime.spans import between, common, united
from leadroute.engine.worktime.workdays import Workdays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from leadroute.engine.worktime.spans import Spans
    from leadroute.model.rep import Leave, Rep, Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.model.working_time import WorkingTime

_FARTHEST = timedelta(days=731)
"""A leave that ends later is looked at up to here."""

_NOTHING, _A_WEEK = timedelta(0), timedelta(weeks=1)
_A_MONDAY = date(2026, 1, 5)


@dataclass(frozen=True)
class Attendance:
    """Who is there, as far as the roster and the working time say, from ``start`` on (local time of the rulebook)."""

    book: Rulebook
    roster: Roster
    start: datetime
    ahead: timedelta

    @property
    def zone(self) -> tzinfo:
        """The zone of the rulebook."""
        return ZoneInfo(self.book.timezone)

    def nobody(self, people: Iterable[int]) -> Spans:
        """The stretches that begin within the time looked at and in which none of these people is at work."""
        away = common([self._away(self.roster.reps[at]) for at in sorted(people)])
        clock, now = clock_of(self.book), self._utc(self.start)
        until = max([now + self.ahead, *(one.end for one in away)])
        off = between(clock.stretches(self.start.date()), now, until) if clock else ()
        found = united(Stretch(max(one.start, now), one.end) for one in (*away, *off))
        return tuple(takewhile(lambda one: one.start < now + self.ahead, found))

    def missed(self, span: Stretch) -> timedelta:
        """How much of a stretch a due time counts."""
        clock = clock_of(self.book)
        return clock.between(*span) if clock else span.length

    def local(self, moment: datetime) -> datetime:
        """The moment by the wall."""
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def _away(self, rep: Rep) -> Spans:
        return united(Stretch(self._utc(start), self._utc(end)) for start, end in self._absences(rep))

    def _absences(self, rep: Rep) -> Iterator[tuple[datetime, datetime]]:
        """Leave with the buffers around it, in which nothing is given out either."""
        policy, last = self.book.leave, self.start + _FARTHEST
        before, after = (policy.before, policy.after) if policy else (_NOTHING, _NOTHING)
        if rep.hired_on is not None:
            yield self.start, min(datetime.combine(rep.hired_on, datetime.min.time()), last)
        for leave in self._by_rep.get(rep.id, ()):
            yield max(leave.start, self.start + before) - before, min(leave.end, last) + after

    @cached_property
    def _by_rep(self) -> dict[str, list[Leave]]:
        found: dict[str, list[Leave]] = {}
        for leave in self.roster.leaves:
            found.setdefault(leave.rep, []).append(leave)
        return found

    def _utc(self, moment: datetime) -> datetime:
        return moment.replace(tzinfo=self.zone).astimezone(UTC)


def usual_wait(rules: WorkingTime, due: timedelta) -> timedelta:
    """The longest a lead waits in a week without holidays: from a closing until it is due."""
    plain = replace(rules, holidays="", extra=frozenset(), closed=frozenset())
    clock = Clock(Workdays(plain), UTC)
    first = datetime.combine(_A_MONDAY, datetime.min.time(), UTC)
    week = takewhile(lambda one: one.start < first + _A_WEEK, clock.stretches(_A_MONDAY))
    return max(clock.add(one.end, due) - one.end for one in week)
