"""Working days of China against the notices of the State Council, year by year."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from leadroute.engine.worktime.workdays import Workdays
from leadroute.model.working_time import WorkingTime
from tests.real.run import DATA, WITH_DATA

pytestmark = WITH_DATA


@pytest.mark.parametrize("year", range(2015, 2027))
def test_every_day_of_a_year_is_worked_or_free_as_decreed(year: int) -> None:
    files = [DATA / "cn_holidays" / f"{near}.json" for near in (year - 1, year, year + 1)]
    decreed = {
        date.fromisoformat(day["date"]): not day["isOffDay"]
        for file in files
        if file.exists()
        for day in json.loads(file.read_text(encoding="utf-8"))["days"]
    }
    calendar = Workdays(WorkingTime(holidays="CN"))
    every = [
        date(year, 1, 1) + timedelta(days=later) for later in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]
    wrong = [str(day) for day in every if calendar.works(day) != decreed.get(day, day.isoweekday() <= 5)]
    assert wrong == []
