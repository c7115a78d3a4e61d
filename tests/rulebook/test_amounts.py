"""Numbers, shares, weights, durations and dates as people write them."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from leadroute.rulebook import amounts, moments


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        ("1,000", 1000),
        ("100万", 1e6),
        ("1.2亿", 1.2e8),
        ("50%", 0.5),
        ("-15", -15),
        ("３", 3),
        (" 2.5 ", 2.5),
        ("5k", 5000),
    ],
)
def test_a_number(text: str, number: float) -> None:
    assert amounts.to_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "1_000", "3:1", "1,00", "一百", "0x1f", "1e3", "inf", "nan", "9" * 400, "5 元", "--5"]
)
def test_no_number(text: str) -> None:
    assert amounts.to_number(text) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30min", timedelta(minutes=30)),
        ("12h", timedelta(hours=12)),
        ("30d", timedelta(days=30)),
        ("2w", timedelta(days=14)),
        ("3mo", timedelta(days=90)),
        ("1y", timedelta(days=365)),
        ("3 天", timedelta(days=3)),
        ("2个月", timedelta(days=60)),
        ("0", timedelta(0)),
    ],
)
def test_a_duration(text: str, length: timedelta) -> None:
    assert amounts.to_duration(text) == length


@pytest.mark.parametrize("text", ["", "12", "d", "1 x", "-3d", "一天", "9999999y", "3:00"])
def test_no_duration(text: str) -> None:
    assert amounts.to_duration(text) is None


def test_the_longest_duration_is_one() -> None:
    assert amounts.to_duration("99999y") is not None


@pytest.mark.parametrize(("text", "parts"), [("3:1.5:1", (3, Fraction(3, 2), 1)), ("1：2", (1, 2))])
def test_a_ratio(text: str, parts: tuple[Fraction, ...]) -> None:
    assert amounts.to_ratio(text) == parts


@pytest.mark.parametrize("text", ["3", "3:", "a:b", "3:-1", ""])
def test_no_ratio(text: str) -> None:
    assert amounts.to_ratio(text) is None


@pytest.mark.parametrize(("text", "share"), [("5%", 0.05), ("0.05", 0.05), ("1", 1.0), ("5", None), ("-5%", None)])
def test_a_share(text: str, share: float | None) -> None:
    assert amounts.to_share(text) == share


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-22", datetime(2026, 11, 22)),  # noqa: DTZ001 - local time of the rulebook's zone
        ("2026/1/2 9:05", datetime(2026, 1, 2, 9, 5)),  # noqa: DTZ001
        ("2026年11月22日", datetime(2026, 11, 22)),  # noqa: DTZ001
        ("2026-11-22T09:30:15", datetime(2026, 11, 22, 9, 30, 15)),  # noqa: DTZ001
        ("2026-13-01", None),
        ("明天", None),
        ("11/22/2026", None),
    ],
)
def test_a_moment(text: str, moment: datetime | None) -> None:
    assert moments.to_moment(text) == moment


def test_a_bare_end_date_is_included_and_a_moment_is_not() -> None:
    assert moments.to_end("2026-11-30") == moments.to_moment("2026-12-01")
    assert moments.to_end("2026-11-30 18:00") == moments.to_moment("2026-11-30 18:00")
    assert moments.to_end("9999-12-31") == moments.to_moment("9999-12-31")


def test_seconds_are_those_of_the_wall_clock() -> None:
    moment = moments.to_moment("1970-01-02 00:00:01")
    assert moment is not None
    assert moments.to_seconds(moment) == 86401
