"""The problems met so far. Readers add to it and go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Excerpt, Place, Severity, facts
from leadroute.rulebook.excerpts import of_cell
from leadroute.rulebook.nodes import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from leadroute.model.rule_table import RuleTable

LIMIT = 200
"""More problems than this help nobody; the rest is counted."""

_LONGEST_FACT = 60


class Findings:
    """Collects diagnostics about one text, and about the decision tables it names.

    ``shifts`` names, by line, the columns after which a blank was put in while mending the text, so that places refer
    to the text as its author sees it.
    """

    def __init__(self, file: str, lines: Sequence[str] = (), shifts: Mapping[int, Sequence[int]] | None = None) -> None:
        """Start with no problem."""
        self._file = file
        self._lines = lines
        self._shifts = shifts or {}
        self._tables: list[RuleTable] = []
        self._found: list[Diagnostic] = []
        self._dropped = 0
        self._worst = Severity.NOTE

    def error(self, code: str, at: Span, near: Iterable[str] = (), also: Span | None = None, **named: object) -> None:
        """Add a problem that stops the run."""
        self._add(Severity.ERROR, lambda: self._made(code, at, near, also, named))

    def warning(self, code: str, at: Span, near: Iterable[str] = (), also: Span | None = None, **named: object) -> None:
        """Add a problem that is only shown."""
        made = Severity.WARNING
        self._add(made, lambda: replace(self._made(code, at, near, also, named), severity=made))

    def note(self, code: str, at: Span, **named: object) -> None:
        """Add something worth knowing."""
        made = Severity.NOTE
        self._add(made, lambda: replace(self._made(code, at, (), None, named), severity=made))

    def take(self, found: Diagnostic) -> None:
        """Add a diagnostic made elsewhere about the same text."""
        self._add(found.severity, lambda: found)

    def add_table(self, table: RuleTable) -> int:
        """Learn of a decision table; return the number its spans have."""
        self._tables.append(table)
        return len(self._tables)

    def place(self, at: Span) -> Place:
        """The place of a stretch of the text."""
        if at.table:
            table = self._tables[at.table - 1]
            return Place(table.file, column=at.column, sheet=table.sheet, row=at.line)
        put_in = sum(1 for column in self._shifts.get(at.line, ()) if column < at.column)
        return Place(self._file, at.line, at.column - put_in)

    def span(self, place: Place) -> Span:
        """The stretch that begins at a place: one character, or a whole cell."""
        for number, table in enumerate(self._tables, 1):
            if place.cell and (table.file, table.sheet) == (place.file, place.sheet):
                return Span(place.row, place.column, len(table.cell(place.row, place.column).text), number)
        return Span(place.line, place.column)

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """Every problem, in the order of the text, then of its tables; one per place and code."""
        found = sorted(dict.fromkeys(self._found), key=self._order)
        if self._dropped:
            last = Diagnostic("LR190", self._worst, Place(self._file), facts(count=self._dropped, limit=LIMIT))
            return (*found, last)
        return tuple(found)

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._found) >= LIMIT

    def _add(self, severity: Severity, make: Callable[[], Diagnostic]) -> None:
        if not self.full:
            self._found.append(make())
            return
        self._dropped += 1
        # An error stays an error, also when it is only counted.
        self._worst = severity if severity is Severity.ERROR else self._worst

    def _made(
        self, code: str, at: Span, near: Iterable[str], also: Span | None, named: Mapping[str, object]
    ) -> Diagnostic:
        place = self.place(at)
        short = {name: _shortened(str(value)) for name, value in named.items()}
        return Diagnostic(
            code,
            place=place,
            args=facts(**short),
            near=tuple(near),
            excerpt=self._excerpt(place, at),
            also=self.place(also) if also else None,
        )

    def _order(self, found: Diagnostic) -> tuple[bool, tuple[str, str, int, int], str]:
        place = found.place or Place("")
        return place.file != self._file, place.reading, found.code

    def _excerpt(self, place: Place, at: Span) -> Excerpt | None:
        if at.table:
            return of_cell(self._tables[at.table - 1], place, at.start, at.length)
        if not 0 < place.line <= len(self._lines):
            return None
        text = self._lines[place.line - 1]
        start = min(max(place.column - 1, 0), len(text))
        return Excerpt(text, start, max(1, min(at.length, len(text) - start)))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_FACT else text[: _LONGEST_FACT - 1] + "…"
