"""Decide: from what the files say to a plan. Pure; a dry run ends here."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.engine.arrange import surroundings
from leadroute.engine.fairness import measure, verify
from leadroute.engine.make_plan import make_plan
from leadroute.engine.plan import Case, Setting
from leadroute.engine.worktime.due import unpublished
from leadroute.intake.customers import customer_column, match_customers, nobody, unknown_owners
from leadroute.intake.infer.fill import infer
from leadroute.intake.infer.mobiles import ranges
from leadroute.intake.infer.needs import asks_for_mobiles
from leadroute.intake.score import score_leads
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.outcome import Outcome
from leadroute.model.rep import Opening

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.commands.gather import Gathered
    from leadroute.commands.prepare import Prepared
    from leadroute.commands.recall import Past
    from leadroute.engine.fairness import Report
    from leadroute.engine.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The plan, its figures, the laws it breaks (none, or it is our bug), and everything noticed.

    ``case`` and ``setting`` are what it was decided from, so that it can be asked again: why so, and what if.
    """

    plan: Plan
    report: Report
    broken: tuple[str, ...]
    notes: tuple[Diagnostic, ...]
    case: Case
    setting: Setting


def decide(prepared: Prepared, past: Past | None, now: datetime) -> Decided:
    """Infer, find customers, score, match rules, give leads out, measure, check the laws; ``past`` is the memory."""
    gathered, book, roster = prepared.gathered, prepared.book, prepared.roster
    leads, merges = prepared.leads, prepared.merges
    leads, inferred = infer(leads, book.infer, gathered.customers, ranges() if asks_for_mobiles(book) else None)
    customers = nobody(leads)
    if gathered.customers is not None:
        customers = match_customers(leads, gathered.customers, roster, book.customers)
        leads = leads.with_columns(customer=customer_column(customers))
    leads, scores = score_leads(leads, book.score, surroundings(roster, now))
    known = past.memory.known if past else None
    case = Case(leads, merges, customers, scores, gathered.aside, known)
    setting = Setting(book, roster, past.opening if past else Opening(), now)
    plan = make_plan(case, setting)
    # People are told what the rulebook says, not how its operands look once they are made comparable.
    plan = replace(plan, rulebook=gathered.book)
    notes = (*gathered.notes, *inferred, *_owners_unknown(gathered), *_due(plan), *(past.notes if past else ()))
    with ThreadPoolExecutor(1) as pool:  # numpy lets go of Python's lock
        broken = pool.submit(verify, plan)
        return Decided(plan, measure(plan), broken.result(), notes, case, setting)


def _due(plan: Plan) -> tuple[Diagnostic, ...]:
    return unpublished(plan.rulebook, plan.now) if plan.count(Outcome.ASSIGNED) else ()


def _owners_unknown(gathered: Gathered) -> tuple[Diagnostic, ...]:
    if gathered.customers is None:
        return ()
    return tuple(
        Diagnostic("LR404", Severity.WARNING, gathered.customers.place(row), facts(owner=who))
        for row, who in unknown_owners(gathered.customers, gathered.roster)
    )
