"""Gather: read and check everything a plan is made from. All problems are found before any is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.reading import Notes, read_customers, read_leads, read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_tables_of
from leadroute.intake.infer.needs import missing_customers, missing_library
from leadroute.intake.quarantine import bad_rows, intolerable, set_aside
from leadroute.model.diagnostic import has_errors
from leadroute.rulebook.columns import check_columns
from leadroute.rulebook.people import check_people

if TYPE_CHECKING:
    from leadroute.commands.rules import Rules
    from leadroute.commands.sources import Sources
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Mask
    from leadroute.tables.raw import RawTable


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


def _sets(roster: Roster) -> frozenset[str] | None:
    return frozenset(name for rep in roster.reps for name in rep.sets) if roster.reps else None
