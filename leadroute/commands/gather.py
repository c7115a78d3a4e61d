"""Gather: read and check everything a plan is made from. All problems are found before any is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.given import each_file, worse
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_tables_of
from leadroute.files.data import spelled
from leadroute.files.paths import spread
from leadroute.files.read import read_tables
from leadroute.files.read.options import AS_FOUND, EVERY_SHEET, Reading
from leadroute.files.read.report import LOST_ROWS
from leadroute.intake.headers import fit
from leadroute.intake.infer.needs import missing_customers, missing_library
from leadroute.intake.leads import gather_leads
from leadroute.intake.own import without_own
from leadroute.intake.quarantine import bad_rows, intolerable, set_aside
from leadroute.intake.roster import gather_roster
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.model.manner import ANY, Tolerance
from leadroute.model.rep import Roster
from leadroute.rulebook.columns import check_columns, check_headers
from leadroute.rulebook.people import check_people
from leadroute.rulebook.references import tables_beside

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.rules import Rules
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Mask
    from leadroute.tables.raw import RawTable

Notes = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a run, how to read those of leads, and how many bad rows of them to put up with."""

    leads: tuple[Path, ...]
    reps: Path
    rules: Path
    customers: Path | None = None
    how: Reading = AS_FOUND
    tolerance: Tolerance = ANY


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What the files say, checked, and everything noticed on the way that does not stop the run.

    ``aside`` marks the leads nobody is to get because no way to reach them is left (``None``: there are none).
    """

    book: Rulebook
    roster: Roster
    leads: Leads
    customers: Leads | None
    notes: Notes
    aside: Mask | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What leads are routed by: the rulebook with its tables, the roster, what was noticed about either."""

    book: Rulebook
    roster: Roster
    of_rules: Notes
    of_tables: Notes
    of_roster: Notes


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The leads and customers as their files say and a rulebook names their columns (``None``: not to be read)."""

    leads: Leads | None
    of_leads: Notes
    customers: Leads | None
    of_customers: Notes


def gather(sources: Sources, rules: Rules, waiting: tuple[RawTable, ...] = ()) -> Gathered | Refusal:
    """Read roster, customers and leads; refuse with every error of all of them.

    ``waiting`` are leads of earlier runs that take part again; they come before those of the files.
    """
    ground = read_ground(sources, rules)  # first: the child that reads the leads takes longer
    return gathered_on(ground, sources, read(sources, rules[0], waiting))


def read(sources: Sources, book: Rulebook, waiting: tuple[RawTable, ...] = ()) -> Read:
    """Read leads and customers; what is wrong with them is only noted."""
    return Read(*read_leads(sources.leads, sources.how, book, waiting), *read_customers(sources.customers, book))


def read_ground(sources: Sources, rules: Rules) -> Ground:
    """Read what leads are routed by; many runs may share it."""
    book, of_rules = rules
    book, of_tables = read_tables_of(book, sources.rules)
    roster, of_roster = read_roster(sources.reps)
    return Ground(book, roster, of_rules, of_tables, of_roster)


def gathered_on(ground: Ground, sources: Sources, found: Read) -> Gathered | Refusal:
    """Put together what was read, and check it."""
    book, roster = ground.book, ground.roster
    leads, of_leads, customers, of_customers = found.leads, found.of_leads, found.customers, found.of_customers
    of_people = check_people(book, roster) if roster.reps else ()
    if leads and not has_errors(of_leads):
        of_people += check_columns(book, frozenset((*leads.columns, *book.infer.sources)), _sets(roster))
    of_infer = (*missing_library(book), *missing_customers(book, given=sources.customers is not None))
    of_ground = (*ground.of_tables, *of_infer, *of_people, *ground.of_roster)
    notes = (*ground.of_rules, *of_ground, *of_customers, *of_leads)
    if has_errors(of_ground):
        return Refusal(Exit.RULES, notes, book.language)
    if leads is None or has_errors(notes):
        return Refusal(Exit.INPUT, notes, book.language)
    bad = bad_rows(leads)
    if stop := intolerable(leads, bad, sources.tolerance):
        return Refusal(Exit.INPUT, (*stop, *notes), book.language)
    return Gathered(book, roster, leads, customers, notes, set_aside(bad, sources.tolerance))


def inputs(sources: Sources, book: Rulebook) -> tuple[Path, ...]:
    """Every file a plan is made from, those its conditions name included."""
    tables = (sources.rules.parent / beside for beside in tables_beside(book))
    own = (*spread(sources.leads)[0], sources.reps, sources.rules, sources.customers)
    return tuple(path for path in (*own, *tables) if path is not None)


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


def _sets(roster: Roster) -> frozenset[str] | None:
    return frozenset(name for rep in roster.reps for name in rep.sets) if roster.reps else None


def _unknown_is_wrong(notes: Notes) -> Notes:
    """Without a single known header there is nothing to route by: most likely it is the wrong file or encoding."""
    return worse(notes, "LR021")


def _notes_of(tables: tuple[RawTable, ...]) -> Notes:
    return tuple(note for table in tables for note in table.notes)
