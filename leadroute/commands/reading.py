"""Read the people, the leads and the customers of a run, each with everything noticed about their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.given import each_file, worse
from leadroute.files.data import spelled
from leadroute.files.read import read_tables
from leadroute.files.read.options import EVERY_SHEET
from leadroute.files.read.report import LOST_ROWS
from leadroute.intake.headers import fit
from leadroute.intake.leads import gather_leads
from leadroute.intake.own import without_own
from leadroute.intake.roster import gather_roster
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rep import Roster
from leadroute.rulebook.columns import check_headers

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.files.read.options import Reading
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads
    from leadroute.tables.raw import RawTable

Notes = tuple[Diagnostic, ...]


def read_roster(path: Path) -> tuple[Roster, Notes]:
    """The reps and their leave, and everything noticed; without a single table of people an empty roster."""
    tables, problems = read_tables([path], fit("roster"), EVERY_SHEET)
    if not tables:
        return Roster(()), problems
    roster, found = gather_roster(tables)
    # A row that cannot be read is somebody who would get nothing, and others would get their leads.
    return roster, (*worse(problems, *LOST_ROWS), *_notes_of(tables), *found)


def read_leads(
    files: tuple[Path, ...], how: Reading, book: Rulebook, waiting: tuple[RawTable, ...] = ()
) -> tuple[Leads | None, Notes]:
    """The leads of all files (after those that waited), and everything noticed; ``None`` without a single table."""
    tables, problems = read_lead_tables(files, how, book)
    if not tables:
        return None, problems
    leads, found = leads_of(tables, book, waiting)
    return leads, (*problems, *found)


def read_lead_tables(files: tuple[Path, ...], how: Reading, book: Rulebook) -> tuple[tuple[RawTable, ...], Notes]:
    """The tables of the lead files as they stand, and what was noticed about the files."""
    paths, again = each_file(files)
    tables, problems = read_tables(paths, fit("lead", book.fields, book.columns), how)
    return tuple(map(without_own, tables)), (*again, *problems)


def leads_of(tables: tuple[RawTable, ...], book: Rulebook, waiting: tuple[RawTable, ...] = ()) -> tuple[Leads, Notes]:
    """The leads of tables (after those that waited), and everything noticed about tables, headers and cells."""
    leads, found = gather_leads((*waiting, *tables), book)
    headers = check_headers(book, frozenset(label for table in tables for label in table.frame.columns))
    return leads, (*_unknown_is_wrong(_notes_of(tables)), *headers, *found)


def read_customers(path: Path | None, book: Rulebook) -> tuple[Leads | None, Notes]:
    """The customers, and everything noticed; ``None`` without a file of them."""
    if path is None:
        return None, ()
    tables, problems = read_tables([path], fit("lead", book.fields, book.columns))
    if not tables:
        return None, problems
    customers, found = gather_leads(tables, book)
    owned = "owner" in customers.columns
    lacking = () if owned else (Diagnostic("LR403", Severity.ERROR, Place(spelled(path)), facts(file=spelled(path))),)
    return customers, (*problems, *_notes_of(tables), *found, *lacking)


def _unknown_is_wrong(notes: Notes) -> Notes:
    """Without a single known header there is nothing to route by: most likely it is the wrong file or encoding."""
    return worse(notes, "LR021")


def _notes_of(tables: tuple[RawTable, ...]) -> Notes:
    return tuple(note for table in tables for note in table.notes)
