"""Gates as people type them: ``unassigned > 5%``, ``invalid>20``, ``review`` (not one); limits: ``20``, ``5%``."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from leadroute.model.gate import Figure, Gate
from leadroute.model.manner import Most

_GATE = re.compile(r"([^\s>=<\d%]+)\s*(?:>\s*(?:(\d{1,9})|(\d{1,3}(?:\.\d{1,6})?)\s*%))?")
_MOST = re.compile(r"(\d{1,9})|(\d{1,3}(?:\.\d{1,6})?)\s*%")
_WHOLE = 100

WORDS = {
    "未分配": Figure.UNASSIGNED,
    "公海": Figure.POOLED,
    "待审核": Figure.REVIEW,
    "默认": Figure.DEFAULT_RATE,
    "默认率": Figure.DEFAULT_RATE,
    "重复": Figure.DUPLICATE,
    "无效": Figure.INVALID,
    "归档": Figure.ARCHIVED,
    "open_pool": Figure.POOLED,
    "default": Figure.DEFAULT_RATE,
    "review_rate": Figure.REVIEW,
}
"""Other words for figures."""


def to_gate(text: str) -> Gate | None:
    """A gate; ``None`` when it is none (see ``figure_word`` for whether the figure is to blame)."""
    plain = unicodedata.normalize("NFKC", text).strip()
    hit, figure = _GATE.fullmatch(plain), to_figure(text)
    if hit is None or figure is None:
        return None
    if hit[3]:
        share = Fraction(hit[3]) / _WHOLE
        return Gate(figure, share, share=True) if share <= 1 else None
    return Gate(figure, Fraction(hit[2] or 0), share=False)


def figure_word(text: str) -> str:
    """The word before the sign."""
    return re.split(r"[\s>=<\d%]", unicodedata.normalize("NFKC", text).strip(), maxsplit=1)[0]


def to_figure(text: str) -> Figure | None:
    """The figure a gate looks at."""
    word = figure_word(text).casefold().replace("-", "_")
    return Figure(word) if word in set(Figure) else WORDS.get(word)


def to_most(text: str) -> Most | None:
    """A number of rows, or a share of all; ``None`` when it is neither."""
    found = _MOST.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or (found[2] and Fraction(found[2]) > _WHOLE):
        return None
    return Most(int(found[1])) if found[1] else Most(share=Fraction(found[2]) / _WHOLE)
