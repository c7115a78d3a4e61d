"""A ledger at hand for the time of a run, and what is to be said about how it was found."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.recall import first_day
from leadroute.commands.remember import recover
from leadroute.ledger.session import exists, opened, peeked
from leadroute.ledger.waiting import waiting_tables
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rulebook import Reenter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rulebook import MemoryPolicy
    from leadroute.tables.raw import RawTable

    Notes = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """The ledger (``None``: a run without memory), and notes: it is new, or a run that died was finished."""

    ledger: SqliteLedger | None
    notes: tuple[Diagnostic, ...] = ()

    def waiting(self, policy: MemoryPolicy, now: datetime) -> tuple[RawTable, ...]:
        """The leads of the open pool that take part again."""
        if self.ledger is None or policy.reenter is Reenter.NEVER:
            return ()
        return waiting_tables(self.ledger, first_day(now.date(), policy.known_for))


@contextmanager
def session(path: Path | None, now: datetime, *, only_look: bool = False) -> Iterator[Session]:
    """Open the ledger at a path: locked and recovered for a run that commits, untouched for one that only looks.

    Raises:
        LedgerError: it cannot be used now.
        OutputError: the files of a run that died can still not be put in place.
    """
    if path is None or (only_look and not exists(path)):
        yield Session(None)
    elif only_look:
        with peeked(path) as ledger:
            yield Session(ledger)
    else:
        new = not exists(path)
        with opened(path, now) as ledger:
            yield Session(ledger, (_made(path),) if new else recover(ledger))


@contextmanager
def existing(path: Path, now: datetime, *, only_look: bool = False) -> Iterator[tuple[SqliteLedger, Notes]]:
    """Open a ledger that is there: ours and in order, or only to be read; and what is to be said about it.

    Raises:
        LedgerError: it cannot be used now.
        OutputError: the files of a run that died can still not be put in place.
    """
    if only_look:
        with peeked(path) as ledger:
            yield ledger, ()
    else:
        with opened(path, now) as ledger:
            yield ledger, recover(ledger)


def _made(path: Path) -> Diagnostic:
    return Diagnostic("LR722", Severity.NOTE, Place(str(path)), facts(file=path.name))
