"""The forms in which people write one amount, read one text at a time."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.numerals import CHARACTERS, digits_value, numeral_value
from leadroute.model.fold import fold
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

_UNITS = {
    "k": 1e3, "千": 1e3, "w": 1e4, "万": 1e4, "萬": 1e4, "百万": 1e6, "千万": 1e7, "m": 1e6, "mn": 1e6, "亿": 1e8,
    "億": 1e8, "b": 1e9, "bn": 1e9, "万亿": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "%": 0.01,
}  # fmt: skip
_UNIT = f"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_CURRENCY = r"(?:(?:us|hk|au|nz|sg|ca|a|c|nt|r|s)?\$|[¥€£₹₩]|rmb|cny|usd|eur|gbp|hkd|jpy|人民币|美元)?"
_WHAT = (
    r"(?:元|圆|块钱?|人民币|美元|美金|欧元|港币|港元|日元|rmb|cny|usd|eur|gbp|hkd|[¥€£$]|员工|人|名|位|家|个|台|套|"
    r"employees|people|staff|users)*"
)
_DIGITS = r"(?:\d[\d,.']*|\.\d+)"
_AMOUNT = rf"{_CURRENCY}([+-]?{_CURRENCY}{_DIGITS}|[{CHARACTERS}\d.]+)({_UNIT})?{_WHAT}"
_ABOUT = re.compile(
    "^(?:约为?|大约|大概|近|~|≈|about|approx\\.?|approximately|circa|ca\\.)|(?:左右|上下|余|多|来)(?=[人名家个元]?$)"
)
_LEAST = r"(≥|>=|=>|至少|不少于|不低于|最少|atleast|min\.?)"
_MORE = r"(>|大于|超过|多于|高于|morethan|over|above|greaterthan)"
_MOST = r"(≤|<=|=<|最多|至多|不超过|不多于|upto|atmost|max\.?)"
_LESS = r"(<|小于|少于|不足|不到|低于|lessthan|under|below|fewerthan)"
_FROM = r"(\+|以上|及以上|或以上|起|ormore|andabove|andmore|plus)"
_TO = r"(以下|及以下|以内|之内|orless|andbelow|orfewer)"
_SIDE = re.compile(f"^(?:{_LEAST}|{_MORE}|{_MOST}|{_LESS})?{_AMOUNT}(?:{_FROM}|{_TO})?{_WHAT}$")
_RANGE = re.compile(f"^{_AMOUNT}(?:-|–|—|~|到|至|to|\\.\\.){_AMOUNT}$")
_NEGATIVE = re.compile(r"^\((?P<in>[^()]+)\)$|^(?P<before>[^-]*\d)-$")
_SCIENTIFIC = re.compile(r"^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,2}$")


_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Amount:
    """The ends of what a text says (equal for a single number, ``nan`` for none), its clean text and its status."""

    low: float
    high: float
    text: str
    status: int


def read_amount(text: str, *, comma: bool = False) -> Amount:
    """Read one text; ``comma`` tells that the column writes decimals with a comma."""
    folded = fold(text)
    if len(folded) > _LONGEST:
        return _nothing(INVALID)
    if folded in placeholders.NOTHING and not folded.isdigit():
        return _nothing(PLACEHOLDER)
    tight = folded.replace(" ", "").replace("，", ",")
    if not tight:
        return _nothing(OK)
    if _SCIENTIFIC.match(tight):
        return _single(float(tight), OK)
    if found := _NEGATIVE.match(tight):
        return _negative(read_amount(found["in"] or found["before"], comma=comma))
    return _one_or_range(tight, comma=comma)


def shortest(number: float) -> str:
    """The shortest text of a number."""
    return f"{number:.12g}"


def _one_or_range(tight: str, *, comma: bool) -> Amount:
    plain, guesses = _ABOUT.subn("", tight)
    if found := _SIDE.match(plain):
        return _one(found, comma=comma, guessed=bool(guesses))
    if found := _RANGE.match(plain):
        low, high = _value(found[1], found[2] or found[4], comma=comma), _value(found[3], found[4], comma=comma)
        if low <= high:
            return Amount(low, high, f"{shortest(low)}-{shortest(high)}", OK)
    return _nothing(INVALID)


def _one(found: re.Match[str], *, comma: bool, guessed: bool) -> Amount:
    least, more, most, less, digits, unit, above, below = found.groups()
    value = _value(digits, unit, comma=comma)
    if math.isnan(value) or ((least or more or most or less) and (above or below)):
        return _nothing(INVALID)
    if least or above:
        return Amount(value, math.inf, f"{shortest(value)}+", OK)
    if more:
        return Amount(math.nextafter(value, math.inf), math.inf, f">{shortest(value)}", OK)
    if most or below:
        return Amount(_floor(value), value, f"<={shortest(value)}", OK)
    if less:
        return Amount(_floor(value), math.nextafter(value, -math.inf), f"<{shortest(value)}", OK)
    return _single(value, INFERRED if guessed else OK)


def _floor(value: float) -> float:
    """What is below a number of people or a price is not below zero."""
    return 0.0 if value > 0 else -math.inf


def _value(digits: str, unit: str | None, *, comma: bool) -> float:
    bare = re.sub(f"^([+-]?){_CURRENCY}", r"\1", digits)
    value = (
        numeral_value(bare) if any(character in CHARACTERS for character in bare) else digits_value(bare, comma=comma)
    )
    value *= _UNITS.get(unit or "", 1.0)
    return value if math.isfinite(value) else math.nan


def _negative(amount: Amount) -> Amount:
    single = amount.low == amount.high and amount.low > 0
    return _single(-amount.low, amount.status) if single else _nothing(INVALID)


def _single(value: float, status: int) -> Amount:
    return Amount(value, value, shortest(value), status)


def _nothing(status: int) -> Amount:
    return Amount(math.nan, math.nan, "", status)
