"""Texts of a rulebook that mean a day or a moment. Pure; ``None`` = is not one."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local time on purpose: dates of a rulebook are in its own zone
_LAST_YEAR = 9999
_DAYS = (
    ("mon", "monday", "一"),
    ("tue", "tuesday", "二"),
    ("wed", "wednesday", "三"),
    ("thu", "thursday", "四"),
    ("fri", "friday", "五"),
    ("sat", "saturday", "六"),
    ("sun", "sunday", "日", "天"),
)
WEEKDAYS: dict[str, int] = {
    **{str(day): day for day in range(1, 8)},
    **{word: day for day, words in enumerate(_DAYS, 1) for word in words[:2]},
    **{head + word: day for day, words in enumerate(_DAYS, 1) for word in words[2:] for head in ("周", "星期", "礼拜")},
}
"""Every spelling of a weekday → its ISO number."""


def to_moment(text: str) -> datetime | None:
    """``2026-11-22``, ``2026/11/22 09:30``, ``2026年11月22日``: local time of the rulebook's zone, without a zone."""
    hit = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if hit is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in hit.groups())
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - as above
    except ValueError:
        return None


def to_end(text: str) -> datetime | None:
    """The first moment after it: a date without a time counts to the end of its day."""
    moment = to_moment(text)
    bare = moment is not None and ":" not in unicodedata.normalize("NFKC", text)
    # The year 9999 has no next day that datetime could hold.
    return moment + timedelta(days=1) if moment and bare and moment.year < _LAST_YEAR else moment


def to_seconds(moment: datetime) -> float:
    """Seconds since 1970 as a wall clock counts them, the form dates of leads have."""
    return (moment - _EPOCH).total_seconds()


def spelled(seconds: float) -> str:
    """The moment of such seconds as a rulebook writes it; midnight is a bare date."""
    moment = _EPOCH + timedelta(seconds=seconds)
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(" ", "minutes")
