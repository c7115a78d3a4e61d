"""Look at what there is, and propose a rulebook that fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.given import each_file, worse
from leadroute.commands.reading import read_customers, read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import chinese
from leadroute.files.data import spelled
from leadroute.files.read import read_tables
from leadroute.intake.headers import fit
from leadroute.intake.leads import gather_leads
from leadroute.intake.own import without_own
from leadroute.intake.survey import fields_found, headers_unknown, teams_found, unreachable
from leadroute.model.diagnostic import has_errors
from leadroute.model.rulebook import Language, Rulebook
from leadroute.model.survey import Survey
from leadroute.render.starting.drafted import Drafted
from leadroute.render.starting.examples import examples_text
from leadroute.render.starting.rulebook import rulebook_text
from leadroute.rulebook.propose import propose

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.init import Asked
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.tables.leads import Leads

    Notes = tuple[Diagnostic, ...]


def proposed(asked: Asked) -> Drafted | Refusal:
    """Read the files, see what they hold, draft."""
    book = Rulebook(language=asked.spoken)
    leads, of_leads = _leads(asked.leads, book)
    roster, of_roster = read_roster(asked.reps) if asked.reps else (None, ())
    customers, of_customers = read_customers(asked.customers, book)
    notes = (*of_roster, *of_customers, *of_leads)
    if has_errors(notes):
        return Refusal(Exit.RULES if has_errors(of_roster) else Exit.INPUT, notes, asked.spoken)
    survey = Survey(
        leads=tuple(spelled(path) for path in asked.leads),
        rows=len(leads) if leads else 0,
        unreachable=unreachable(leads) if leads else 0,
        fields=fields_found(leads) if leads else (),
        unknown=headers_unknown(leads) if leads else (),
        roster=spelled(asked.reps) if asked.reps else "",
        teams=teams_found(roster) if roster else (),
        customers=spelled(asked.customers) if asked.customers else "",
        owned=len(customers) if customers else 0,
    )
    proposal, language = propose(survey, asked.split), _language(asked, leads)
    rules, tests = (text(survey, proposal, language) for text in (rulebook_text, examples_text))
    return Drafted(rules, tests, language, notes)


def _language(asked: Asked, leads: Leads | None) -> Language:
    """The one that was asked for; else Chinese for Chinese headers: those who write them will read the sheets."""
    theirs = leads is not None and any(map(chinese, leads.headers.values()))
    return asked.language or (Language.ZH if theirs else asked.spoken)


def _leads(paths: tuple[Path, ...], book: Rulebook) -> tuple[Leads | None, Notes]:
    """The leads as a run would clean them; ``None`` when there are none."""
    files, again = each_file(paths)
    tables, problems = read_tables(files, fit("lead")) if files else ((), ())
    if not tables:
        return None, (*again, *problems)
    leads, found = gather_leads([without_own(table) for table in tables], book)
    notes = worse(tuple(note for table in tables for note in table.notes), "LR021")
    return leads, (*again, *problems, *notes, *found)
