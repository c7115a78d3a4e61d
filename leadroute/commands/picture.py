"""``leadroute show``: a rulebook for people who do not read YAML; with leads also what it does with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.look import look
from leadroute.commands.reading import read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import read_rules
from leadroute.commands.sources import inputs
from leadroute.engine.flow import flow
from leadroute.files.data import spelled
from leadroute.model.diagnostic import has_errors
from leadroute.rulebook.references import tables_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.sources import Sources
    from leadroute.engine.flow import Flow
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """The rulebook; the roster and where leads went, as far as given; the moment; every file read; what was noticed."""

    book: Rulebook
    roster: Roster | None = None
    flow: Flow | None = None
    now: datetime | None = None
    leads: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


def picture(rules: Path) -> Pictured | Refusal:
    """The rulebook alone."""
    read = read_rules(rules)
    return read if isinstance(read, Refusal) else Pictured(read[0], inputs=_files(rules, read[0]), notes=read[1])


def picture_people(rules: Path, reps: Path) -> Pictured | Refusal:
    """The rulebook with the people of a roster."""
    read = read_rules(rules)
    if isinstance(read, Refusal):
        return read
    roster, found = read_roster(reps)
    notes = (*read[1], *found)
    if has_errors(notes):
        return Refusal(Exit.RULES, notes, read[0].language)
    return Pictured(read[0], roster, inputs=(reps, *_files(rules, read[0])), notes=notes)


def picture_leads(sources: Sources, ledger: Path | None, clock: Callable[[tzinfo], datetime]) -> Pictured | Refusal:
    """The rulebook with what it does with leads, decided as in every run; nothing is written."""
    decided = look(sources, ledger, clock)
    if isinstance(decided, Refusal):
        return decided
    plan = decided.plan
    kept = (*inputs(sources, plan.rulebook), *([ledger] if ledger else []))
    files = tuple(spelled(path) for path in sources.leads)
    return Pictured(plan.rulebook, plan.roster, flow(plan), plan.now, files, kept, decided.notes)


def _files(rules: Path, book: Rulebook) -> tuple[Path, ...]:
    """The rulebook's own file, and those of its tables."""
    return (rules, *(rules.parent / beside for beside in tables_beside(book)))
