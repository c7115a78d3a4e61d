"""Numbers of the roster, exact: weights and rates as fractions, caps and counts as whole numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.fold import fold

if TYPE_CHECKING:
    from leadroute.model.diagnostic import Place

_DECIMAL = re.compile(r"^\+?(\d+(?:\.\d+)?|\.\d+)(%?)$")
_WHOLE = re.compile(r"^\+?(\d{1,9})(?:\.0+)?(?:条|个)?$")
_NO_CAP = frozenset({"", "不限", "无限", "无", "-", "none", "unlimited", "no limit", "n/a"})


def weight(text: str, place: Place, found: list[Diagnostic]) -> Fraction:
    """A weight; blank is 1, a bad one is reported and counts as 1."""
    value = _fraction(text)
    if text and value is None:
        found.append(Diagnostic("LR525", Severity.ERROR, place, facts(value=text)))
    return Fraction(1) if value is None else value


def rate(text: str, place: Place, found: list[Diagnostic]) -> Fraction | None:
    """A conversion rate between 0 and 1: ``30%`` or ``0.3``."""
    value = _fraction(text)
    if text and (value is None or value > 1):
        found.append(Diagnostic("LR530", Severity.ERROR, place, facts(value=text)))
        return None
    return value


def count(text: str, place: Place, found: list[Diagnostic], code: str) -> int | None:
    """A whole number; blank and words such as 不限 are ``None``."""
    folded = fold(text)
    if folded in _NO_CAP:
        return None
    if whole := _WHOLE.match(folded.replace(",", "")):
        return int(whole[1])
    found.append(Diagnostic(code, Severity.ERROR, place, facts(value=text)))
    return None


def _fraction(text: str) -> Fraction | None:
    parts = _DECIMAL.match(fold(text))
    if not parts:
        return None
    return Fraction(parts[1]) / (100 if parts[2] else 1)
