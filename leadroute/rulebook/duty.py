"""A rulebook against the calendar: how long nobody is there who could make a first call."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.engine.worktime.attendance import Attendance, usual_wait
from leadroute.engine.worktime.due import clock_of, moved_unknown
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.rulebook import AssignRep
from leadroute.rulebook.references import pools_named
from leadroute.rulebook.staff import named_staff, staff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from leadroute.engine.worktime.clock import Stretch
    from leadroute.engine.worktime.spans import Spans
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool, Rulebook

AHEAD = timedelta(days=60)
"""How far a check looks."""

_AN_HOUR, _A_DAY = timedelta(hours=1), timedelta(days=1)


def check_duty(book: Rulebook, roster: Roster, now: datetime) -> tuple[Diagnostic, ...]:
    """Everything about the weeks from ``now`` on in which leads would wait too long; nothing without a due time."""
    if not book.output.due:
        return ()
    there = Attendance(book, roster, now.replace(tzinfo=None), AHEAD)
    used = pools_named(book)
    staffed = [(pool, staff(book, pool.name, roster)) for pool in book.pools.values() if pool.name in used]
    empty = [(pool, there.nobody(people)) for pool, people in staffed if people]
    return (*_pools(there, empty), *_rules(there), *_closings(there, empty), *_unpublished(book, now))


def long_due(book: Rulebook) -> tuple[Diagnostic, ...]:
    """A due time of more hours than a working day has: 24h are no day where people work nine hours."""
    working, due = book.working_time, book.output.due
    if working is None or due is None or due <= working.day or due % working.day == timedelta(0):
        return ()
    args = facts(hours=_hours(due), days=f"{due / working.day:.1f}", day=_hours(working.day))
    return (Diagnostic("LR341", Severity.NOTE, working.place, args),)


def _pools(there: Attendance, empty: list[tuple[Pool, Spans]]) -> Iterator[Diagnostic]:
    for pool, spans in empty:
        if span := _late(there, spans):
            yield Diagnostic("LR336", Severity.WARNING, pool.place, _said(there, span, pool=pool.name))


def _rules(there: Attendance) -> Iterator[Diagnostic]:
    for rule in there.book.rules:
        if isinstance(rule.action, AssignRep) and rule.enabled:
            people = named_staff(there.book, rule.action, there.roster)
            if people and (span := _late(there, there.nobody(people))):
                args = _said(there, span, rule=rule.name, who=rule.action.rep)
                yield Diagnostic("LR339", Severity.WARNING, rule.place, args)


def _closings(there: Attendance, empty: list[tuple[Pool, Spans]]) -> Iterator[Diagnostic]:
    """Holidays and the like: no due time runs, but leads wait longer than in a usual week. Told once for all pools."""
    working, due = there.book.working_time, there.book.output.due
    if working is None or due is None:
        return
    usual = usual_wait(working, due)
    pools: dict[Stretch, list[Pool]] = {}
    for pool, spans in empty:
        for span in spans:
            if span.length > usual and there.missed(span) <= due:
                pools.setdefault(span, []).append(pool)
    for span, alike in sorted(pools.items()):
        cause = _cause(there, span)
        place = alike[0].place if cause == "leave" else working.place
        names = ", ".join(pool.name for pool in alike)
        args = _when(there, span) | {"cause": cause, "pools": names, "usual": _hours(usual)}
        yield Diagnostic("LR337", Severity.NOTE, place, facts(**args))


def _cause(there: Attendance, span: Stretch) -> str:
    """The names of the holidays in a stretch, else ``closed`` or ``leave``."""
    clock = clock_of(there.book)
    start, days = there.local(span.start).date(), (there.local(span.end) - there.local(span.start)).days
    inside = [start + later * _A_DAY for later in range(days + 2)]
    closed = [day for day in inside if clock and not clock.days.works(day)]
    names = dict.fromkeys(name for day in closed if clock and (name := clock.days.holiday(day)))
    own = clock is not None and any(day in clock.days.rules.closed for day in closed)
    return " / ".join(names) or ("closed" if own else "leave")


def _unpublished(book: Rulebook, now: datetime) -> tuple[Diagnostic, ...]:
    clock = clock_of(book)
    return moved_unknown(clock, range(now.year, (now + AHEAD).year + 1)) if clock else ()


def _late(there: Attendance, spans: Spans) -> Stretch | None:
    """The first stretch in which a lead that comes at its beginning is due before anybody is back."""
    due = there.book.output.due or timedelta(0)
    return next((span for span in spans if there.missed(span) > due), None)


def _said(there: Attendance, span: Stretch, **more: str) -> tuple[tuple[str, str], ...]:
    unit = "worked" if there.book.working_time else "hours"
    due = there.book.output.due or timedelta(0)
    missed = {"missed": _hours(there.missed(span)), "due": _hours(due), "unit": unit}
    return facts(**_when(there, span), **missed, **more)


def _when(there: Attendance, span: Stretch) -> dict[str, str]:
    ends = {"start": there.local(span.start), "end": there.local(span.end)}
    return {**{key: f"{end:%Y-%m-%d %H:%M}" for key, end in ends.items()}, "hours": _hours(span.length)}


def _hours(length: timedelta) -> str:
    return f"{length / _AN_HOUR:.4g}"
