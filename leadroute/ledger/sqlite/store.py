"""The ledger behind the interface: one SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from leadroute.ledger.cells import opened
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.record import Head
from leadroute.ledger.sqlite import looking, reading
from leadroute.ledger.sqlite.connect import connect, create
from leadroute.ledger.sqlite.copying import copy
from leadroute.ledger.sqlite.verify import faults, latest_holds
from leadroute.ledger.sqlite.writing import add
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from leadroute.ledger.interface import Fault, Since
    from leadroute.ledger.record import Chapter, Decision, Entry, Record, Run
    from leadroute.model.outcome import Outcome
    from leadroute.model.rep import Opening
    from leadroute.tables.history import Sightings, Standings
    from leadroute.tables.leads import Whole


class SqliteLedger:
    """See ``interface.Ledger``. Close it, or use it in a ``with``: the last one out folds the log into the file."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Open the ledger at a path, or make one where there is none.

        Raises:
            LedgerError: it cannot be used.
        """
        self.path = path
        self._database = create(path) if new else connect(path)

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def head(self) -> Head:
        """The latest run."""
        with self._read():
            return reading.head(self._database)

    def opening(self, since: Since) -> Opening:
        """Balances, loads, caps used and turns taken."""
        with self._read():
            return reading.opening(self._database, since)

    def sightings(self, keys: Whole) -> Sightings:
        """All sightings of these keys."""
        with self._read():
            return reading.sightings(self._database, keys)

    def standings(self, leads: Whole) -> Standings:
        """How these leads stand."""
        with self._read():
            return reading.standings(self._database, leads)

    def company_reps(self, companies: Whole, since: int) -> Mapping[int, tuple[str, int]]:
        """The rep who has each company, and the day of its latest lead."""
        with self._read():
            return reading.company_reps(self._database, companies, since)

    def waiting(self, since: int) -> Sequence[tuple[int, int, int]]:
        """Leads in the open pool."""
        with self._read():
            return reading.waiting(self._database, since)

    def cells(self, run: int) -> bytes:
        """The raw cells of the leads of a run."""
        with self._read():
            row = self._database.execute("SELECT data FROM cells WHERE run = ?", (run,)).fetchone()
            return opened(row[0]) if row else b""

    def next_lead(self) -> int:
        """The first number that no lead has."""
        with self._read():
            return reading.next_lead(self._database)

    def runs(self, latest: int = 0) -> Sequence[Run]:
        """The runs, oldest first."""
        with self._read():
            return reading.runs(self._database, latest)

    def entries(self, rep: str = "", run: int = 0) -> Iterator[tuple[int, Entry]]:
        """The lines of the account, oldest first."""
        with self._read():
            yield from reading.entries(self._database, rep, run)

    def latest(self, leads: Whole) -> Sequence[Decision]:
        """What stands of these leads."""
        with self._read():
            return looking.latest(self._database, leads)

    def called(self, names: Collection[str]) -> Mapping[str, frozenset[int]]:
        """The leads that have one of these names."""
        with self._read():
            return looking.called(self._database, names)

    def mentioned(self, word: str) -> frozenset[int]:
        """The leads in whose name a word stands."""
        with self._read():
            return looking.mentioned(self._database, word)

    def chapters(self, leads: Whole) -> Sequence[Chapter]:
        """Every decision on these leads, oldest first."""
        with self._read():
            return looking.chapters(self._database, leads)

    def received(self, rep: str, runs: Iterable[int]) -> Iterator[Decision]:
        """The leads a rep got or was suggested for."""
        with self._read():
            yield from looking.received(self._database, rep, runs)

    def decided(self, run: int) -> Sequence[Decision]:
        """Everything a run decided, in order."""
        with self._read():
            return looking.decided(self._database, run)

    def overrides(self) -> Mapping[str, int]:
        """By rule, how many of its decisions a person corrected."""
        with self._read():
            return looking.overrides(self._database)

    def waiting_since(self, since: int) -> int | None:
        """The first day of a lead that waits."""
        with self._read():
            return looking.waiting_since(self._database, since)

    def later(self, run: int) -> Sequence[tuple[int, int]]:
        """The later runs that decided leads of a run once more."""
        with self._read():
            return looking.later(self._database, run)

    def without(self, runs: Collection[int]) -> Mapping[Outcome | None, int]:
        """How the leads of these runs would stand without them."""
        with self._read():
            return looking.without(self._database, runs)

    def append(self, record: Record, expected: Head) -> Run:
        """Add a run, all of it or nothing."""
        with self._told():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                run = self._add(record, expected)
            except BaseException:
                self._roll_back()
                raise
            try:
                self._database.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back()
                self._look_again(run, error)
        return run

    def publish(self, run: int) -> None:
        """Note that the files of a run are in place."""
        with self._told():
            self._database.execute("INSERT OR IGNORE INTO published VALUES (?)", (run,))

    def latest_holds(self) -> bool:
        """Whether the latest run is as it was written."""
        with self._read():
            return latest_holds(self._database)

    def verify(self) -> Iterator[Fault]:
        """Look for any change to a past event."""
        return faults(self._database)

    def copy(self, target: Path) -> None:
        """Copy all of it, as it stands at one moment, into a new file."""
        with self._told():
            copy(self._database, target)

    def _roll_back(self) -> None:
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")

    def _look_again(self, run: Run, problem: sqlite3.Error) -> None:
        """After a commit that failed: the log may hold all of the run, so the file is opened anew, as others would.

        Raises:
            LedgerError: it does not hold the run, or cannot be opened.
        """
        try:
            self._database.close()
            self._database = connect(self.path)
            stands = reading.head(self._database) == Head(run.number, run.hash)
        except (sqlite3.Error, LedgerError):
            raise LedgerError(self._found("LR714", reason=_reason(problem))) from problem
        if not stands:
            raise problem

    def _add(self, record: Record, expected: Head) -> Run:
        if (head := reading.head(self._database)) != expected:
            raise LedgerError(self._found("LR708", run=head.run))
        return add(self._database, record, head)

    @contextmanager
    def _read(self) -> Iterator[None]:
        """Trouble with the database, and with what it holds where that cannot be so, as a diagnostic."""
        with self._told():
            try:
                yield
            except (ValueError, OverflowError, TypeError, LookupError) as error:
                raise LedgerError(self._found("LR724")) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Trouble with the database as a diagnostic."""
        try:
            yield
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise LedgerError(self._found("LR707", reason=_reason(error))) from error

    def _found(self, code: str, **named: object) -> Diagnostic:
        return Diagnostic(code, place=Place(str(self.path)), args=facts(file=self.path.name, **named))


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())
