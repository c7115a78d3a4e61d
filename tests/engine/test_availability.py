"""Who is on duty: standing, hire date, leave by the half day, and the days around a leave."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from leadroute.engine.account import in_leads
from leadroute.engine.availability import absences
from leadroute.model.outcome import Passed
from leadroute.model.rep import Leave, Roster, Status
from leadroute.model.rulebook import Fairness, LeavePolicy
from tests.build import NOW, book, nameless, plan, pool, received, rep, roster

NOON = datetime.fromisoformat("2026-11-23T12:00")
MORNING = Leave("A", datetime.fromisoformat("2026-11-23T00:00"), NOON)
AFTERNOON = Leave("A", NOON, datetime.fromisoformat("2026-11-24T00:00"))
TOMORROW = Leave("A", datetime.fromisoformat("2026-11-24T00:00"), datetime.fromisoformat("2026-11-26T00:00"))
LAST_WEEK = Leave("A", datetime.fromisoformat("2026-11-16T00:00"), datetime.fromisoformat("2026-11-23T00:00"))
AROUND = LeavePolicy(before=timedelta(days=1), after=timedelta(hours=12))


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        (rep("A"), None),
        (rep("A", status=Status.LEFT), Passed.LEFT),
        (rep("A", status=Status.INACTIVE), Passed.INACTIVE),
        (rep("A", hired_on=date(2026, 11, 24)), Passed.NOT_HIRED_YET),
        (rep("A", hired_on=date(2026, 11, 23)), None),
    ],
)
def test_standing(who: object, reason: Passed | None) -> None:
    assert absences(roster(who), None, NOW) == (reason,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("leave", "at", "policy", "reason"),
    [
        (MORNING, "09:00", None, Passed.ON_LEAVE),
        (MORNING, "12:00", None, None),
        (AFTERNOON, "11:59", None, None),
        (AFTERNOON, "12:00", None, Passed.ON_LEAVE),
        (TOMORROW, "09:00", None, None),
        (TOMORROW, "09:00", AROUND, Passed.LEAVE_BUFFER),
        (LAST_WEEK, "09:00", AROUND, Passed.LEAVE_BUFFER),
        (LAST_WEEK, "12:00", AROUND, None),
    ],
)
def test_leave_by_the_half_day_and_the_time_around_it(
    leave: Leave, at: str, policy: LeavePolicy | None, reason: Passed | None
) -> None:
    hour, minute = map(int, at.split(":"))
    people = Roster(roster("A").reps, (leave,))
    assert absences(people, policy, NOW.replace(hour=hour, minute=minute)) == (reason,)


@pytest.mark.parametrize(("catch_up", "owed"), [(0, 0), (2, 2), (None, 4)])
def test_what_those_on_leave_may_catch_up(catch_up: int | None, owed: int) -> None:
    people = Roster(roster("A", "B", "C").reps, (MORNING,))
    made = plan(nameless(12), people, book(pool(), fairness=Fairness(catch_up=catch_up)))
    assert received(made) == {"A": 0, "B": 6, "C": 6}
    assert round(in_leads(made.closing.balances.get(("", "A"), 0)), 6) == owed
    assert sum(made.closing.balances.values()) == 0
