"""Digits and Chinese numerals as numbers."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_ONES = {
    character: value
    for value, characters in enumerate(
        ["零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
    )
    for character in characters
}
_ZEROS = "零〇"
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^.]")

CHARACTERS = "".join((*_ONES, *_SMALL, *_LARGE))
"""Every character of a Chinese numeral."""

_POINT = (
    re.compile(r"^\d+(?:\.\d+)?$|^\.\d+$"),
    re.compile(r"^\d{1,3}(?:[,']\d{3})+(?:\.\d+)?$"),
    re.compile(r"^\d{1,4}(?:,\d{4})+(?:\.\d+)?$"),  # by myriads
    re.compile(r"^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$"),  # by lakhs
)
_COMMA = (
    re.compile(r"^\d{1,3}(?:\.\d{3})+,\d+$"),
    re.compile(r"^\d{1,3}(?:\.\d{3}){2,}$"),
    re.compile(r"^\d+,\d{1,2}$"),
)
_COMMA_IF_TOLD = (*_COMMA, re.compile(r"^\d{1,3}(?:\.\d{3})+$"), re.compile(r"^\d+,\d+$"))


def digits_value(text: str, *, comma: bool) -> float:
    """The number that digits with their marks stand for (``1,234.5``); ``nan`` when marks stand in odd places.

    ``comma`` tells that a column writes ``1.234,5``; what can be read in one way only is read so in any column.
    """
    sign, digits = (-1.0, text[1:]) if text.startswith("-") else (1.0, text.removeprefix("+"))
    if any(shape.match(digits) for shape in (_COMMA_IF_TOLD if comma else _COMMA)):
        return sign * float(digits.replace(".", "").replace(",", "."))
    if any(shape.match(digits) for shape in _POINT):
        return sign * float(digits.replace(",", "").replace("'", ""))
    return math.nan


def numeral_value(text: str) -> float:
    """The number a Chinese numeral stands for (``三千五``, ``两亿``, ``3万5千``); ``nan`` if it is none."""
    found = _Numeral()
    for token in _TOKEN.findall(text):
        if token in _SMALL:
            found.part(_SMALL[token])
        elif token in _LARGE:
            found.close(_LARGE[token])
        elif token in _ZEROS or found.digit is None:
            found.take(float(_ONES.get(token, token)))
        else:
            return math.nan  # two digits in a row
    return found.value


@dataclass(slots=True)
class _Numeral:
    """A numeral as it is read: what is closed by 万 and 亿, the part before them, the digit that waits for its unit."""

    total: float = 0.0
    section: float = 0.0
    digit: float | None = None
    last: int = 0

    @property
    def value(self) -> float:
        """The number read so far; a digit after a unit is of the next lower one: 两万五 is 25,000."""
        below = self.last / 10 if self.last else 1
        return self.total + self.section + (self.digit or 0.0) * below

    def take(self, digit: float) -> None:
        self.digit, self.last = (digit, self.last) if digit else (None, 0)

    def part(self, unit: int) -> None:
        self.section += (1.0 if self.digit is None else self.digit) * unit
        self.digit, self.last = None, unit

    def close(self, unit: int) -> None:
        section = self.section + (self.digit or 0.0)
        self.total = (self.total + section) * unit if unit == _LARGE["亿"] else self.total + section * unit
        self.section, self.digit, self.last = 0.0, None, unit
