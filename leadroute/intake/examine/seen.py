"""What an examination of files says, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.diagnostic import Diagnostic, Place
    from leadroute.tables.merges import SharedValue


class Holds(StrEnum):
    """What the rows of a table are."""

    LEADS = "leads"
    ROSTER = "roster"


class How(StrEnum):
    """How a column found its field, or why it has none.

    ``nearly``: its header is almost a known one and is not used; ``rival``: another column of the table is a better
    one for the same field; ``aside``: the rulebook, or the system it comes from, says that it is no field.
    """

    RULEBOOK = "rulebook"
    PRESET = "preset"
    BUILT_IN = "built_in"
    NEARLY = "nearly"
    RIVAL = "rival"
    ASIDE = "aside"
    UNKNOWN = "unknown"


USED = frozenset({How.RULEBOOK, How.PRESET, How.BUILT_IN})
"""A column found in one of these ways stands for its field."""


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column of a table: its field, some of its values as they stand there, and its cells counted by state.

    ``field`` is the field the column is (blank for none; for a rival the field it lost); ``near`` the known names its
    header is almost. ``filled`` counts cells with anything in them; every other count is a part of it.
    """

    header: str
    field: str
    how: How
    rows: int
    filled: int
    near: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    placeholder: int = 0
    damaged: int = 0
    invalid: int = 0
    inferred: int = 0

    @property
    def used(self) -> bool:
        """Does the column stand for a field?"""
        return self.how in USED

    @property
    def good(self) -> int:
        """Cells whose value can be used as it is."""
        return self.filled - self.placeholder - self.damaged - self.invalid - self.inferred


@dataclass(frozen=True, slots=True)
class Finding:
    """Diagnostics that say the same: the first of them, how many cells or rows are meant, the first places."""

    example: Diagnostic
    count: int
    places: tuple[Place, ...]

    @property
    def code(self) -> str:
        """The code they share."""
        return self.example.code

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.example.severity

    @property
    def stops(self) -> bool:
        """Would a run stop because of it?"""
        return self.example.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Bad:
    """Rows that cannot be worked on, counted: see ``intake.quarantine``."""

    unreadable: int = 0
    nobody: int = 0
    unreachable: int = 0

    @property
    def rows(self) -> int:
        """All of them."""
        return self.unreadable + self.nobody + self.unreachable


@dataclass(frozen=True, slots=True)
class TableSeen:
    """One sheet or text file.

    ``people`` counts the active reps of a roster; ``system`` is the system it was exported from ("": not recognised).
    ``fields`` are those a run would have of it, worked out ones included.
    """

    file: str
    sheet: str
    encoding: str
    header_row: int
    rows: int
    holds: Holds
    columns: tuple[ColumnSeen, ...]
    findings: tuple[Finding, ...]
    bad: Bad = Bad()
    people: int = 0
    system: str = ""
    fields: frozenset[str] = frozenset()

    @property
    def usable(self) -> bool:
        """Would a run take it?"""
        return any(column.used for column in self.columns) and not any(found.stops for found in self.findings)


@dataclass(frozen=True, slots=True)
class Merging:
    """Duplicates in sight: ``rows`` would merge into the others of ``groups`` groups, the largest of ``largest`` rows.

    ``keys`` are the lines of the rulebook that could be used, ``waiting`` counts rows of groups too large to merge
    unseen, ``shared`` the values that link nothing because too many have them.
    """

    keys: tuple[str, ...]
    rows: int
    groups: int
    largest: int
    waiting: int
    shared: tuple[SharedValue, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything seen: the tables, what is to be said of files without one, duplicates over all tables of leads.

    ``forms`` tells by file what its bytes are: ``csv`` for any text, ``xlsx``, ``xls``, ``xlsb``, ``ods``.
    """

    tables: tuple[TableSeen, ...]
    elsewhere: tuple[Finding, ...]
    merging: Merging | None
    forms: Mapping[str, str] = field(default_factory=dict)

    @property
    def usable(self) -> bool:
        """Would a run take all of the files?"""
        whole = bool(self.tables) and all(table.usable for table in self.tables)
        return whole and not any(found.stops for found in self.elsewhere)

    @property
    def rows(self) -> int:
        """The rows of leads."""
        return sum(table.rows for table in self.tables if table.holds is Holds.LEADS)
