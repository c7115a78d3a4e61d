"""The forms in which people write one date, read one text at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from leadroute.intake.clean import placeholders
from leadroute.model.fold import fold
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_HALF = "上午|下午|晚上|早上|中午|am|pm"
_TIME = (
    rf"(?:[ t,]*(?P<before>{_HALF})?\s*(?P<hour>\d{{1,2}})[:时点](?P<minute>\d{{1,2}})?"
    r"(?:[:分](?P<second>\d{1,2}))?(?:\.\d+)?[秒分]?\s*(?P<after>am|pm)?)?\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?$"
)
_YEAR_FIRST = re.compile(rf"^(?P<year>\d{{4}})[-/.年]\s*(?P<month>\d{{1,2}})[-/.月]\s*(?P<day>\d{{1,2}})日?{_TIME}")
_YEAR_LAST = re.compile(
    rf"^(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second_>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d){_TIME}"
)
_COMPACT = re.compile(
    r"^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:[ t]?(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?)?$"
)
_DAY_NAMED = re.compile(
    rf"^(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})[\s-]+(?P<name>[a-z]{{3,9}})\.?,?[\s-]+(?P<year>\d{{4}}){_TIME}"
)
_NAMED_DAY = re.compile(
    rf"^(?:[a-z]{{3,9}},?\s+)?(?P<name>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}"
)
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_SERIALS = (20000.0, 80000.0)  # 1954 to 2119
_EXCEL_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: at for at, name in enumerate(_MONTH_NAMES.split(), 1)}
_NOON, _DECEMBER = 12, 12
_PIVOT = 70  # two-digit years from here on are of the last century


@dataclass(frozen=True, slots=True)
class Order:
    """Whether ``1/2/2026`` means the first of February in a column, and whether any date of the column proves it."""

    day_first: bool = False
    proved: bool = False


MONTH_FIRST = Order()
"""What stands when nothing in a column shows the order."""


def day_order(texts: Iterable[str]) -> Order:
    """Decide between day and month first by the dates of a column that can be read in one way only."""
    found = [shape for text in texts if (shape := _YEAR_LAST.match(fold(text)))]
    day_first = sum(int(shape["first"]) > _DECEMBER >= int(shape["second_"]) for shape in found)
    month_first = sum(int(shape["second_"]) > _DECEMBER >= int(shape["first"]) for shape in found)
    if day_first == month_first == 0:  # 1.2.2026 is written where the day comes first
        return Order(day_first=any(shape["mark"] == "." for shape in found))
    return Order(day_first=day_first > month_first, proved=not (day_first and month_first))


def read_date(text: str, order: Order = MONTH_FIRST) -> tuple[datetime | None, int]:
    """The moment in a text, as a wall time marked UTC, and its status.

    A zone in the text is left aside: the wall time stands, ``INFERRED``.
    """
    folded = fold(text)
    if not folded:
        return None, OK
    if folded in placeholders.NOTHING and not folded.isdigit():
        return None, PLACEHOLDER
    if _SERIAL.match(folded) and _SERIALS[0] <= float(folded) <= _SERIALS[1]:
        return _EXCEL_EPOCH + timedelta(seconds=round(float(folded) * 86400)), INFERRED
    for shape, read in _FORMS:
        if found := shape.match(folded):
            return read(found.groupdict(), order)
    return None, INVALID


Parts = dict[str, str | None]


def _plain(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, parts["month"], parts["day"])


def _named(parts: Parts, _: Order) -> tuple[datetime | None, int]:
    return _moment(parts, str(_MONTHS.get((parts["name"] or "")[:3], 0)), parts["day"])


def _year_last(parts: Parts, order: Order) -> tuple[datetime | None, int]:
    first, second = int(parts["first"] or 0), int(parts["second_"] or 0)
    day_first = first > _DECEMBER or (order.day_first and second <= _DECEMBER)
    day, month = (first, second) if day_first else (second, first)
    moment, status = _moment(parts, str(month), str(day))
    guessed = not order.proved and max(first, second) <= _DECEMBER and first != second
    return moment, INFERRED if moment and guessed else status


def _moment(parts: Parts, month: str | None, day: str | None) -> tuple[datetime | None, int]:
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    half = parts.get("before") or parts.get("after")
    if half in {"下午", "晚上", "pm"} and hour < _NOON:
        hour += 12
    if half in {"上午", "早上", "am"} and hour == _NOON:
        hour = 0
    try:
        moment = datetime(_year(parts["year"] or ""), int(month or 0), int(day or 0), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None, INVALID
    return moment, INFERRED if parts.get("zone") else OK


def _year(digits: str) -> int:
    if len(digits) > 2:  # noqa: PLR2004 - two digits
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT else 2000)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Parts, Order], tuple[datetime | None, int]]], ...] = (
    (_YEAR_FIRST, _plain),
    (_COMPACT, _plain),
    (_YEAR_LAST, _year_last),
    (_DAY_NAMED, _named),
    (_NAMED_DAY, _named),
)
