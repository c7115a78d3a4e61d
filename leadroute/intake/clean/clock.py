"""The time of day behind a date, as a pattern, and its hour on a clock of 24."""

from __future__ import annotations

from leadroute.intake.clean.zones import NAMES

_HALF = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|am|pm"
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "pm"})
_MORNING = frozenset({"凌晨", "清晨", "早上", "上午", "am"})
CLOCK = r"(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})?(?:[:分](?P<second>\d{1,2}))?(?:\.\d+)?[秒分]?"
TIME = rf"(?:[ t,]*(?P<before>{_HALF})?\s*{CLOCK}\s*(?P<after>am|pm)?)?\s*(?P<zone>{NAMES})?$"
_NOON, _LUNCH = 12, 3


def hour_of_day(hour: int, half: str) -> int:
    """The hour on a clock of 24, of one on a clock of 12."""
    if (half in _AFTERNOON and hour < _NOON) or (half == "中午" and hour <= _LUNCH):
        return hour + 12
    return 0 if half in _MORNING and hour == _NOON else hour
