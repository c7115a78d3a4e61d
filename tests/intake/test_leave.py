from __future__ import annotations

from datetime import datetime

import pytest

from leadroute.intake.leave import end_of, start_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-11-22", (22, 0), (23, 0)),
        ("2026-11-22 上午", (22, 0), (22, 12)),
        ("2026-11-22 下午", (22, 12), (23, 0)),
        ("2026/11/22 am", (22, 0), (22, 12)),
        ("2026-11-22 PM", (22, 12), (23, 0)),
        ("2026-11-22 14:30", (22, 14, 30), (22, 14, 30)),
    ],
)
def test_days_and_halves(text: str, start: tuple[int, ...], end: tuple[int, ...]) -> None:
    assert start_of(text) == datetime(2026, 11, *start)  # noqa: DTZ001 - local times
    assert end_of(text) == datetime(2026, 11, *end)  # noqa: DTZ001


def test_what_is_no_date() -> None:
    assert start_of("下周") is None
    assert end_of("") is None
