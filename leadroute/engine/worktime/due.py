"""When a first call is due: as the wall clock goes, or in working time if the rulebook says when people work."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.engine.worktime.clock import Clock
from leadroute.engine.worktime.workdays import Workdays
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from leadroute.model.rulebook import Rulebook


def clock_of(book: Rulebook) -> Clock | None:
    """The clock of a rulebook's working time; ``None`` if it has none."""
    if book.working_time is None:
        return None
    return Clock(Workdays(book.working_time, book.language.value), ZoneInfo(book.timezone))


def due_at(book: Rulebook, given: datetime) -> datetime | None:
    """When the first call for a lead given out then is due, by the wall; ``None`` if the rulebook does not say."""
    due, clock = book.output.due, clock_of(book)
    if due is None:
        return None
    local = given.replace(tzinfo=None)
    return clock.add(clock.here(local), due).replace(tzinfo=None) if clock else local + due


def unpublished(book: Rulebook, given: datetime) -> tuple[Diagnostic, ...]:
    """What is to be said of a due time counted through years whose moved working days are not known here."""
    due, clock = due_at(book, given), clock_of(book)
    return moved_unknown(clock, range(given.year, due.year + 1)) if clock and due else ()


def moved_unknown(clock: Clock, years: Iterable[int]) -> tuple[Diagnostic, ...]:
    """A note about the years whose moved working days (调休) are neither published nor written in the rulebook."""
    rules = clock.days.rules
    written = {day.year for day in rules.extra}
    unknown = [str(year) for year in clock.days.undecreed(years) if year not in written]
    said = facts(country=rules.holidays, years=", ".join(unknown))
    return (Diagnostic("LR338", Severity.NOTE, rules.place, said),) if unknown else ()
