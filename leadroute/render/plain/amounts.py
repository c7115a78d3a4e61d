"""Numbers, stretches of time and days as people say them."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from leadroute.model.rulebook import Language
from leadroute.render.words import say

if TYPE_CHECKING:
    from datetime import datetime

_WAN, _YI = 10_000, 100_000_000
_HUNDREDTHS = 100
_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60


def amount(value: float, language: Language) -> str:
    """A number: ``1000 万``, ``10,000,000``."""
    if language is Language.ZH:
        for unit, key in ((_YI, "plain.yi"), (_WAN, "plain.wan")):
            if abs(value) >= unit and (value * _HUNDREDTHS) % unit == 0:
                return say(key, language, value=f"{value / unit:.15g}")
        return f"{value:.15g}"
    return f"{value:,.15g}"


def hits(count: int, language: Language) -> str:
    """So many leads."""
    return say("plain.hit" if count == 1 else "plain.hits", language, count=count)


def span(seconds: float, language: Language) -> str:
    """A stretch of time in the largest unit that fits: ``90 天``, ``12 hours``."""
    whole = ((_DAY, "day"), (_HOUR, "hour"))
    unit, key = next((one for one in whole if seconds and seconds % one[0] == 0), (_MINUTE, "minute"))
    count = seconds / unit
    return say(f"plain.{key}" if count == 1 else f"plain.{key}s", language, count=f"{count:g}")


def length(stretch: timedelta, language: Language) -> str:
    """The same for a stretch as a value."""
    return span(stretch.total_seconds(), language)


def day(moment: datetime, *, ends: bool = False) -> str:
    """A day, with its time unless it is midnight; what ends at midnight ended the day before."""
    if moment.time() != time():
        return f"{moment:%Y-%m-%d %H:%M}"
    return f"{moment - timedelta(days=1) if ends else moment:%Y-%m-%d}"
