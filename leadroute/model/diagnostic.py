"""A problem as a value: what, where, how bad. The words live in ``render``.

Pure code never writes a sentence. It names a code and the facts (``args``); ``render.messages`` turns both into a
message and a hint in the rulebook's language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How bad: an error stops the run, a warning is shown, a note is only listed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a problem is: ``file:line:column`` of a text, ``file:sheet:row:header`` of a table, ``file:sheet!C5``.

    ``line``, ``row`` and numeric columns count from 1, as editors and Excel show them. ``header`` is the name of a
    table's column as it stands in the file. A row with a numeric column is a cell.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    row: int = 0
    header: str = ""

    def __str__(self) -> str:
        """Return the place as people type it, parts that are not known left out."""
        if self.cell:
            return f"{self.file}:{self.cell}"
        parts = (self.file, self.sheet, self.line or self.row, self.column or self.header)
        return ":".join(str(part) for part in parts if part)

    @property
    def cell(self) -> str:
        """A cell as Excel names it, ``Sheet1!C5`` or ``C5``; "" for any other place."""
        if not (self.row and self.column):
            return ""
        name = f"{self.letters}{self.row}"
        return f"{self.sheet}!{name}" if self.sheet else name

    @property
    def letters(self) -> str:
        """The column of a cell as Excel names it: 1 is ``A``, 27 ``AA``; "" for any other place."""
        name, column = "", self.column if self.row else 0
        while column > 0:
            column, letter = divmod(column - 1, 26)
            name = chr(ord("A") + letter) + name
        return name

    @property
    def reading(self) -> tuple[str, str, int, int]:
        """What to sort by to have places in the order in which people read: row by row."""
        return self.file, self.sheet, self.line or self.row, self.column


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The offending line of a text: its text, the 0-based start of the offence in it, and the offence's length."""

    text: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: ``code`` such as ``LR204``, the facts its message names, and the place.

    ``near`` holds the nearest right words, best first; ``also`` a second place (the first use of a key given twice).
    """

    code: str
    severity: Severity = Severity.ERROR
    place: Place | None = None
    args: tuple[tuple[str, str], ...] = field(default=())
    near: tuple[str, ...] = ()
    excerpt: Excerpt | None = None
    also: Place | None = None

    @property
    def facts(self) -> dict[str, str]:
        """The facts by name, for formatting a message."""
        return dict(self.args)


def facts(**named: object) -> tuple[tuple[str, str], ...]:
    """Return keyword arguments in the form ``Diagnostic.args`` keeps: sorted pairs of text."""
    return tuple(sorted((name, str(value)) for name, value in named.items()))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the diagnostics stops a run."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
