"""Texts of a rulebook that mean a day or a moment. Pure; ``None`` = is not one."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local time on purpose: dates of a rulebook are in its own zone
_LAST_YEAR = 9999
_RANGE = re.compile(r"\s*(?:\.\.|…|~|至|到)\s*")
_TO = re.compile(r"\s*(?:-|~|至|到)\s*")
_ENDS = 2
_HOURS = re.compile(r"(\d{1,2})(?:[:点时](\d{2})?分?)?\s*(?:-|–|—|~|至|到)\s*(\d{1,2})(?:[:点时](\d{2})?分?)?")
_AN_HOUR, _MIDNIGHT = 60, 24 * 60
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


def to_weekdays(text: str) -> frozenset[int] | None:
    """``周一``, ``mon``, or from one to another: ``周一至周五``, ``sat-mon``."""
    ends = [WEEKDAYS.get(part) for part in _TO.split(unicodedata.normalize("NFKC", text).strip().lower())]
    known = [day for day in ends if day is not None]
    if len(known) < len(ends) or len(ends) > _ENDS:
        return None
    return frozenset((known[0] + later - 1) % 7 + 1 for later in range((known[-1] - known[0]) % 7 + 1))


def to_day(text: str) -> date | None:
    """A date without a time."""
    moment = to_moment(text)
    return None if moment is None or ":" in unicodedata.normalize("NFKC", text) else moment.date()


def to_days(text: str) -> tuple[date, date] | None:
    """The first and the last of some days: ``2027-02-05..2027-02-12`` (also with ``~`` or 至), or one day twice."""
    ends = [to_day(part) for part in _RANGE.split(unicodedata.normalize("NFKC", text))]
    known = [day for day in ends if day is not None]
    return (known[0], known[-1]) if len(known) == len(ends) <= _ENDS else None


def to_hours(text: str) -> tuple[int, int] | None:
    """``9:00-18:00``, ``9-18``, ``9点至18点``: minutes after midnight, the end up to 24:00 and after the start."""
    hit = _HOURS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if hit is None:
        return None
    first, first_minute, last, last_minute = (int(part or 0) for part in hit.groups())
    start, end = first * 60 + first_minute, last * 60 + last_minute
    return (start, end) if start < end <= _MIDNIGHT and max(first_minute, last_minute) < _AN_HOUR else None


def to_seconds(moment: datetime) -> float:
    """Seconds since 1970 as a wall clock counts them, the form dates of leads have."""
    return (moment - _EPOCH).total_seconds()


def spelled(seconds: float) -> str:
    """The moment of such seconds as a rulebook writes it; midnight is a bare date."""
    moment = _EPOCH + timedelta(seconds=seconds)
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(" ", "minutes")
