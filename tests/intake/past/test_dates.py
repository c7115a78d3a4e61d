"""The day a file is of, as its name says."""

from __future__ import annotations

from datetime import date

import pytest

from leadroute.intake.past.dates import day_of


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("leads_2026-10-03.csv", date(2026, 10, 3)),
        ("线索20261003.xlsx", date(2026, 10, 3)),
        ("2026年10月3日 线索.xlsx", date(2026, 10, 3)),
        ("2026.9.30 leads.xlsx", date(2026, 9, 30)),
        ("leads_2026_1_5b.csv", date(2026, 1, 5)),
        ("leads_2026-02.csv", date(2026, 2, 28)),
        ("202610.csv", date(2026, 10, 31)),
        ("2026年9月.xlsx", date(2026, 9, 30)),
        ("leads_2026-06-31.csv", None),  # there is no such day
        ("leads.csv", None),
        ("20263.csv", None),
        ("13800001234.csv", None),
        ("2026-10-03/leads.csv", None),  # a folder may hold anything
    ],
)
def test_a_day_is_read_from_the_name_of_a_file(name: str, day: date | None) -> None:
    assert day_of(name) == day
