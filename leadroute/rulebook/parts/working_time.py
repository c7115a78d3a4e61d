"""Working time: days, hours, holidays, days of its own; and durations counted in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadroute.model.working_time import WorkingTime
from leadroute.rulebook import amounts, moments, scalars
from leadroute.rulebook.countries import CALLED, COUNTRIES, parts_of
from leadroute.rulebook.part import open_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.model.working_time import Hours
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading

LONGEST = 366
"""Days of a range, and working days within which a call may be due."""


def working_time(reading: Reading, node: Node) -> WorkingTime:
    """Read when people work."""
    part, plain = open_part(reading, node, "working_time"), WorkingTime()
    made = WorkingTime(
        part.take("days", scalars.weekdays, plain.days),
        part.take("hours", _hours, plain.hours),
        part.take("holidays", _country, plain.holidays),
        part.take("extra_work", _days, plain.extra),
        part.take("closed", _days, plain.closed),
        part.place,
    )
    if both := sorted(made.extra & made.closed):
        reading.found.error("LR333", part.given["closed"].at, day=both[0].isoformat())
    return made


def worked(working: WorkingTime) -> Callable[[Reading, Node], timedelta | None]:
    """Return a reader of durations in working time."""

    def read(reading: Reading, node: Node) -> timedelta | None:
        plain, one = scalars.duration(reading, node), scalars.text(reading, node)
        if plain is None or one is None:
            return None
        value = amounts.to_worked(one, working.day, len(working.days))
        if value is None or value > LONGEST * working.day:
            reading.found.error("LR334", node.at, word=one, limit=LONGEST)
            return None
        return value

    return read


def _hours(reading: Reading, node: Node) -> tuple[Hours, ...] | None:
    found: list[Hours] = []
    for one in scalars.nodes(reading, node):
        hours = moments.to_hours(one.value)
        if hours is None:
            reading.found.error("LR330", one.at, word=one.value)
        elif any(hours[0] < end and start < hours[1] for start, end in found):
            reading.found.error("LR331", one.at, word=one.value)
        else:
            found.append(hours)
    return tuple(sorted(found)) or None


def _country(reading: Reading, node: Node) -> str | None:
    """``CN``, or with a part of the country ``DE-BY``."""
    one = scalars.scalar(reading, node)
    if one is None:
        return None
    word = one.value.strip().upper()
    country, dash, part = CALLED.get(word, word).partition("-")
    known = parts_of(country) if dash and country in COUNTRIES else ()
    if country not in COUNTRIES or (dash and part not in known):
        offered = [f"{country}-{name}" for name in known] or [*COUNTRIES, *CALLED]
        reading.unknown("LR332", one, sorted(offered))
        return None
    return f"{country}{dash}{part}"


def _days(reading: Reading, node: Node) -> frozenset[date] | None:
    found: set[date] = set()
    for one in scalars.nodes(reading, node):
        ends = moments.to_days(one.value)
        if ends is None:
            reading.found.error("LR138", one.at, word=one.value)
            continue
        first, last = ends
        if not 0 <= (last - first).days < LONGEST:
            reading.found.error("LR335", one.at, word=one.value, limit=LONGEST)
            continue
        found |= {first + timedelta(days=later) for later in range((last - first).days + 1)}
    return frozenset(found) or None
