"""Texts of a rulebook that mean a number: ``1,000``, ``100万``, ``5%``, ``3:1.5:1``, ``2w``. Pure; ``None`` = none."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(\.\d{1,12})?\s*(%|[万亿千百kKmM])?")
_SCALE = {"%": 0.01, "百": 1e2, "千": 1e3, "k": 1e3, "K": 1e3, "万": 1e4, "m": 1e6, "M": 1e6, "亿": 1e8}
_WEIGHT = re.compile(r"(\d{1,9})(\.\d{1,9})?")
_DURATION = re.compile(r"(\d{1,5}(?:\.\d{1,4})?)\s*([a-zA-Z]+|[\u4e00-\u9fff]{1,2})")
_UNITS: dict[str, float] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒"), 1 / 86400),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "分", "分钟"), 1 / 1440),
    **dict.fromkeys(("h", "hour", "hours", "时", "小时"), 1 / 24),
    **dict.fromkeys(("d", "day", "days", "天", "日"), 1.0),
    **dict.fromkeys(("w", "week", "weeks", "周", "星期"), 7.0),
    **dict.fromkeys(("mo", "month", "months", "月", "个月"), 30.0),
    **dict.fromkeys(("y", "year", "years", "年"), 365.0),
}
_A_WEEK = 7


def to_number(text: str) -> float | None:
    """``1,000`` · ``100万`` · ``1.2亿`` · ``50%`` (0.5) · ``-3``; ``1_000`` and ``3:1`` are not numbers."""
    hit = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if hit is None:
        return None
    sign, whole, part, unit = hit.groups()
    exact = Fraction(whole.replace(",", "") + (part or "")) * Fraction(str(_SCALE.get(unit or "", 1)))
    return float(-exact if sign == "-" else exact)


def to_whole(text: str) -> int | None:
    """A number without a fraction."""
    number = to_number(text)
    return int(number) if number is not None and number.is_integer() else None


def to_share(text: str) -> float | None:
    """``5%`` or ``0.05``: from 0 to 1."""
    number = to_number(text)
    return number if number is not None and 0 <= number <= 1 else None


def to_weight(text: str) -> Fraction | None:
    """A weight, exactly: ``1.5`` is 3/2."""
    hit = _WEIGHT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return Fraction(hit.group()) if hit else None


def to_ratio(text: str) -> tuple[Fraction, ...] | None:
    """``3:1.5:1`` (a full-width colon does as well)."""
    parts = [to_weight(part) for part in text.replace("：", ":").split(":")]
    known = tuple(part for part in parts if part is not None)
    return known if len(parts) == len(known) > 1 else None


def to_duration(text: str) -> timedelta | None:
    """``60s``, ``30min``, ``12h``, ``30d``, ``2w``, ``3mo`` (90 days), ``1y``; 小时, 天, 周, 个月 too; bare ``0``."""
    return timedelta(0) if _plain(text) == "0" else _counted(text, _UNITS)


def to_worked(text: str, day: timedelta, week: int) -> timedelta | None:
    """The same in working time: ``1d`` is a working day, ``1w`` a week of ``week`` of them; no months and years."""
    days = day / timedelta(days=1)
    units = {unit: size for unit, size in _UNITS.items() if size < 1}
    units |= {unit: days * (week if size > 1 else 1) for unit, size in _UNITS.items() if 1 <= size <= _A_WEEK}
    return timedelta(0) if _plain(text) == "0" else _counted(text, units)


def _counted(text: str, units: Mapping[str, float]) -> timedelta | None:
    hit = _DURATION.fullmatch(_plain(text))
    days = units.get(hit.group(2).lower()) if hit else None
    return timedelta(days=float(hit.group(1)) * days) if hit and days else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
