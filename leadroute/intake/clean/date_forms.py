"""The forms in which people and systems write one date, read one text at a time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.clock import CLOCK, TIME, hour_of_day
from leadroute.intake.clean.date_order import DECEMBER, MONTH_FIRST, YEAR_LAST, short_year, swappable
from leadroute.intake.clean.zones import NAMES, offset_of, wall_time
from leadroute.model.fold import fold
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from leadroute.intake.clean.date_order import Order

_WEEKDAY_EN = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?"
_WEEKDAY = re.compile(r"\s*(?:\([^()]*\)|(?:星期|周|礼拜)[一二三四五六日天])")
_YEAR_FIRST = re.compile(rf"^(?P<year>\d{{4}})[-/.年]\s*(?P<month>\d{{1,2}})[-/.月]\s*(?P<day>\d{{1,2}})[日号]?{TIME}")
_MONTH_ONLY = re.compile(r"^(?P<year>\d{4})(?:年\s*(?P<month>\d{1,2})月?|[-/](?P<month_>\d{1,2}))$")
_COMPACT = re.compile(
    r"^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:[ t]?(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?)?$"
)
_DAY_NAMED = re.compile(
    rf"^{_WEEKDAY_EN}(?P<day>\d{{1,2}})[\s-]+(?P<name>[a-z]{{3,9}})\.?,?[\s-]+(?P<year>\d{{4}}){TIME}"
)
_NAMED_DAY = re.compile(
    rf"^{_WEEKDAY_EN}(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){TIME}"
)
_YEAR_AT_END = re.compile(  # how Java shows a moment
    rf"^{_WEEKDAY_EN}(?P<name>[a-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{CLOCK}\s+(?P<zone>{NAMES})\s+(?P<year>\d{{4}})$"
)
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_SERIALS = (20000.0, 80000.0)  # 1954 to 2119
_EXCEL_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_EPOCH = re.compile(r"^(?P<seconds>1\d{9})(?P<thousandths>\d{3})?(?:\.\d+)?$")  # 2001 to 2033
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: at for at, name in enumerate(_MONTH_NAMES.split(), 1)}
_LONGEST = 80
_PIVOT = 70  # two-digit years from here on are of the last century


def read_date(text: str, order: Order = MONTH_FIRST, zone: tzinfo | None = None) -> tuple[datetime | None, int]:
    """The moment in a text, as a wall time marked UTC, and its status.

    A moment that names its zone becomes wall time in ``zone``; without one it stands as written, ``INFERRED``.
    """
    folded = _WEEKDAY.sub("", fold(text[: 2 * _LONGEST])).strip()
    if not folded:
        return None, OK
    if folded in placeholders.NOTHING and not folded.isdigit():
        return None, PLACEHOLDER
    if len(folded) > _LONGEST:
        return None, INVALID
    return _counted(folded, zone) or _shaped(folded, order, zone)


def _counted(folded: str, zone: tzinfo | None) -> tuple[datetime, int] | None:
    """A moment as the number of days Excel counts, or of seconds or milliseconds since 1970."""
    if _SERIAL.match(folded) and _SERIALS[0] <= float(folded) <= _SERIALS[1]:
        return _EXCEL_EPOCH + timedelta(seconds=round(float(folded) * 86400)), INFERRED
    if found := _EPOCH.match(folded):
        return wall_time(datetime.fromtimestamp(int(found["seconds"]), UTC), zone or UTC), INFERRED
    return None


def _shaped(folded: str, order: Order, zone: tzinfo | None) -> tuple[datetime | None, int]:
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
    try:
        return wall_time(moment - offset, zone), status
    except (OverflowError, ValueError):  # the first and the last day of all years
        return None, INVALID


def _plain(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, parts["month"], parts["day"])


def _month_only(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    moment, status = _moment(parts, parts["month"] or parts["month_"], "1")
    return moment, INFERRED if moment else status


def _named(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, str(_MONTHS.get((parts["name"] or "")[:3], 0)), parts["day"])


def _year_last(parts: Parts, order: Order) -> tuple[datetime | None, int]:
    short = short_year(parts["year"])
    if short and order.year_first:
        moment, status = _moment({**parts, "year": parts["first"]}, parts["second_"], parts["year"])
        return moment, INFERRED if moment else status
    first, second = int(parts["first"] or 0), int(parts["second_"] or 0)
    day_first = first > DECEMBER or (order.day_first and second <= DECEMBER)
    day, month = (first, second) if day_first else (second, first)
    moment, status = _moment(parts, str(month), str(day))
    guessed = short or (not order.proved and swappable(first, second))
    return moment, INFERRED if moment and guessed else status


def _moment(parts: Parts, month: str | None, day: str | None) -> tuple[datetime | None, int]:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    hour = hour_of_day(hour, parts.get("before") or parts.get("after") or "")
    try:
        moment = datetime(_year(parts["year"] or ""), int(month or 0), int(day or 0), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None, INVALID
    return moment, OK


def _year(digits: str) -> int:
    if not short_year(digits):
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Parts, Order], tuple[datetime | None, int]]], ...] = (
    (_YEAR_FIRST, _plain),
    (_MONTH_ONLY, _month_only),
    (_COMPACT, _plain),
    (YEAR_LAST, _year_last),
    (_DAY_NAMED, _named),
    (_NAMED_DAY, _named),
    (_YEAR_AT_END, _named),
)
