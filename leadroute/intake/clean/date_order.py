"""Dates that end with their year: whether a column writes the day or the month first, by its own evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.intake.clean.clock import TIME
from leadroute.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR_LAST = re.compile(
    rf"^(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second_>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d){TIME}"
)
"""``1/2/2026``, and ``26/10/01``, which may as well begin with the year."""

DECEMBER = 12
_OUR_DAYS = range(20, 40)


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
    every = [shape for text in texts if (shape := YEAR_LAST.match(fold(text)))]
    short = [shape for shape in every if short_year(shape["year"])]
    year_first = _all_years(short, "first") and not _all_years(short, "year")
    found = [shape for shape in every if not (year_first and short_year(shape["year"]))]
    day_first = sum(int(shape["first"]) > DECEMBER >= int(shape["second_"]) for shape in found)
    month_first = sum(int(shape["second_"]) > DECEMBER >= int(shape["first"]) for shape in found)
    if day_first == month_first == 0:  # 1.2.2026 is written where the day comes first
        return Order(day_first=any(shape["mark"] == "." for shape in found), year_first=year_first)
    mixed = bool(day_first and month_first)
    return Order(day_first=day_first > month_first, proved=not mixed, mixed=mixed, year_first=year_first)


def either_way(text: str, order: Order) -> bool:
    """Tell whether a date names a different day when day and month change places."""
    shape = YEAR_LAST.match(fold(text))
    if shape is None or (order.year_first and short_year(shape["year"])):
        return False
    return swappable(int(shape["first"]), int(shape["second_"]))


def swappable(first: int, second: int) -> bool:
    """Tell whether day and month may change places, and are different."""
    return max(first, second) <= DECEMBER and first != second


def short_year(year: str | None) -> bool:
    """Tell whether a year has two digits."""
    return len(year or "") == 2  # noqa: PLR2004 - digits


def _all_years(shapes: list[re.Match[str]], part: str) -> bool:
    """May this part of every date be a year of our days?"""
    return bool(shapes) and all(int(shape[part]) in _OUR_DAYS for shape in shapes)
