"""When a first call is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from leadroute.engine.worktime.due import due_at, unpublished
from leadroute.model.rulebook import Language, Output, Rulebook
from leadroute.model.working_time import WorkingTime
from leadroute.render.messages import hint, message

FRIDAY = datetime(2026, 11, 27, 17, tzinfo=ZoneInfo("Asia/Shanghai"))
PLAIN = Rulebook(output=Output(due=timedelta(hours=4)))
WORKED = replace(PLAIN, working_time=WorkingTime(holidays="CN"))


def test_without_working_time_the_wall_clock_counts() -> None:
    assert due_at(PLAIN, FRIDAY) == datetime(2026, 11, 27, 21)  # noqa: DTZ001 - by the wall
    assert unpublished(PLAIN, FRIDAY) == ()


def test_with_working_time_a_lead_of_friday_evening_is_due_on_monday() -> None:
    assert due_at(WORKED, FRIDAY) == datetime(2026, 11, 30, 12)  # noqa: DTZ001 - by the wall


def test_without_a_due_time_nothing_is_due() -> None:
    assert due_at(replace(WORKED, output=Output()), FRIDAY) is None
    assert unpublished(replace(WORKED, output=Output()), FRIDAY) == ()


def test_a_due_time_in_a_year_whose_moved_days_are_unknown_is_told() -> None:
    # Kazakhstan moves working days in many years, but moved none in 2026.
    rules = WorkingTime(holidays="KZ")
    (found,) = unpublished(replace(WORKED, working_time=rules), FRIDAY)
    assert [message(found, Language.ZH), hint(found, Language.ZH)] == [
        "KZ 2026 年的调休安排，装着的 holidays 库里还没有，只按法定节假日算",
        "公布以后更新 holidays 库，或写进 extra_work 和 closed",
    ]
    assert [message(found, Language.EN), hint(found, Language.EN)] == [
        (
            "moved working days (调休) of KZ in 2026 are not in the installed library holidays; "
            "only the statutory days count"
        ),
        "update the library holidays once they are published, or write them under extra_work and closed",
    ]
    written = replace(rules, extra=frozenset({date(2026, 1, 3)}))
    assert unpublished(replace(WORKED, working_time=written), FRIDAY) == ()
    assert unpublished(WORKED, FRIDAY) == ()
