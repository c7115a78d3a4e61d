"""The line of the rulebook under a finding that was made after it had been read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leadroute.model.diagnostic import Diagnostic, Place
    from leadroute.model.rule_table import RuleTable

_BETWEEN = " | "
_WORD = re.compile(r"""(?:-\s+)?(?:"[^"]*"|'[^']*'|[^\s:,\[\]{}]+|.)""")


def with_excerpts(found: Iterable[Diagnostic], lines: Sequence[str], file: str) -> tuple[Diagnostic, ...]:
    """Show the line of every finding that stands in the rulebook and has none yet, the word at its column marked."""
    return tuple(_shown(one, lines, file) for one in found)


def with_cells(found: Iterable[Diagnostic], tables: Sequence[RuleTable]) -> tuple[Diagnostic, ...]:
    """Show the row of every finding that stands in a cell of one of the tables and has none yet, the cell marked."""
    by_place = {(table.file, table.sheet): table for table in tables}
    return tuple(_shown_cell(one, by_place) for one in found)


def of_cell(table: RuleTable, place: Place, start: int = 0, length: int = 0) -> Excerpt:
    """The row of a cell as one line, with a stretch of the cell marked (no length: all of it)."""
    width = max((len(cells) for cells in table.rows), default=0)
    texts = [table.cell(place.row, at).text.replace("\n", " ") for at in range(1, max(width, place.column) + 1)]
    while len(texts) > place.column and not texts[-1].strip():
        texts.pop()
    before = sum(len(text) + len(_BETWEEN) for text in texts[: place.column - 1])
    rest = max(len(texts[place.column - 1]) - start, 0)
    return Excerpt(_BETWEEN.join(texts), before + start, max(1, min(length or rest, rest)))


def _shown_cell(found: Diagnostic, tables: Mapping[tuple[str, str], RuleTable]) -> Diagnostic:
    at = found.place
    table = tables.get((at.file, at.sheet)) if at and at.cell and not found.excerpt else None
    return replace(found, excerpt=of_cell(table, at)) if table and at else found


def _shown(found: Diagnostic, lines: Sequence[str], file: str) -> Diagnostic:
    at = found.place
    if found.excerpt or at is None or at.file != file or not 0 < at.line <= len(lines):
        return found
    text, start = lines[at.line - 1], max(at.column - 1, 0)
    word = _WORD.match(text, start)
    return replace(found, excerpt=Excerpt(text, start, len(word[0]) if word else 1))
