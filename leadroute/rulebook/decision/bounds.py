"""Numbers and dates as people write them into a cell: ``>=100万``, ``100万以上``, ``50-100``, ``2026-01-01至…``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.rulebook.amounts import to_number
from leadroute.rulebook.decision.pieces import part
from leadroute.rulebook.decision.words import narrow
from leadroute.rulebook.moments import to_moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.rulebook.nodes import Scalar

_BEFORE = (
    ("gte", r">=|=>|≥|≧|大于等于|大于或等于|不少于|不低于|不小于|至少|at least\b"),
    ("lte", r"<=|=<|≤|≦|小于等于|小于或等于|不超过|不高于|不大于|不多于|至多|最多|at most\b|up to\b"),
    ("gt", r">|大于|超过|高于|多于|晚于|more than\b|over\b|after\b"),
    ("lt", r"<|小于|低于|少于|早于|不足|less than\b|under\b|before\b"),
    ("eq", r"==?|等于"),
)
_BEHIND = (("gte", r"\s*(?:\+|及?以上|或以上|起)"), ("lte", r"\s*(?:及?以下|或以下|以内)"))
_SIGNS = (("gte", ">=|=>|≥|≧"), ("lte", "<=|=<|≤|≦"), ("gt", ">"), ("lt", "<"), ("eq", "==?"))
_STARTS = tuple((name, re.compile(rf"(?:{words})\s*", re.IGNORECASE)) for name, words in _BEFORE)
_SIGNED = tuple((name, re.compile(rf"(?:{words})\s*")) for name, words in _SIGNS)
_ENDS = tuple((name, re.compile(rf"(.*?){words}", re.DOTALL)) for name, words in _BEHIND)
_UP_TO = re.compile(r"\s*(?:\.\.|~|〜|—+|–|-|至|到|\bto\b)\s*")


@dataclass(frozen=True, slots=True)
class Bound:
    """An operator ("": none was written), and one value or two."""

    operator: str
    values: tuple[Scalar, ...]


def signed(text: Scalar) -> Bound:
    """The sign a text begins with, and the rest."""
    return _begun(text, _SIGNED)


def bound(text: Scalar, kind: Kind) -> Bound:
    """A number, a date, a bound or a range."""
    first = _begun(text, _STARTS)
    if first.operator or is_one(text.value, kind):
        return first
    plain = narrow(text.value)
    for name, pattern in _ENDS:
        if (hit := pattern.fullmatch(plain)) and is_one(hit[1], kind):
            return Bound(name, (part(text, 0, hit.end(1)),))
    return _range(text, plain, kind) or first


def is_one(text: str, kind: Kind) -> bool:
    """Is it one number, or one date?"""
    return (to_moment(text) if kind is Kind.DATE else to_number(text)) is not None


def _begun(text: Scalar, starts: Iterable[tuple[str, re.Pattern[str]]]) -> Bound:
    plain = narrow(text.value)
    for name, pattern in starts:
        if hit := pattern.match(plain):
            return Bound(name, (part(text, hit.end(), len(plain)),))
    return Bound("", (text,))


def _range(text: Scalar, plain: str, kind: Kind) -> Bound | None:
    for hit in _UP_TO.finditer(plain):
        if is_one(plain[: hit.start()], kind) and is_one(plain[hit.end() :], kind):
            return Bound("between", (part(text, 0, hit.start()), part(text, hit.end(), len(plain))))
    return None
