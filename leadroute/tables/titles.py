"""Sheet titles Excel accepts: pure, so that the summary can name the sheet of a rep before it is written."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIMIT = 31
"""UTF-16 units a title may have."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_RESERVED = frozenset({"history"})


def safe_titles(titles: Sequence[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Make each title one that Excel accepts, none equal to another or to those ``taken`` when case is ignored."""
    used = {_folded(title) for title in taken}
    safe = []
    for title in titles:
        chosen = _free(_clean(title), used)
        used.add(_folded(chosen))
        safe.append(chosen)
    return tuple(safe)


def _clean(title: str) -> str:
    """Replace what a title may not hold and cut it; never empty, never a reserved name."""
    readable = title.encode("utf-8", "replace").decode("utf-8")
    text = _trim(_cut(_FORBIDDEN.sub("_", readable), LIMIT))
    return f"{text}_" if not text or _folded(text) in _RESERVED else text


def _free(title: str, used: set[str]) -> str:
    """The title itself, or the first of ``title (2)``, ``title (3)`` … that is not in use."""
    if _folded(title) not in used:
        return title
    for number in count(2):
        suffix = f" ({number})"
        candidate = _trim(_cut(title, LIMIT - len(suffix))) + suffix
        if _folded(candidate) not in used:
            return candidate
    raise AssertionError


def _cut(text: str, units: int) -> str:
    """At most so many UTF-16 units, never half a character."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _trim(text: str) -> str:
    """Neither blanks nor apostrophes at the edges."""
    return text.strip(" '\t\u3000")


def _folded(title: str) -> str:
    """What two titles are compared by."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", title).casefold())
