"""A ledger for the time of one run: locked, in order, and made if this is the first."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from leadroute.ledger import headfile
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.lock import beside, locked
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_BACK = 300
"""Seconds a clock may have gone back (setting it right) before a run is refused."""


@contextmanager
def opened(path: Path, now: datetime) -> Iterator[SqliteLedger]:
    """The ledger at a path, ours until the end of the block.

    Where there is none, and no sign that there ever was one, a new one is made.

    Raises:
        LedgerError: another run holds it, it is not as it was left, or it cannot be used.
    """
    new = not exists(path)
    with locked(path, now):
        try:
            with _open(path) as ledger:
                headfile.check(ledger, path)
                forward(ledger, path, now)
                try:
                    yield ledger
                finally:
                    new = new and _empty(ledger)
        finally:
            if new:  # nothing came of the first run: it leaves no trace
                _remove(path)


@contextmanager
def peeked(path: Path) -> Iterator[SqliteLedger]:
    """The ledger at a path, only to be read; another run may be at work on it.

    Raises:
        LedgerError: it is not as it was left, or cannot be used.
    """
    with SqliteLedger(path) as ledger:
        headfile.check(ledger, path)
        yield ledger


def exists(path: Path) -> bool:
    """Whether there is a ledger at a path, or signs that there was one."""
    return path.exists() or beside(path, "head").exists()


def forward(ledger: SqliteLedger, path: Path, now: datetime) -> None:
    """Time goes forward: with a clock set back, caps of the day and due dates would be counted wrong.

    Raises:
        LedgerError: the last run was later than ``now``.
    """
    runs = ledger.runs(latest=1)
    if runs and (runs[-1].now - now).total_seconds() > _BACK:
        told = facts(file=path.name, now=now.isoformat(timespec="minutes"), run=runs[-1].number)
        at = runs[-1].now.isoformat(timespec="minutes")
        raise LedgerError(Diagnostic("LR713", place=Place(str(path)), args=(*told, ("then", at))))


def _empty(ledger: SqliteLedger) -> bool:
    """Whether there is certainly no run in it."""
    try:
        return not ledger.head().run
    except LedgerError:
        return False


def _remove(path: Path) -> None:
    for file in (path, *(beside(path, what) for what in ("head", "lock", "stage"))):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _open(path: Path) -> SqliteLedger:
    if exists(path):
        return SqliteLedger(path)
    ledger = SqliteLedger(path, new=True)
    headfile.note(ledger, path)
    return ledger
