"""The text of a cell cut into its values, each with its place: ``上海；江苏``, ``!官网``, ``"甲, 乙"``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.rulebook.amounts import to_number
from leadroute.rulebook.decision.words import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.rulebook.nodes import Scalar

_SURE = ";、\n"
_SEPARATORS = f"{_SURE},"
_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』"}
_NOT = re.compile(r"(?:!=?|<>|≠|不等于)\s*|不是\s*:?\s*|(?:非|not|NOT|except)(?:\s*:\s*|\s+)")
_DOUBTFUL = re.compile(r"非(?=\S)|Not(?=\s)")
_PLACES = frozenset({Kind.PROVINCE, Kind.CITY, Kind.DISTRICT, Kind.COUNTRY})
_NO_DENIAL = "非洲"


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a cell: ``literal`` if it stood in quotes, ``denied`` if a ``!`` stands before it.

    ``doubtful``: what it begins with may deny it, or be part of its name.
    """

    text: Scalar
    literal: bool = False
    denied: bool = False
    doubtful: bool = False


def pieces(text: Scalar, kind: Kind) -> tuple[Piece, ...]:
    """The values of a cell; a denial before the first speaks of all of them."""
    whole = narrow(text.value)
    cuts = _cuts(whole, _SEPARATORS)
    if kind is Kind.NUMBER:  # 1,000 is one number
        stretches = _cuts(whole, _SURE)
        cuts = (
            (start + first, start + last)
            for start, end in stretches
            for first, last in _cuts(whole[start:end], "" if to_number(whole[start:end]) is not None else ",")
        )
    return tuple(_piece(text, start, end, kind) for start, end in cuts)


def part(of: Scalar, start: int, end: int) -> Scalar:
    """A stretch of a text without the blanks around it, with its place."""
    cut = of.value[start:end]
    start += len(cut) - len(cut.lstrip())
    value = cut.strip()
    return replace(of, value=value, at=replace(of.at, start=of.at.start + start, length=max(1, len(value))))


def _cuts(whole: str, separators: str) -> Iterator[tuple[int, int]]:
    """Where the values begin and end; separators between quotes part nothing."""
    start, close = 0, ""
    for at, letter in enumerate(whole):
        if close:
            close = "" if letter == close else close
        elif letter in _QUOTES and not whole[start:at].strip(" !"):
            # A quote that is never closed is a letter like others.
            close = _QUOTES[letter] if _QUOTES[letter] in whole[at + 1 :] else ""
        elif letter in separators:
            if whole[start:at].strip():
                yield start, at
            start = at + 1
    if whole[start:].strip():
        yield start, len(whole)


def _piece(text: Scalar, start: int, end: int, kind: Kind) -> Piece:
    one = part(text, start, end)
    hit = _NOT.match(narrow(one.value)) or (_PLACES & {kind} and _adjoining(one.value)) or None
    rest = part(one, hit.end(), len(one.value)) if hit else one
    if _is_quoted(narrow(rest.value)):
        return Piece(part(rest, 1, len(rest.value) - 1), literal=True, denied=hit is not None)
    doubtful = hit is None and kind not in _PLACES and _DOUBTFUL.match(one.value)
    return Piece(rest, denied=hit is not None, doubtful=bool(doubtful))


def _adjoining(text: str) -> re.Match[str] | None:
    """``非上海``: no place is called so, but for 非洲."""
    return None if text.startswith(_NO_DENIAL) else re.match(r"非(?=.)|Not\s+(?=.)", text)


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and _QUOTES.get(text[0]) == text[-1]
