"""Tell what is wrong, on stderr. Light, so that ``check`` loads no table library."""

from __future__ import annotations

import sys
from collections import Counter
from math import inf
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity
from leadroute.render.console import spell_out
from leadroute.render.diagnostics import text
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language

_CELLS = 5
"""So many problems of one kind in cells are told one by one."""


def complain(diagnostics: Iterable[Diagnostic], language: Language, *, notes: bool = False) -> None:
    """Tell problems on stderr, errors first; notes only when asked."""
    order = [Severity.ERROR, Severity.WARNING, *([Severity.NOTE] if notes else [])]
    told = [found for severity in order for found in diagnostics if found.severity is severity]
    counts = Counter(found.code for found in told)
    spell_out(sys.stderr)
    sys.stderr.write(text(_few(told), language))
    for code, count in counts.items():
        if count > _most(code):
            sys.stderr.write(say("screen.more_alike", language, count=count - _most(code), code=code) + "\n")


def _few(told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Everything about the rulebook; of many cells with one fault, or overlaps, the first: they would bury it."""
    seen: Counter[str] = Counter()
    for found in told:
        seen[found.code] += 1
        if seen[found.code] <= _most(found.code):
            yield found


def _most(code: str) -> float:
    return _CELLS if code.startswith(("LR5", "LR727", "LR728", "LR233")) else inf
