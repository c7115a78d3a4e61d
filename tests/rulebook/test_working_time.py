"""The readers of working time: days, hours, countries, and durations counted in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import holidays
import pytest

from leadroute.model.working_time import WorkingTime
from leadroute.rulebook.amounts import to_worked
from leadroute.rulebook.countries import COUNTRIES, parts_of
from leadroute.rulebook.moments import to_days, to_hours, to_weekdays
from leadroute.rulebook.parse import parse

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook

DAY = timedelta(hours=9)


def read(text: str) -> tuple[Rulebook | None, list[str]]:
    book, found = parse(f"leadroute: 1\ndefault: open_pool\n{text}\n".encode(), "r.yaml")
    return book, [one.code for one in found]


def working(text: str) -> WorkingTime:
    book, found = read(f"working_time: {text}")
    assert book is not None, found
    assert book.working_time is not None
    return book.working_time


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9:00-18:00", (540, 1080)),
        ("09:30 - 18:30", (570, 1110)),
        ("9-18", (540, 1080)),
        ("9点至18点30分", (540, 1110)),
        ("9：00～18：00", (540, 1080)),
        ("0:00-24:00", (0, 1440)),
        ("18:00-9:00", None),
        ("9:00-9:00", None),
        ("9:00-24:01", None),
        ("9:60-18:00", None),
        ("9:00-17:75", None),
        ("9:00", None),
        ("白天", None),
    ],
)
def test_hours(text: str, hours: tuple[int, int] | None) -> None:
    assert to_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周一", {1}),
        ("Monday", {1}),
        ("周一至周五", {1, 2, 3, 4, 5}),
        ("mon-fri", {1, 2, 3, 4, 5}),
        ("1 ~ 3", {1, 2, 3}),
        ("sat-mon", {6, 7, 1}),
        ("mon-mon", {1}),
        ("周一至", None),
        ("mon-tue-wed", None),
        ("工作日", None),
    ],
)
def test_weekdays(text: str, days: set[int] | None) -> None:
    assert to_weekdays(text) == days


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2026-12-31", ("2026-12-31", "2026-12-31")),
        ("2026年12月31日", ("2026-12-31", "2026-12-31")),
        ("2027-02-05..2027-02-12", ("2027-02-05", "2027-02-12")),
        ("2027-02-05 ~ 2027-02-12", ("2027-02-05", "2027-02-12")),
        ("2027年2月5日至2027年2月12日", ("2027-02-05", "2027-02-12")),
        ("2027-02-05 到 2027-02-12", ("2027-02-05", "2027-02-12")),
        ("2027-02-05..", None),
        ("2027-02-05..2027-02-06..2027-02-07", None),
        ("2027-02-05 09:00", None),
        ("元旦", None),
    ],
)
def test_days(text: str, ends: tuple[str, str] | None) -> None:
    assert to_days(text) == (None if ends is None else tuple(map(date.fromisoformat, ends)))


@pytest.mark.parametrize(
    ("text", "hours"),
    [("30min", 0.5), ("4h", 4), ("24h", 24), ("1d", 9), ("半天", None), ("0.5d", 4.5), ("2天", 18)],
)
def test_durations_in_working_time(text: str, hours: float | None) -> None:
    assert to_worked(text, DAY, 5) == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(("text", "hours"), [("1w", 45), ("0", 0), ("1mo", None), ("1y", None), ("soon", None)])
def test_a_week_has_its_working_days_and_a_month_none(text: str, hours: float | None) -> None:
    assert to_worked(text, DAY, 5) == (None if hours is None else timedelta(hours=hours))


def test_every_key_is_read() -> None:
    found = working(
        "{days: [周六, sun], hours: [13:30-18:00, 9:00-12:00], holidays: cn, extra_work: 2026-10-10,"
        " closed: [2026-12-31, 2027-02-05..2027-02-07]}"
    )
    assert (found.days, found.hours, found.holidays) == (frozenset({6, 7}), ((540, 720), (810, 1080)), "CN")
    assert found.extra == {date(2026, 10, 10)}
    assert found.closed == {date(2026, 12, 31), date(2027, 2, 5), date(2027, 2, 6), date(2027, 2, 7)}
    assert found.day == timedelta(hours=7.5)


def test_nothing_written_is_the_usual_week() -> None:
    assert working("{}") == WorkingTime(place=working("{}").place)
    assert working("").days == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(("word", "code"), [("中国", "CN"), ("China", "CN"), ("de-by", "DE-BY"), ("us-ca", "US-CA")])
def test_countries_are_called_as_people_call_them(word: str, code: str) -> None:
    assert working(f"{{holidays: {word}}}").holidays == code


@pytest.mark.parametrize("word", ["ZZ", "DE-XX", "CN-", "-BY", "德国联邦"])
def test_a_country_without_known_holidays_is_refused(word: str) -> None:
    assert read(f"working_time: {{holidays: {word}}}") == (None, ["LR332"])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("working_time: {hours: [[9]]}", ["LR133"]),
        ("working_time: {holidays: [CN]}", ["LR133"]),
        ("working_time: {closed: tomorrow}", ["LR138"]),
        ("working_time: {days: 周八}", ["LR142"]),
        ("working_time: {hour: 9-18}", ["LR130"]),
        ("working_time: {}\noutput: {due: soon}", ["LR137"]),
        ("working_time: {}\noutput: {due: [4h]}", ["LR133"]),
        ("working_time: {}\noutput: {due: 367d}", ["LR334"]),
        ("working_time: {closed: 2026-01-01..2027-01-02}", ["LR335"]),
    ],
)
def test_what_is_wrong_is_told(text: str, codes: list[str]) -> None:
    assert read(text) == (None, codes)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", 24),
        ("output: {due: 1d}", 24),
        ("working_time: {hours: 9-17}", 8),
        ("working_time: {hours: 9-17}\noutput: {due: 1d}", 8),
        ("working_time: {days: [mon, tue], hours: 9-17}\noutput: {due: 1w}", 16),
        ("working_time: {}\noutput: {due: 366d}", 366 * 9),
    ],
)
def test_with_working_time_a_day_is_a_working_day(text: str, hours: float) -> None:
    book, found = read(text)
    assert book is not None, found
    assert book.output.due == timedelta(hours=hours)


def test_every_country_a_rulebook_may_name_is_known_to_the_library() -> None:
    supported = holidays.list_supported_countries(include_aliases=False)
    assert set(supported) >= COUNTRIES
    assert "BY" in parts_of("DE")
    assert parts_of("XX") == ()
