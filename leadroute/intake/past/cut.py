"""Leads cut into runs by the day they came."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.manner import Every

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from leadroute.tables.leads import Column, Rows, Whole

_EPOCH = 719_163  # the ordinal of 1970-01-01
_A_DAY = 86_400
UNDATED = -1
"""The day of a lead of which nobody says when it came."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that count, both included (``None``: no end)."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


def days_of(column: Column) -> Whole:
    """The day each lead came (days since 1970, ``UNDATED``: not told)."""
    if column.numbers is None:
        return np.full(len(column), UNDATED, dtype=np.int64)
    days = np.floor(np.nan_to_num(column.numbers, nan=UNDATED * _A_DAY) / _A_DAY).astype(np.int64)
    return np.where(days[column.codes] < 0, UNDATED, days[column.codes])


def cut(days: Whole, every: Every, window: Window) -> Iterator[tuple[date, Rows]]:
    """The days of the runs, each the last of its day, week or month that counts, and the leads that came till then."""
    own = np.flatnonzero(days != UNDATED)
    distinct, codes = np.unique(days[own], return_inverse=True)
    ends = [_end(date.fromordinal(day + _EPOCH), every, window) for day in distinct.tolist()]
    for end in sorted({end for end in ends if end is not None}):
        here = np.array([one == end for one in ends], dtype=np.bool_)
        yield end, own[here[codes]]


def _end(day: date, every: Every, window: Window) -> date | None:
    """The last day of the period of a day that counts; ``None`` for a day that does not."""
    if not window.holds(day):
        return None
    end = _LAST[every](day)
    return end if window.last is None else min(end, window.last)


def _of_week(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


_LAST: Mapping[Every, Callable[[date], date]] = {
    Every.day: lambda day: day,
    Every.week: _of_week,
    Every.month: _of_month,
}
