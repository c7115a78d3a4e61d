"""Working time against a table of dates worked out by hand, and by laws."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadroute.engine.worktime.clock import Clock
from leadroute.engine.worktime.public import public_year
from leadroute.engine.worktime.workdays import Workdays
from leadroute.model.working_time import WorkingTime


def days(*texts: str) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))


def minutes(text: str) -> tuple[tuple[int, int], ...]:
    """``9:00-12:00 13:30-18:00`` as stretches."""
    clock = [[int(part) for part in end.split(":")] for hours in text.split() for end in hours.split("-")]
    ends = [hour * 60 + minute for hour, minute in clock]
    return tuple(zip(ends[::2], ends[1::2], strict=True))


OFFICE = WorkingTime()
CHINA = WorkingTime(holidays="CN")
LUNCH = WorkingTime(hours=minutes("9:00-12:00 13:30-18:00"))
NIGHT = WorkingTime(hours=minutes("0:00-6:00 22:00-24:00"))
ALWAYS = WorkingTime(days=frozenset(range(1, 8)), hours=minutes("0:00-24:00"))
SUNDAYS = WorkingTime(days=frozenset(range(1, 8)), hours=minutes("1:00-4:00"))
OWN = WorkingTime(holidays="CN", extra=days("2026-10-03"), closed=days("2026-10-10", "2026-12-31", "2028-02-29"))
BAVARIA = WorkingTime(holidays="DE-BY")
SHANGHAI, BERLIN, YORK = ("Asia/Shanghai", "Europe/Berlin", "America/New_York")

TABLE = [
    # a week as any
    (OFFICE, SHANGHAI, "2026-11-23T09:00", 4, "2026-11-23T13:00"),
    (OFFICE, SHANGHAI, "2026-11-23T09:00", 9, "2026-11-23T18:00"),
    (OFFICE, SHANGHAI, "2026-11-23T09:01", 9, "2026-11-24T09:01"),
    (OFFICE, SHANGHAI, "2026-11-23T06:30", 1, "2026-11-23T10:00"),
    (OFFICE, SHANGHAI, "2026-11-23T18:00", 1, "2026-11-24T10:00"),
    (OFFICE, SHANGHAI, "2026-11-27T17:00", 4, "2026-11-30T12:00"),
    (OFFICE, SHANGHAI, "2026-11-28T11:00", 4, "2026-11-30T13:00"),
    (OFFICE, SHANGHAI, "2026-11-29T23:59", 0.5, "2026-11-30T09:30"),
    (OFFICE, SHANGHAI, "2026-11-27T17:59", 45, "2026-12-04T17:59"),
    (OFFICE, SHANGHAI, "2026-11-28T11:00", 0, "2026-11-28T11:00"),
    # a break, and shifts over midnight
    (LUNCH, SHANGHAI, "2026-11-23T11:00", 2, "2026-11-23T14:30"),
    (LUNCH, SHANGHAI, "2026-11-23T12:30", 1, "2026-11-23T14:30"),
    (LUNCH, SHANGHAI, "2026-11-23T11:00", 1, "2026-11-23T12:00"),
    (LUNCH, SHANGHAI, "2026-11-27T17:30", 7.5, "2026-11-30T17:30"),
    (NIGHT, SHANGHAI, "2026-11-23T23:00", 2, "2026-11-24T01:00"),
    (NIGHT, SHANGHAI, "2026-11-27T23:00", 2, "2026-11-30T01:00"),
    # ends of months and years, leap days
    (OFFICE, SHANGHAI, "2026-11-30T17:00", 2, "2026-12-01T10:00"),
    (OFFICE, SHANGHAI, "2026-12-31T17:00", 2, "2027-01-01T10:00"),
    (OFFICE, SHANGHAI, "2027-02-26T17:00", 2, "2027-03-01T10:00"),
    (OFFICE, SHANGHAI, "2028-02-28T17:00", 2, "2028-02-29T10:00"),
    (OFFICE, SHANGHAI, "2028-02-28T17:00", 11, "2028-03-01T10:00"),
    (OWN, SHANGHAI, "2028-02-28T17:00", 2, "2028-03-01T10:00"),
    # holidays, 调休
    (CHINA, SHANGHAI, "2026-09-30T17:00", 4, "2026-10-08T12:00"),
    (CHINA, SHANGHAI, "2026-10-03T10:00", 1, "2026-10-08T10:00"),
    (CHINA, SHANGHAI, "2026-10-09T17:00", 2, "2026-10-10T10:00"),
    (CHINA, SHANGHAI, "2026-10-10T17:00", 2, "2026-10-12T10:00"),
    (CHINA, SHANGHAI, "2026-09-18T17:00", 2, "2026-09-20T10:00"),
    (CHINA, SHANGHAI, "2026-02-13T17:00", 11, "2026-02-24T10:00"),
    (CHINA, SHANGHAI, "2025-12-31T17:00", 2, "2026-01-04T10:00"),
    (CHINA, SHANGHAI, "2026-05-08T17:00", 11, "2026-05-11T10:00"),
    (OWN, SHANGHAI, "2026-09-30T17:00", 2, "2026-10-03T10:00"),
    (OWN, SHANGHAI, "2026-10-09T17:00", 2, "2026-10-12T10:00"),
    (OWN, SHANGHAI, "2026-12-30T17:00", 2, "2027-01-04T10:00"),
    (BAVARIA, BERLIN, "2026-06-03T17:00", 2, "2026-06-05T10:00"),
    # clocks are set: an hour is missing, an hour comes twice, or it happens while everybody is at home
    (ALWAYS, BERLIN, "2026-03-29T00:00", 6, "2026-03-29T07:00"),
    (ALWAYS, BERLIN, "2026-10-25T00:00", 6, "2026-10-25T05:00"),
    (ALWAYS, BERLIN, "2026-10-24T12:00", 24, "2026-10-25T11:00"),
    (ALWAYS, YORK, "2026-03-08T00:00", 24, "2026-03-09T01:00"),
    (ALWAYS, YORK, "2026-11-01T00:00", 25, "2026-11-02T00:00"),
    (SUNDAYS, BERLIN, "2026-03-29T00:00", 2, "2026-03-29T04:00"),
    (SUNDAYS, BERLIN, "2026-10-25T00:00", 4, "2026-10-25T04:00"),
    (OFFICE, BERLIN, "2026-03-27T17:00", 2, "2026-03-30T10:00"),
    (OFFICE, YORK, "2026-10-30T17:00", 2, "2026-11-02T10:00"),
]


def clock(rules: WorkingTime, zone: str) -> Clock:
    return Clock(Workdays(rules, "zh"), ZoneInfo(zone))


@pytest.mark.parametrize(("rules", "zone", "start", "hours", "end"), TABLE)
def test_so_much_work_later(rules: WorkingTime, zone: str, start: str, hours: float, end: str) -> None:
    on, work = clock(rules, zone), timedelta(hours=hours)
    begun = on.here(datetime.fromisoformat(start))
    assert on.add(begun, work).replace(tzinfo=None) == datetime.fromisoformat(end)
    assert on.between(begun, on.add(begun, work)) == work


@pytest.mark.parametrize(
    ("hours", "lengths"), [("2:00-2:30 3:00-4:00", [30, 30, 30, 60]), ("2:00-2:30 3:00-3:20", [30, 30, 20, 30])]
)
def test_hours_that_a_night_skips_are_not_counted_twice(hours: str, lengths: list[int]) -> None:
    on = clock(WorkingTime(days=frozenset({7}), hours=minutes(hours)), BERLIN)
    found = islice(on.stretches(date(2026, 3, 29)), len(lengths))
    assert [one.length for one in found] == [timedelta(minutes=length) for length in lengths]


RULES = st.sampled_from([OFFICE, CHINA, LUNCH, NIGHT, ALWAYS, SUNDAYS, OWN, BAVARIA])
ZONES = st.sampled_from([SHANGHAI, BERLIN, YORK, "Australia/Lord_Howe"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone
WORK = st.integers(0, 60 * 60).map(lambda amount: timedelta(minutes=amount))


@given(RULES, ZONES, MOMENTS, WORK)
def test_what_is_added_is_measured(rules: WorkingTime, zone: str, start: datetime, work: timedelta) -> None:
    on = clock(rules, zone)
    assert on.between(start, on.add(start, work)) == work


@given(RULES, ZONES, st.tuples(MOMENTS, MOMENTS), st.tuples(WORK, WORK))
def test_later_and_more_is_never_due_earlier(
    rules: WorkingTime, zone: str, moments: tuple[datetime, datetime], works: tuple[timedelta, timedelta]
) -> None:
    on = clock(rules, zone)
    early, late = (on.add(at, work).astimezone(UTC) for at, work in zip(sorted(moments), sorted(works), strict=True))
    assert early <= late


@given(RULES, ZONES, MOMENTS, WORK, WORK)
def test_work_in_two_parts_is_work_in_one(
    rules: WorkingTime, zone: str, start: datetime, one: timedelta, other: timedelta
) -> None:
    on = clock(rules, zone)
    assert on.between(start, on.add(on.add(start, one), other)) == one + other


def test_a_year_of_china_has_its_moved_days() -> None:
    known = public_year("CN", 2026, "zh")
    assert known.worked == days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
    assert known.free[date(2026, 10, 1)] == known.free[date(2026, 10, 5)] == "国庆节"
    assert known.free[date(2026, 10, 7)] == ""  # free for Saturday, 10 October
    assert public_year("CN", 2026, "en").free[date(2026, 10, 5)] == "National Day"
    assert public_year("DE-BY", 2026, "zh").free[date(2026, 6, 4)] == "Corpus Christi"


def test_moved_days_that_are_not_published_are_known_to_be_unknown() -> None:
    on = Workdays(CHINA)
    assert on.undecreed(range(2024, 2027)) == ()
    # As long as no newer version of the library knows the year: then none before 2029 is unknown.
    unknown = on.undecreed(range(2027, 2031))
    assert all(not public_year("CN", year, "").worked for year in unknown)
    assert on.undecreed([2099]) == ()  # nothing was moved in the years before it either
    assert Workdays(OFFICE).undecreed([2026, 2027]) == ()
    assert Workdays(BAVARIA).undecreed([2027]) == ()


def test_a_holiday_has_a_name() -> None:
    assert Workdays(CHINA, "zh").holiday(date(2026, 2, 17)) == "春节"
    assert Workdays(CHINA, "zh").holiday(date(2026, 11, 24)) == ""
    assert Workdays(OFFICE, "zh").holiday(date(2026, 2, 17)) == ""
