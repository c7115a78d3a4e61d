"""The line of the rulebook under a finding that was made after it had been read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.model.diagnostic import Diagnostic

_WORD = re.compile(r"""(?:-\s+)?(?:"[^"]*"|'[^']*'|[^\s:,\[\]{}]+|.)""")


def with_excerpts(found: Iterable[Diagnostic], lines: Sequence[str], file: str) -> tuple[Diagnostic, ...]:
    """Show the line of every finding that stands in the rulebook and has none yet, the word at its column marked."""
    return tuple(_shown(one, lines, file) for one in found)


def _shown(found: Diagnostic, lines: Sequence[str], file: str) -> Diagnostic:
    at = found.place
    if found.excerpt or at is None or at.file != file or not 0 < at.line <= len(lines):
        return found
    text, start = lines[at.line - 1], max(at.column - 1, 0)
    word = _WORD.match(text, start)
    return replace(found, excerpt=Excerpt(text, start, len(word[0]) if word else 1))
