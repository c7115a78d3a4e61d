"""When nobody is at work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from leadroute.engine.worktime.attendance import Attendance, usual_wait
from leadroute.model.rep import Leave, Roster
from leadroute.model.rulebook import LeavePolicy, Rulebook
from leadroute.model.working_time import WorkingTime
from tests.build import rep

WEEKS = timedelta(days=60)
PLAIN = Rulebook()
OFFICE = Rulebook(working_time=WorkingTime(holidays="CN"))
BUFFERS = replace(PLAIN, leave=LeavePolicy(timedelta(days=1), timedelta(hours=12)))
A, B = rep("A"), rep("B")
NEW = rep("C", hired_on=date(2026, 12, 1))


def leave(who: str, start: str, end: str) -> Leave:
    return Leave(who, datetime.fromisoformat(start), datetime.fromisoformat(end))


def told(book: Rulebook, now: str, *leaves: Leave, people: str = "AB") -> list[str]:
    """The stretches nobody of some people is there, in short."""
    roster = Roster((A, B, NEW), leaves)
    there = Attendance(book, roster, datetime.fromisoformat(now), WEEKS)
    found = there.nobody(roster.index[who] for who in people)
    return [f"{there.local(one.start):%m-%d %H:%M} {there.local(one.end):%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("leaves", "found"),
    [
        ([], []),
        ([leave("A", "2026-11-24", "2026-11-30")], []),
        ([leave("A", "2026-11-24", "2026-11-30"), leave("B", "2026-11-30", "2026-12-02")], []),
        (
            [leave("A", "2026-11-24", "2026-11-28T12:00"), leave("B", "2026-11-26T12:00", "2026-12-02")],
            ["11-26 12:00 11-28 12:00"],
        ),
        # two leaves of one person are one absence; what began before counts from now on, what is over does not count
        (
            [
                leave("A", "2026-11-24", "2026-11-25"),
                leave("A", "2026-11-25", "2026-11-26"),
                leave("B", "2026-11-01", "2026-11-30"),
            ],
            ["11-24 00:00 11-26 00:00"],
        ),
        ([leave("A", "2026-11-01", "2026-11-25"), leave("B", "2026-11-01", "2026-11-26")], ["11-23 09:00 11-25 00:00"]),
        ([leave("A", "2026-11-01", "2026-11-23"), leave("B", "2026-11-01", "2026-11-26")], []),
        # what begins after the weeks looked at is not told; what ends after them is told to its end
        ([leave("A", "2027-01-22T09:00", "2027-02-01"), leave("B", "2027-01-01", "2027-03-01")], []),
        (
            [leave("A", "2027-01-21", "2027-02-01"), leave("B", "2027-01-01", "2027-03-01")],
            ["01-21 00:00 02-01 00:00"],
        ),
    ],
)
def test_without_working_time_only_leave_counts(leaves: list[Leave], found: list[str]) -> None:
    assert told(PLAIN, "2026-11-23T09:00", *leaves) == found


def test_the_time_around_a_leave_counts_as_leave() -> None:
    both = [leave(who, "2026-11-26", "2026-11-28") for who in "AB"]
    assert told(BUFFERS, "2026-11-23T09:00", *both) == ["11-25 00:00 11-28 12:00"]


def test_who_has_not_begun_is_not_there() -> None:
    assert told(PLAIN, "2026-11-23T09:00", people="C") == ["11-23 09:00 12-01 00:00"]
    assert told(PLAIN, "2026-12-23T09:00", people="C") == []


def test_hours_nobody_works_join_with_leave() -> None:
    assert told(OFFICE, "2026-11-27T17:00")[:2] == ["11-27 18:00 11-30 09:00", "11-30 18:00 12-01 09:00"]
    both = [leave("A", "2026-11-30", "2026-12-01"), leave("B", "2026-11-27T12:00", "2026-12-02T12:00")]
    assert told(OFFICE, "2026-11-27T17:00", *both)[0] == "11-27 18:00 12-01 09:00"
    assert told(OFFICE, "2026-11-27T17:00", *both, people="B")[0] == "11-27 17:00 12-02 12:00"


def test_the_national_holidays_and_their_moved_days() -> None:
    found = told(OFFICE, "2026-09-30T10:00")
    assert found[0] == "09-30 18:00 10-08 09:00"
    assert found[2:4] == ["10-09 18:00 10-10 09:00", "10-10 18:00 10-12 09:00"]


def test_in_the_middle_of_a_holiday_it_begins_now() -> None:
    assert told(OFFICE, "2026-10-03T10:00")[0] == "10-03 10:00 10-08 09:00"


@pytest.mark.parametrize(("hours", "wait"), [(0.5, 63.5), (4, 67), (9, 72), (18, 96), (24, 117)])
def test_the_longest_wait_of_a_usual_week_is_over_its_weekend(hours: float, wait: float) -> None:
    rules = WorkingTime(holidays="CN", closed=frozenset({date(2026, 1, 7)}))
    assert usual_wait(rules, timedelta(hours=hours)) == timedelta(hours=wait)
