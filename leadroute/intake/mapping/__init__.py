"""Every column of a file and the field it is; for those still open a suggestion, and the lines that would settle it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.intake.examine.columns import columns_seen
from leadroute.intake.examine.headers import known_headers
from leadroute.intake.examine.seen import How
from leadroute.intake.header_problems import nearly
from leadroute.intake.headers import known_names, match
from leadroute.intake.mapping.share_out import shared_out
from leadroute.intake.mapping.suggest import Suggestion, suggestions
from leadroute.model.fold import fold
from leadroute.tables.arrow import of_series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.intake.examine.seen import ColumnSeen
    from leadroute.intake.headers import Names
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.raw import RawTable

__all__ = ["ColumnMapped", "Open", "Suggestion", "TableMapped", "map_table", "still_open"]

_OPEN = frozenset({How.NEARLY, How.UNKNOWN})


@dataclass(frozen=True, slots=True)
class ColumnMapped:
    """A column as it was seen, and for an open one what it may be; ``rivals`` are headers that may be it as well."""

    seen: ColumnSeen
    suggestion: Suggestion | None = None
    rivals: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Has nobody said what the column is?"""
        return self.seen.how in _OPEN


@dataclass(frozen=True, slots=True)
class TableMapped:
    """One table; ``system`` is the key of the system it comes from ("": not recognised)."""

    file: str
    sheet: str
    header_row: int
    rows: int
    system: str
    columns: tuple[ColumnMapped, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A header to be settled: the field suggested for it ("": none), and why."""

    header: str
    suggestion: Suggestion | None = None

    @property
    def field(self) -> str:
        """The field suggested."""
        return self.suggestion.field if self.suggestion else ""


def map_table(table: RawTable, book: Rulebook) -> TableMapped:
    """Say of every column what it is, who says so, and what an open one may be."""
    headers, names = tuple(table.frame.columns), known_names("lead", book.fields, book.columns)
    matched = match(headers, names)
    taken = set(matched.fields.values())
    seen = columns_seen(table, known_headers(headers, matched))
    asked = {one.header: nearly(one.header, names, taken) for one in seen if one.how in _OPEN}
    possible = {header: _possible(header, table, names, near) for header, near in asked.items()}
    settled = shared_out(possible, taken)
    columns = (
        ColumnMapped(_with_near(one, asked.get(one.header, ())), *settled.get(one.header, (None, ()))) for one in seen
    )
    system = matched.system.key if matched.system and not matched.system.generic else ""
    return TableMapped(table.file, table.sheet, table.header_row, len(table), system, tuple(columns))


def still_open(tables: Iterable[TableMapped]) -> tuple[Open, ...]:
    """Every header that is open in one of the tables, once, with the first suggestion made for it."""
    found: dict[str, Open] = {}
    for table in tables:
        for column in table.columns:
            if column.open:
                one = Open(column.seen.header, None if column.rivals else column.suggestion)
                earlier = found.setdefault(fold(one.header), one)
                found[fold(one.header)] = earlier if earlier.suggestion else replace(one, header=earlier.header)
    return tuple(found.values())


def _with_near(seen: ColumnSeen, near: tuple[str, ...]) -> ColumnSeen:
    return replace(seen, near=near, how=How.NEARLY) if near else seen


def _possible(header: str, table: RawTable, names: Names, near: tuple[str, ...]) -> tuple[Suggestion, ...]:
    known = [(name, names.known[name].field) for name in near]
    return suggestions(header, of_series(table.frame[header]), known)
