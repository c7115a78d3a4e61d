"""Decide: from what the files say to a plan. Pure; a dry run ends here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.engine.fairness import measure, verify
from leadroute.engine.make_plan import make_plan, surroundings
from leadroute.engine.plan import Case, Setting
from leadroute.intake.customers import customer_column, match_customers, nobody, unknown_owners
from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.fill import fill_blanks
from leadroute.intake.infer.fill import infer
from leadroute.intake.infer.mobiles import ranges
from leadroute.intake.infer.needs import asks_for_mobiles
from leadroute.intake.operands import align
from leadroute.intake.score import score_leads
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.commands.gather import Gathered
    from leadroute.engine.fairness import Report
    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Opening


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The plan, its figures, the laws it breaks (none, or it is our bug), and everything noticed."""

    plan: Plan
    report: Report
    broken: tuple[str, ...]
    notes: tuple[Diagnostic, ...]


def decide(gathered: Gathered, opening: Opening, now: datetime) -> Decided:
    """Find duplicates and customers, score, match rules, give the leads out, measure, check the laws."""
    book, roster = align(gathered.book), gathered.roster
    leads, merges = gathered.leads, find_duplicates(gathered.leads, book.duplicates, gathered.aside)
    if book.duplicates.fill_blanks:
        leads, merges = fill_blanks(leads, merges)
    leads, inferred = infer(leads, book.infer, gathered.customers, ranges() if asks_for_mobiles(book) else None)
    customers = nobody(leads)
    if gathered.customers is not None:
        customers = match_customers(leads, gathered.customers, roster, book.customers)
        leads = leads.with_columns(customer=customer_column(customers))
    leads, scores = score_leads(leads, book.score, surroundings(roster, now))
    plan = make_plan(Case(leads, merges, customers, scores, gathered.aside), Setting(book, roster, opening, now))
    # People are told what the rulebook says, not how its operands look once they are made comparable.
    plan = replace(plan, rulebook=gathered.book)
    return Decided(plan, measure(plan), verify(plan), (*gathered.notes, *inferred, *_owners_unknown(gathered)))


def _owners_unknown(gathered: Gathered) -> tuple[Diagnostic, ...]:
    if gathered.customers is None:
        return ()
    return tuple(
        Diagnostic("LR404", Severity.WARNING, gathered.customers.place(row), facts(owner=who))
        for row, who in unknown_owners(gathered.customers, gathered.roster)
    )
