"""Leads of the past cut into runs."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from leadroute.intake.past.cut import UNDATED, Window, cut, days_of
from leadroute.model.fields import Kind
from leadroute.model.manner import Every
from leadroute.tables.leads import number_column, text_column

FRIDAY = date(2026, 10, 2).toordinal() - 719_163
DAYS = np.array([FRIDAY, FRIDAY + 3, FRIDAY - 2, UNDATED, FRIDAY + 2, FRIDAY])


@pytest.mark.parametrize(
    ("every", "window", "runs"),
    [
        (Every.day, Window(), {"09-30": [2], "10-02": [0, 5], "10-04": [4], "10-05": [1]}),
        (Every.week, Window(), {"10-04": [0, 2, 4, 5], "10-11": [1]}),
        (Every.month, Window(), {"09-30": [2], "10-31": [0, 1, 4, 5]}),
        (Every.month, Window(date(2026, 10, 2), date(2026, 10, 4)), {"10-04": [0, 4, 5]}),
        (Every.day, Window(date(2027, 1, 1)), {}),
    ],
)
def test_a_run_is_the_last_day_of_what_came_till_then(every: Every, window: Window, runs: dict[str, list[int]]) -> None:
    assert {f"{day:%m-%d}": rows.tolist() for day, rows in cut(DAYS, every, window)} == runs


def test_the_day_of_a_lead_is_that_of_its_moment() -> None:
    seconds = [FRIDAY * 86_400, FRIDAY * 86_400 + 86_399, float("nan"), -5.0]
    assert days_of(number_column(seconds, Kind.DATE)).tolist() == [FRIDAY, FRIDAY, UNDATED, UNDATED]
    assert days_of(text_column(["2026"])).tolist() == [UNDATED]
