"""When to fail, as people type it: ``default_rate > 5% or (vip_moved > 0 and moved >= 10%)``. Read by hand, no eval."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Excerpt, Place, facts
from leadroute.model.stop import FIGURES, Both, Claim, Either, Measured, Moves, Sign
from leadroute.rulebook.gates import WORDS as OF_GATES
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.model.stop import Stop

WORDS: dict[str, str] = {
    **OF_GATES,
    "变动": Moves.CHANGED,
    "改派": Moves.MOVED,
    "直接": Moves.DIRECT,
    "连带": Moves.CASCADE,
    "数据": Moves.HYGIENE,
    "重点改派": Moves.VIP_MOVED,
    "均衡比": Measured.BALANCE_RATIO,
    "最大差额": Measured.MAX_GAP,
}
"""Other words for figures."""

OPTION = "--fail-if"
_TOKEN = re.compile(
    r"\s*(?:(?P<sign>[<>=!]+)|(?P<bracket>[()])|(?P<number>[\d.]+\s*%?)|(?P<word>[^\s()<>=!%\d.]+)|(\S))"
)
_NUMBER = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)\s*(%?)")
_WHOLE = 100
_DEEP = 20


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int


class _MistakeError(Exception):
    """Reading ends here; the diagnostic says why."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.found = found


def to_stop(text: str) -> Stop | Diagnostic:
    """Read it, or say what is wrong with it and where."""
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        return _Reader(plain).whole()
    except _MistakeError as wrong:
        return wrong.found


def _tokens(text: str) -> list[_Token]:
    found = []
    for hit in _TOKEN.finditer(text):
        kind = hit.lastgroup or "odd"
        start = hit.start(kind) if hit.lastgroup else hit.start(5)
        found.append(_Token(kind, hit[0].strip(), start))
    return found


class _Reader:
    """Where reading has got to; ``or`` binds weaker than ``and``."""

    def __init__(self, text: str) -> None:
        self._text, self._tokens, self._at, self._depth = text, _tokens(text), 0, 0

    def whole(self) -> Stop:
        found = self._either()
        if self._at < len(self._tokens):
            raise _MistakeError(self._mistake("LR862", wanted="and"))
        return found

    def _either(self) -> Stop:
        return self._joined("or", self._both, Either)

    def _both(self) -> Stop:
        return self._joined("and", self._part, Both)

    def _joined(self, word: str, part: Callable[[], Stop], join: Callable[[tuple[Stop, ...]], Stop]) -> Stop:
        parts = [part()]
        while self._next().text.casefold() == word:
            self._at += 1
            parts.append(part())
        return join(tuple(parts)) if len(parts) > 1 else parts[0]

    def _part(self) -> Stop:
        if self._next().text != "(":
            return self._claim()
        if self._depth == _DEEP:
            raise _MistakeError(self._mistake("LR864"))
        self._at, self._depth = self._at + 1, self._depth + 1
        found = self._either()
        if self._next().text != ")":
            raise _MistakeError(self._mistake("LR862", wanted="bracket"))
        self._at, self._depth = self._at + 1, self._depth - 1
        return found

    def _claim(self) -> Claim:
        figure, sign = self._figure(), self._sign()
        limit, share = self._limit(figure)
        return Claim(figure, sign, limit, share)

    def _figure(self) -> str:
        token = self._next()
        if token.kind != "word":
            raise _MistakeError(self._mistake("LR862", wanted="figure"))
        word = token.text.casefold().replace("-", "_")
        if word not in FIGURES and word not in WORDS:
            raise _MistakeError(self._mistake("LR861", choices=FIGURES, word=token.text, words=", ".join(FIGURES)))
        self._at += 1
        return str(WORDS.get(word, word))

    def _sign(self) -> Sign:
        token = self._next()
        if token.text not in set(Sign):
            raise _MistakeError(self._mistake("LR862", wanted="sign"))
        self._at += 1
        return Sign(token.text)

    def _limit(self, figure: str) -> tuple[Fraction, bool]:
        """The number; a share where there is something to be a part of, a whole number where leads are counted."""
        token = self._next()
        hit = _NUMBER.fullmatch(token.text) if token.kind == "number" else None
        if hit is None:
            raise _MistakeError(self._mistake("LR862", wanted="number"))
        limit, measured = Fraction(hit[1]), figure in set(Measured)
        if measured and hit[2]:
            raise _MistakeError(self._mistake("LR863", unit="measure", figure=figure))
        if not measured and not hit[2] and limit.denominator != 1:
            raise _MistakeError(self._mistake("LR863", unit="count", figure=figure))
        self._at += 1
        return (limit / _WHOLE, True) if hit[2] else (limit, False)

    def _next(self) -> _Token:
        at_end = self._at == len(self._tokens)
        return _Token("end", "", len(self._text)) if at_end else self._tokens[self._at]

    def _mistake(self, code: str, choices: Sequence[str] = (), **told: str) -> Diagnostic:
        token = self._next()
        place = Place(OPTION, line=1, column=token.start + 1)
        excerpt = Excerpt(self._text, token.start, max(1, len(token.text)))
        nearest = near(token.text, choices) if choices else ()
        return Diagnostic(code, place=place, args=facts(**told), near=nearest, excerpt=excerpt)
