"""A ledger in memory's place: runs over prepared leads, one after the other, as ``assign`` makes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.commands.decide import Decided, decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.intake.corrections import gather_corrections
from leadroute.ledger.correcting import correction_of, move_of
from leadroute.ledger.finding import Wish
from leadroute.ledger.interface import Since
from leadroute.ledger.recording import record_of
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.ledger.undoing import undo_of
from leadroute.model.rulebook import Rulebook
from leadroute.tables.raw import RawTable
from tests.build import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from leadroute.ledger.correcting import Move
    from leadroute.ledger.record import Decision, Record, Run
    from leadroute.model.rep import Roster
    from leadroute.tables.leads import Leads


def new_ledger(folder: Path) -> SqliteLedger:
    """An empty ledger."""
    return SqliteLedger(folder / "rules.ledger", new=True)


def run(ledger: SqliteLedger, leads: Leads, roster: Roster, book: Rulebook, now: datetime = NOW) -> tuple[Decided, Run]:
    """Decide a run by what the ledger remembers, and let it remember the run."""
    prepared = prepare(Gathered(book, roster, leads, None, ()))
    past = recall(ledger, prepared, now)
    decided = decide(prepared, past, now)
    assert decided.broken == ()
    made = ledger.append(record_of(decided.plan, past.memory, {}), past.head)
    ledger.publish(made.number)
    return decided, made


def undo(ledger: SqliteLedger, *runs: int, now: datetime = NOW) -> Run:
    """Take runs back, given newest first."""
    lines = [line for number in runs for _, line in ledger.entries(run=number)]
    return _kept(ledger, undo_of(runs, lines, now, {}))


def correct(ledger: SqliteLedger, to: Mapping[str, str], now: datetime = NOW, *, charge: bool = True) -> Run:
    """Give leads, by the names they have, to these reps."""
    sheet = pd.DataFrame({"lead": list(to), "new owner": list(to.values())}, dtype="str")
    table = RawTable(sheet, np.arange(2, len(to) + 2, dtype=np.int32), "fix.csv")
    asked, _ = gather_corrections(table, Rulebook())
    assert asked is not None
    moves = [_move(ledger, lead_of(ledger, name), at, rep, charge) for at, (name, rep) in enumerate(to.items())]
    balances = ledger.opening(Since(0, 0, 0, 0)).balances
    return _kept(ledger, correction_of(asked, moves, balances, now, {}))


def lead_of(ledger: SqliteLedger, name: str) -> Decision:
    """What stands of the lead with a name."""
    (found,) = ledger.latest(np.array(sorted(ledger.called([name])[name]), dtype=np.int64))
    return found


def _move(ledger: SqliteLedger, stands: Decision, at: int, to: str, charge: bool) -> Move:  # noqa: FBT001 - private
    run = next(run for run in ledger.runs() if run.number == stands.run)
    lines = [line for _, line in ledger.entries(run=stands.run)]
    return move_of(Wish(at, stands, to, ""), run, lines, charge=charge)


def _kept(ledger: SqliteLedger, record: Record) -> Run:
    made = ledger.append(record, ledger.head())
    ledger.publish(made.number)
    return made


def later(**span: float) -> datetime:
    """So much later than the usual moment."""
    return NOW + timedelta(**span)


def some(leads: Leads, first: int, last: int) -> Leads:
    """A stretch of the leads, as a file of its own."""
    rows = slice(first, last)
    origin = leads.origin
    return replace(
        leads,
        raw=leads.raw.iloc[rows].reset_index(drop=True),
        columns={name: replace(column, codes=column.codes[rows]) for name, column in leads.columns.items()},
        origin=replace(origin, table=origin.table[rows], row=origin.row[rows]),
    )
