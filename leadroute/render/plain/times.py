"""When people work and when a first call is due, as sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.render.plain.amounts import length
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from leadroute.model.working_time import Hours, WorkingTime
    from leadroute.render.plain.conditions import Speaker

_A_DAY, _AN_HOUR = timedelta(days=1), timedelta(hours=1)
_IN_A_ROW = 3
"""From so many days on the first and the last are enough."""


def working_words(speaker: Speaker) -> Iterator[str]:
    """The week, the holidays, and the days that overrule both."""
    if working := speaker.book.working_time:
        comma = say("sheet.listed", speaker.language)
        hours = comma.join(map(_hours, working.hours))
        yield speaker.say("working", days=weekdays(sorted(working.days), speaker), hours=hours)
        if working.holidays:
            yield speaker.say("holidays", country=working.holidays)
        for key, days in (("extra_work", working.extra), ("closed", working.closed)):
            if days:
                yield speaker.say(key, days=comma.join(_runs(days, speaker)))


def due_words(speaker: Speaker) -> Iterator[str]:
    """When the first call is due."""
    if due := speaker.book.output.due:
        working = speaker.book.working_time
        told = _worked(due, working, speaker) if working else length(due, speaker.language)
        yield speaker.say("due", due=told)


def weekdays(numbers: Sequence[int], speaker: Speaker) -> str:
    """``周一至周五`` for days in a row, else each of them."""
    days = [speaker.say(f"day.{number}") for number in numbers]
    if len(days) >= _IN_A_ROW and numbers[-1] - numbers[0] == len(days) - 1:
        return speaker.say("day_range", first=days[0], last=days[-1])
    return speaker.listed(days, "and")


def _worked(due: timedelta, working: WorkingTime, speaker: Speaker) -> str:
    """Whole working days, or hours of work: never days of 24 hours."""
    if due % working.day == timedelta(0):
        count = due // working.day
        told = speaker.say("workday" if count == 1 else "workdays", count=count)
        return speaker.say("of_hours", days=told, hours=f"{working.day / _AN_HOUR:g}")
    if due < _A_DAY:
        return speaker.say("worked", time=length(due, speaker.language))
    return speaker.say("worked", time=speaker.say("hours", count=f"{due / _AN_HOUR:g}"))


def _hours(hours: Hours) -> str:
    return "-".join(f"{minute // 60}:{minute % 60:02}" for minute in hours)


def _runs(days: Iterable[date], speaker: Speaker) -> Iterator[str]:
    """Days in a row as one stretch."""
    ordered = sorted(days)
    firsts = [day for day in ordered if day - _A_DAY not in days]
    lasts = [day for day in ordered if day + _A_DAY not in days]
    for first, last in zip(firsts, lasts, strict=True):
        yield str(first) if first == last else speaker.say("from_to", first=first, last=last)
