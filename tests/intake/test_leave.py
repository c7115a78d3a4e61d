from __future__ import annotations

from datetime import datetime

import pytest

from leadroute.intake.leave import end_of, start_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-11-22", "22 00:00", "23 00:00"),
        ("2026-11-22 上午", "22 00:00", "22 12:00"),
        ("2026-11-22 下午", "22 12:00", "23 00:00"),
        ("2026/11/22 am", "22 00:00", "22 12:00"),
        ("2026-11-22 PM", "22 12:00", "23 00:00"),
        ("2026-11-22 14:30", "22 14:30", "22 14:30"),
    ],
)
def test_days_and_halves(text: str, start: str, end: str) -> None:
    assert start_of(text) == datetime.fromisoformat(f"2026-11-{start}")
    assert end_of(text) == datetime.fromisoformat(f"2026-11-{end}")


def test_what_is_no_date() -> None:
    assert start_of("下周") is None
    assert end_of("") is None
