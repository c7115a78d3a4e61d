"""The past as a ledger tells it: when its runs were, what leads they decided, who has them now.

The ledger keeps the cells of every lead it decided, not of duplicates and unusable rows. Where the files of those runs
are at hand they are played instead, and the ledger tells the moment and what came of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from leadroute.commands.exits import Exit
from leadroute.commands.history import History, Occasion, renumbered
from leadroute.commands.reading import read_lead_tables
from leadroute.commands.refusal import Refusal
from leadroute.engine.backtest.fates import FIRST
from leadroute.files.data import spelled
from leadroute.intake.leads import gather_leads
from leadroute.ledger.record import Kind
from leadroute.ledger.session import peeked
from leadroute.ledger.waiting import tables_of
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts, has_errors
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from leadroute.commands.history import Told
    from leadroute.ledger.record import Decision, Run
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.raw import RawTable

_LOST = (Outcome.DUPLICATE.word, Outcome.INVALID.word)


@dataclass(frozen=True, slots=True, eq=False)
class _Played:
    """A run of the ledger: its tables, and who has each of their rows now ("": nobody)."""

    run: Run
    tables: tuple[RawTable, ...]
    owner: tuple[str, ...]
    from_files: bool


def history_of_ledger(path: Path, told: Told, book: Rulebook) -> History | Refusal:
    """Read the runs of a ledger within the days asked for.

    Raises:
        LedgerError: it cannot be used.
    """
    given, notes = read_lead_tables(told.files, told.how, book) if told.files else ((), ())
    if has_errors(notes):
        return Refusal(Exit.INPUT, notes, book.language)
    zone = ZoneInfo(book.timezone)
    with peeked(path) as ledger:
        runs = ledger.runs()
        wanted = [one for one in runs if one.kind is Kind.RUN and not one.undone]
        wanted = [one for one in wanted if told.window.holds(one.now.astimezone(zone).date())]
        files = _files_of(wanted, given)
        played = tuple(_played(ledger, runs, wanted, files))
    place = spelled(path)
    if not any(one.tables for one in played):
        return Refusal(Exit.INPUT, (_nothing(place, runs), *notes), book.language)
    return _history(played, book, (*_unread(given, files), *_not_kept(played, place), *notes))


def _history(played: Sequence[_Played], book: Rulebook, notes: tuple[Diagnostic, ...]) -> History:
    leads, _ = gather_leads(tuple(table for one in played for table in one.tables), book)
    occasions, start, zone = [], 0, ZoneInfo(book.timezone)
    for one in played:
        rows = np.arange(len(one.owner))
        if len(rows):
            tables = renumbered(one.tables, rows, FIRST + start)
            occasions.append(Occasion(one.run.now.astimezone(zone), tables, rows + start))
        start += len(rows)
    owner = np.array([who for one in played for who in one.owner], dtype=object)
    return History(tuple(occasions), leads, owner, notes, played[0].run.number)


def _played(
    ledger: SqliteLedger, runs: Sequence[Run], wanted: Sequence[Run], files: Mapping[int, list[RawTable]]
) -> Iterator[_Played]:
    """The runs wanted, without leads of the open pool that only took part again."""
    waiting = set[int]()
    numbers = {run.number for run in wanted}
    for run in runs:
        if run.undone or run.kind is Kind.UNDO:
            continue
        decisions = ledger.decided(run.number)
        if run.number in numbers:
            came = [at for at, one in enumerate(decisions) if one.lead not in waiting]
            yield _run(ledger, run, decisions, came, files.get(run.number, []))
        waiting -= {one.lead for one in decisions}
        waiting |= {one.lead for one in decisions if one.outcome is Outcome.POOLED}


def _run(
    ledger: SqliteLedger, run: Run, decisions: Sequence[Decision], came: list[int], files: list[RawTable]
) -> _Played:
    """One run: the leads that came with it, and who has them now."""
    leads = np.array([decisions[at].lead for at in came], dtype=np.int64)
    now = {one.lead: one.rep for one in ledger.latest(np.unique(leads)) if one.outcome is Outcome.ASSIGNED}
    kept = tuple(tables_of(ledger.cells(run.number), np.array(came, dtype=np.intp), 0))
    # Tables come one after the other, as the rows of the run did: leads of the open pool first, then file by file.
    owners = [now.get(lead, "") for lead in leads.tolist()]
    if not files:
        return _Played(run, kept, tuple(owners), from_files=False)
    places = [(_base(table.file), int(row)) for table in kept for row in table.rows]
    known = dict(zip(places, owners, strict=True))
    rows = [(_base(table.file), int(row)) for table in files for row in table.rows]
    return _Played(run, tuple(files), tuple(known.get(row, "") for row in rows), from_files=True)


def _files_of(runs: Sequence[Run], given: Sequence[RawTable]) -> dict[int, list[RawTable]]:
    """The tables that each run read, by the name of the file and the number of its rows; each is played once."""
    found: dict[int, list[RawTable]] = {}
    left = list(given)
    for run in runs:
        told = run.facts.get("rows")
        for file, rows in (told if isinstance(told, dict) else {}).items():
            own = [table for table in left if _base(table.file) == _base(file)]
            if own and sum(map(len, own)) == rows:
                found.setdefault(run.number, []).extend(own)
                left = [table for table in left if table not in own]
    return found


def _unread(given: Sequence[RawTable], files: Mapping[int, list[RawTable]]) -> Iterator[Diagnostic]:
    used = {table.file for tables in files.values() for table in tables}
    for file in dict.fromkeys(table.file for table in given if table.file not in used):
        yield Diagnostic("LR894", Severity.WARNING, Place(file), facts(file=_base(file)))


def _not_kept(played: Sequence[_Played], place: str) -> Iterator[Diagnostic]:
    """Rows that only the files of their runs can tell."""
    rows = 0
    for one in played:
        outcomes = one.run.facts.get("outcomes")
        if not one.from_files and isinstance(outcomes, dict):
            rows += sum(int(outcomes.get(word, 0)) for word in _LOST)
    if rows:
        yield Diagnostic("LR893", Severity.NOTE, Place(place), facts(count=rows))


def _nothing(place: str, runs: Sequence[Run]) -> Diagnostic:
    own: list[datetime] = [run.now for run in runs if run.kind is Kind.RUN and not run.undone]
    first, last = (f"{own[0]:%Y-%m-%d}", f"{own[-1]:%Y-%m-%d}") if own else ("-", "-")
    return Diagnostic("LR895", place=Place(place), args=facts(first=first, last=last))


def _base(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]
