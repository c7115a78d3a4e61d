"""One run at a time: a lock that the system lets go of when its holder dies, and who holds it."""

from __future__ import annotations

import json
import os
import socket
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from leadroute.ledger.errors import LedgerError
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MODE = 0o600


@contextmanager
def locked(ledger: Path, now: datetime) -> Iterator[None]:
    """Hold the lock of a ledger; ``now`` is told to others as the moment it was taken.

    Raises:
        LedgerError: another run holds it (``LR709``), or the folder does not let us.
    """
    lock = FileLock(beside(ledger, "lock"), timeout=0, mode=_MODE)
    try:
        lock.acquire()
    except Timeout as taken:
        raise LedgerError(_held(ledger, now)) from taken
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedgerError(
            Diagnostic("LR702", place=Place(str(ledger)), args=facts(file=ledger.name, reason=reason))
        ) from error
    try:
        _sign(ledger, now)
        yield
    finally:
        with suppress(OSError):
            beside(ledger, "owner").unlink(missing_ok=True)
        lock.release()


def beside(ledger: Path, what: str) -> Path:
    """The path of a file that belongs to a ledger."""
    return ledger.with_name(f"{ledger.name}.{what}")


def _sign(ledger: Path, now: datetime) -> None:
    """Leave word of who we are; a run that cannot is no worse a run."""
    told = {"pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat(timespec="seconds")}
    with suppress(OSError):
        beside(ledger, "owner").write_text(json.dumps(told), encoding="utf-8")


def _held(ledger: Path, now: datetime) -> Diagnostic:
    """Who holds the lock, since when, and for how long by now."""
    told: dict[str, object] = {"pid": "?", "host": "?", "since": "?"}
    with suppress(OSError, ValueError):
        told |= json.loads(beside(ledger, "owner").read_text(encoding="utf-8"))
    minutes: object = "?"
    with suppress(ValueError, TypeError):
        minutes = max(0, int((now - datetime.fromisoformat(str(told["since"]))).total_seconds() // 60))
    return Diagnostic("LR709", place=Place(str(ledger)), args=facts(file=ledger.name, minutes=minutes, **told))
