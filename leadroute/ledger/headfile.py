"""The head of a ledger, kept beside it: how a file that was emptied, replaced or set back is told from a whole one."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from leadroute.ledger.errors import LedgerError
from leadroute.ledger.lock import beside
from leadroute.ledger.record import Head
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.ledger.interface import Ledger


_MODE = 0o600


def expected(path: Path) -> Head | None:
    """The head that was noted last; ``None`` when there is no note.

    Raises:
        LedgerError: the note cannot be read.
    """
    try:
        told = json.loads(beside(path, "head").read_text(encoding="utf-8"))
        return Head(int(told["run"]), bytes.fromhex(told["hash"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LedgerError(_found("LR710", path)) from error


def check(ledger: Ledger, path: Path) -> None:
    """See that the ledger stands where it was left: at the noted run, or one further when the note came too late.

    Raises:
        LedgerError: it does not.
    """
    noted, runs = expected(path), ledger.runs(latest=2)
    if noted is None:
        if runs:
            raise LedgerError(_found("LR711", path))
        return
    hashes = {0: b""} if len(runs) < 2 else {}  # noqa: PLR2004 - then the beginning is in sight
    hashes |= {run.number: run.hash for run in runs}
    if hashes.get(noted.run) != noted.hash:
        raise LedgerError(_found("LR712", path, run=runs[-1].number if runs else 0, noted=noted.run))


def note(ledger: Ledger, path: Path) -> None:
    """Write down where the ledger stands, complete or not at all.

    Raises:
        LedgerError: it could not be written.
    """
    head, target = ledger.head(), beside(path, "head")
    new = target.with_name(f".{target.name}-new")
    try:
        with new.open("w", encoding="utf-8") as file:
            new.chmod(_MODE)
            json.dump({"run": head.run, "hash": head.hash.hex()}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise LedgerError(_found("LR707", path, reason=error.strerror or error)) from error


def _found(code: str, path: Path, **named: object) -> Diagnostic:
    return Diagnostic(code, place=Place(str(path)), args=facts(file=path.name, **named))
