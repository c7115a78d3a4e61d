"""The day a file is of, as its name says."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAYS = (
    re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(20\d\d)[-_. 年](0?[1-9]|1[0-2])[-_. 月](3[01]|[12]\d|0?[1-9])(?!\d)"),
)
_MONTHS = (
    re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)"),
    re.compile(r"(?<!\d)(20\d\d)[-_. 年](0?[1-9]|1[0-2])(?!\d)"),
)


def day_of(name: str) -> date | None:
    """The day in a file's name: ``leads_2026-10-03.csv``, ``线索20261003.xlsx``; of a month alone its last day.

    The folder does not count; ``None`` where no day is named.
    """
    bare = name.replace("\\", "/").rpartition("/")[2]
    if hit := _found(_DAYS, bare):
        with suppress(ValueError):  # such as the 31st of June
            return date(int(hit[1]), int(hit[2]), int(hit[3]))
        return None
    if hit := _found(_MONTHS, bare):
        year, month = int(hit[1]), int(hit[2])
        return date(year, month, monthrange(year, month)[1])
    return None


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next(filter(None, (one.search(text) for one in patterns)), None)
