"""Look at files before anything is done: what they hold, which column is what, what a run would make of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.intake.examine.duplicates import merging
from leadroute.intake.examine.findings import findings
from leadroute.intake.examine.lead_table import lead_table
from leadroute.intake.examine.roster_tables import roster_tables
from leadroute.intake.examine.seen import Examination

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.raw import RawTable

__all__ = ["Material", "examine"]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What was read: tables of leads, the tables of each roster, what was said while reading, the form of each file."""

    leads: Sequence[RawTable]
    rosters: Sequence[Sequence[RawTable]]
    problems: Sequence[Diagnostic]
    forms: Mapping[str, str]


def examine(material: Material, book: Rulebook) -> Examination:
    """Look at everything, in the order read; duplicates are sought over all tables of leads together."""
    files = {table.file for table in (*material.leads, *(one for roster in material.rosters for one in roster))}
    looked = [lead_table(table, book, _of(table.file, material.problems)) for table in material.leads]
    people = [
        seen for tables in material.rosters for seen in roster_tables(tables, _of(tables[0].file, material.problems))
    ]
    elsewhere = [one for one in material.problems if one.place is None or one.place.file not in files]
    parts = [leads for _, leads in looked if len(leads)]
    return Examination(
        tables=(*(seen for seen, _ in looked), *people),
        elsewhere=findings(elsewhere),
        merging=merging(parts, book.duplicates) if parts else None,
        forms=material.forms,
    )


def _of(file: str, problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [one for one in problems if one.place and one.place.file == file]
