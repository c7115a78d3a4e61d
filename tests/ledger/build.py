"""A ledger in memory's place: runs over prepared leads, one after the other, as ``assign`` makes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.commands.decide import Decided, decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall
from leadroute.ledger.recording import record_of
from leadroute.ledger.sqlite.store import SqliteLedger
from tests.build import NOW

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from leadroute.ledger.record import Run
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
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
