"""The one normaliser for comparing text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=1 << 14)  # names and attributes of reps are compared again and again
def fold(text: str) -> str:
    """Return text as it is compared: NFKC, invisible characters removed, blanks single, ends trimmed, case folded."""
    shown = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _BLANKS.sub(" ", shown).strip().casefold()
