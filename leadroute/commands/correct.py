"""``leadroute correct``: move leads by hand, as a small sheet says, and let the ledger know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute import __version__
from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_roster
from leadroute.commands.refusal import Refusal
from leadroute.commands.remember import enter
from leadroute.commands.session import existing
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError
from leadroute.files.read import read_tables
from leadroute.intake.corrections import gather_corrections
from leadroute.intake.headers import fit
from leadroute.ledger.correcting import correction_of, move_of
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.finding import evidence, wishes
from leadroute.ledger.interface import Since
from leadroute.ledger.people import people_of
from leadroute.model.diagnostic import Diagnostic, has_errors
from leadroute.model.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.intake.corrections import Corrections
    from leadroute.ledger.correcting import Move
    from leadroute.ledger.finding import Wish
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Run
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rep import Roster

    Notes = tuple[Diagnostic, ...]

_EVER = Since(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Asked:
    """The sheet, the roster it is checked against, whether leads are charged, and whether to look only."""

    sheet: Path
    reps: Path
    charge: bool = True
    only_look: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """What was moved (or would be), the run that did it (``None``: nothing to record, or only looked at), and notes.

    ``overrides`` counts by rule all corrections that were recorded.
    """

    at: Whereabouts
    now: datetime
    moves: tuple[Move, ...]
    people: People
    overrides: Mapping[str, int]
    run: Run | None
    notes: Notes


def correct(asked: Asked, at: Whereabouts, clock: Callable[[tzinfo], datetime]) -> Corrected | Refusal:
    """Read the sheet, find its leads, move them; nothing is moved while any row leaves a doubt."""
    book = at.book or Rulebook()
    sheet, of_sheet = _sheet(asked.sheet, book)
    roster, of_roster = read_roster(asked.reps)
    if has_errors(of_roster):
        return Refusal(Exit.RULES, of_roster, at.language)
    if sheet is None or has_errors(of_sheet):
        return Refusal(Exit.INPUT, of_sheet, at.language)
    now = clock(at.zone(()))
    try:
        with existing(at.ledger, now, only_look=asked.only_look) as (ledger, notes):
            return _corrected(_Desk(at, now, ledger, roster, sheet), asked, (*notes, *of_roster, *of_sheet))
    except LedgerError as error:
        return Refusal(Exit.BUSY if error.busy else Exit.LEDGER, (error.diagnostic,), at.language)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), at.language)


@dataclass(frozen=True, slots=True, eq=False)
class _Desk:
    """What the work is done with."""

    at: Whereabouts
    now: datetime
    ledger: SqliteLedger
    roster: Roster
    sheet: Corrections


def _sheet(path: Path, book: Rulebook) -> tuple[Corrections | None, Notes]:
    tables, problems = read_tables([path], fit("correction", book.fields, book.columns))
    if not tables:
        return None, problems
    found, noticed = gather_corrections(tables[0], book)
    return found, (*problems, *tables[0].notes, *noticed)


def _corrected(desk: _Desk, asked: Asked, noticed: Notes) -> Corrected | Refusal:
    wanted, doubts = _wishes(desk)
    notes = (*noticed, *doubts)
    if has_errors(doubts):
        return Refusal(Exit.INPUT, notes, desk.at.language)
    ledger, runs = desk.ledger, {run.number: run for run in desk.ledger.runs()}
    lines = {run: [line for _, line in ledger.entries(run=run)] for run in {wish.stands.run for wish in wanted}}
    moves = tuple(move_of(wish, runs[wish.stands.run], lines[wish.stands.run], charge=asked.charge) for wish in wanted)
    run = None if asked.only_look or not moves else _recorded(desk, asked, moves)
    people = people_of(runs.values(), roster=desk.roster)
    return Corrected(desk.at, desk.now, moves, people, ledger.overrides(), run, notes)


def _wishes(desk: _Desk) -> tuple[tuple[Wish, ...], Notes]:
    sheet, ledger = desk.sheet, desk.ledger
    names = {name for name, owner in zip(sheet.called, sheet.owner, strict=True) if owner}
    found = evidence(sheet, ledger.called(names), ledger.sightings(sheet.identity.every_key))
    leads = {lead for row in found for some in row for lead in some}
    standing = {one.lead: one for one in ledger.latest(np.array(sorted(leads), dtype=np.int64))}
    return wishes(sheet, found, standing, desk.roster)


def _recorded(desk: _Desk, asked: Asked, moves: tuple[Move, ...]) -> Run:
    balances = desk.ledger.opening(_EVER).balances
    record = correction_of(desk.sheet, moves, balances, desk.now, _facts(asked, desk.roster))
    return enter(desk.ledger, record, desk.ledger.head())


def _facts(asked: Asked, roster: Roster) -> dict[str, object]:
    return {
        "version": __version__,
        "roster": {
            "file": roster.file,
            "fingerprint": roster.fingerprint,
            "names": {rep.id: rep.name for rep in roster.reps},
        },
        "sheet": spelled(asked.sheet),
        "charged": asked.charge,
    }
