"""The forms in which people and systems write one date, read one text at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.zones import NAMES, offset_of, wall_time
from leadroute.model.fold import fold
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

_HALF = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|am|pm"
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "pm"})
_MORNING = frozenset({"凌晨", "清晨", "早上", "上午", "am"})
_CLOCK = r"(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})?(?:[:分](?P<second>\d{1,2}))?(?:\.\d+)?[秒分]?"
_TIME = rf"(?:[ t,]*(?P<before>{_HALF})?\s*{_CLOCK}\s*(?P<after>am|pm)?)?\s*(?P<zone>{NAMES})?$"
_WEEKDAY_EN = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?"
_WEEKDAY = re.compile(r"\s*(?:\([^()]*\)|(?:星期|周|礼拜)[一二三四五六日天])")
_YEAR_FIRST = re.compile(rf"^(?P<year>\d{{4}})[-/.年]\s*(?P<month>\d{{1,2}})[-/.月]\s*(?P<day>\d{{1,2}})[日号]?{_TIME}")
_MONTH_ONLY = re.compile(r"^(?P<year>\d{4})(?:年\s*(?P<month>\d{1,2})月?|[-/](?P<month_>\d{1,2}))$")
_YEAR_LAST = re.compile(
    rf"^(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second_>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d){_TIME}"
)
_COMPACT = re.compile(
    r"^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:[ t]?(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?)?$"
)
_DAY_NAMED = re.compile(
    rf"^{_WEEKDAY_EN}(?P<day>\d{{1,2}})[\s-]+(?P<name>[a-z]{{3,9}})\.?,?[\s-]+(?P<year>\d{{4}}){_TIME}"
)
_NAMED_DAY = re.compile(
    rf"^{_WEEKDAY_EN}(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}"
)
_YEAR_AT_END = re.compile(  # how Java shows a moment
    rf"^{_WEEKDAY_EN}(?P<name>[a-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{_CLOCK}\s+(?P<zone>{NAMES})\s+(?P<year>\d{{4}})$"
)
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_SERIALS = (20000.0, 80000.0)  # 1954 to 2119
_EXCEL_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_EPOCH = re.compile(r"^(?P<seconds>1\d{9})(?P<thousandths>\d{3})?(?:\.\d+)?$")  # 2001 to 2033
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: at for at, name in enumerate(_MONTH_NAMES.split(), 1)}
_NOON, _DECEMBER = 12, 12
_LUNCH = 3
_OUR_DAYS = range(20, 40)
_PIVOT = 70  # two-digit years from here on are of the last century


@dataclass(frozen=True, slots=True)
class Order:
    """Whether ``1/2/2026`` means the first of February in a column, and whether any date of the column proves it.

    ``mixed``: some dates prove the one and some the other; the more frequent order is taken. ``year_first``: dates
    with a year of two digits start with it.
    """

    day_first: bool = False
    proved: bool = False
    mixed: bool = False
    year_first: bool = False


MONTH_FIRST = Order()
"""What stands when nothing in a column shows the order."""


def day_order(texts: Iterable[str]) -> Order:
    """Decide between day and month first by the dates of a column that can be read in one way only."""
    every = [shape for text in texts if (shape := _YEAR_LAST.match(fold(text)))]
    short = [shape for shape in every if _short(shape["year"])]
    year_first = _all_years(short, "first") and not _all_years(short, "year")
    found = [shape for shape in every if not (year_first and _short(shape["year"]))]
    day_first = sum(int(shape["first"]) > _DECEMBER >= int(shape["second_"]) for shape in found)
    month_first = sum(int(shape["second_"]) > _DECEMBER >= int(shape["first"]) for shape in found)
    if day_first == month_first == 0:  # 1.2.2026 is written where the day comes first
        return Order(day_first=any(shape["mark"] == "." for shape in found), year_first=year_first)
    mixed = bool(day_first and month_first)
    return Order(day_first=day_first > month_first, proved=not mixed, mixed=mixed, year_first=year_first)


def either_way(text: str, order: Order) -> bool:
    """Tell whether a date names a different day when day and month change places."""
    shape = _YEAR_LAST.match(fold(text))
    if shape is None or (order.year_first and _short(shape["year"])):
        return False
    return _either_way(int(shape["first"]), int(shape["second_"]))


def read_date(text: str, order: Order = MONTH_FIRST, zone: tzinfo | None = None) -> tuple[datetime | None, int]:
    """The moment in a text, as a wall time marked UTC, and its status.

    A moment that names its zone becomes wall time in ``zone``; without one it stands as written, ``INFERRED``.
    """
    folded = _WEEKDAY.sub("", fold(text)).strip()
    if not folded:
        return None, OK
    if folded in placeholders.NOTHING and not folded.isdigit():
        return None, PLACEHOLDER
    if _SERIAL.match(folded) and _SERIALS[0] <= float(folded) <= _SERIALS[1]:
        return _EXCEL_EPOCH + timedelta(seconds=round(float(folded) * 86400)), INFERRED
    if found := _EPOCH.match(folded):
        return wall_time(datetime.fromtimestamp(int(found["seconds"]), UTC), zone or UTC), INFERRED
    for shape, read in _FORMS:
        if found := shape.match(folded):
            parts = found.groupdict()
            moment, status = read(parts, order)
            return _in_zone(moment, status, parts.get("zone") or "", zone)
    return None, INVALID


Parts = dict[str, str | None]


def _in_zone(moment: datetime | None, status: int, name: str, zone: tzinfo | None) -> tuple[datetime | None, int]:
    if moment is None or not name:
        return moment, status
    offset = offset_of(name)
    if offset is None or zone is None:
        return moment, INFERRED
    return wall_time(moment - offset, zone), status


def _plain(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, parts["month"], parts["day"])


def _month_only(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    moment, status = _moment(parts, parts["month"] or parts["month_"], "1")
    return moment, INFERRED if moment else status


def _named(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, str(_MONTHS.get((parts["name"] or "")[:3], 0)), parts["day"])


def _year_last(parts: Parts, order: Order) -> tuple[datetime | None, int]:
    short = _short(parts["year"])
    if short and order.year_first:
        moment, status = _moment({**parts, "year": parts["first"]}, parts["second_"], parts["year"])
        return moment, INFERRED if moment else status
    first, second = int(parts["first"] or 0), int(parts["second_"] or 0)
    day_first = first > _DECEMBER or (order.day_first and second <= _DECEMBER)
    day, month = (first, second) if day_first else (second, first)
    moment, status = _moment(parts, str(month), str(day))
    guessed = short or (not order.proved and _either_way(first, second))
    return moment, INFERRED if moment and guessed else status


def _either_way(first: int, second: int) -> bool:
    return max(first, second) <= _DECEMBER and first != second


def _short(year: str | None) -> bool:
    return len(year or "") == 2  # noqa: PLR2004 - digits


def _all_years(shapes: list[re.Match[str]], part: str) -> bool:
    """May this part of every date be a year of our days?"""
    return bool(shapes) and all(int(shape[part]) in _OUR_DAYS for shape in shapes)


def _moment(parts: Parts, month: str | None, day: str | None) -> tuple[datetime | None, int]:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    hour = _of_day(hour, parts.get("before") or parts.get("after") or "")
    try:
        moment = datetime(_year(parts["year"] or ""), int(month or 0), int(day or 0), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None, INVALID
    return moment, OK


def _of_day(hour: int, half: str) -> int:
    """The hour on a clock of 24, of one on a clock of 12."""
    if (half in _AFTERNOON and hour < _NOON) or (half == "中午" and hour <= _LUNCH):
        return hour + 12
    return 0 if half in _MORNING and hour == _NOON else hour


def _year(digits: str) -> int:
    if not _short(digits):
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Parts, Order], tuple[datetime | None, int]]], ...] = (
    (_YEAR_FIRST, _plain),
    (_MONTH_ONLY, _month_only),
    (_COMPACT, _plain),
    (_YEAR_LAST, _year_last),
    (_DAY_NAMED, _named),
    (_NAMED_DAY, _named),
    (_YEAR_AT_END, _named),
)
