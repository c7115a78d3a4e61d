"""``leadroute ledger verify``: is everything the ledger holds as it was written?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.ledger import headfile
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.lock import locked
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.interface import Fault
    from leadroute.ledger.record import Head

CODES = {"file": "LR724", "changed": "LR725", "ownerless": "LR726", "unpublished": "LR727", "balance": "LR728"}
"""The code of each fault that a ledger can have."""


@dataclass(frozen=True, slots=True, eq=False)
class Verified:
    """What was found: where the ledger stands (``None``: it cannot even tell that), its faults, what was accepted."""

    at: Whereabouts
    head: Head | None
    faults: tuple[Diagnostic, ...]
    accepted: Diagnostic | None = None


def verify(at: Whereabouts, clock: Callable[[tzinfo], datetime], *, accept: bool = False) -> Verified | Refusal:
    """Look for any change to a past event.

    With ``accept`` a ledger without any becomes the latest, whatever the note beside it says: one that was restored.
    """
    try:
        if not accept:
            return examined(at.ledger, at)
        with locked(at.ledger, clock(at.zone(()))):
            found = examined(at.ledger, at)
            return _accepted(found) if found.faults else found
    except LedgerError as error:
        return Refusal(Exit.BUSY if error.busy else Exit.LEDGER, (error.diagnostic,), at.language)


def examined(path: Path, at: Whereabouts) -> Verified:
    """Everything that is wrong with the ledger in a file.

    Raises:
        LedgerError: it cannot be opened.
    """
    with SqliteLedger(path) as ledger:
        faults = tuple(_told(fault, path) for fault in ledger.verify())
        if any(fault.code == CODES["file"] for fault in faults):
            return Verified(at, None, faults)
        return Verified(at, ledger.head(), (*faults, *_of_head(ledger, path)))


def _told(fault: Fault, path: Path) -> Diagnostic:
    return Diagnostic(CODES[fault.what], place=Place(str(path)), args=facts(run=fault.run))


def _of_head(ledger: SqliteLedger, path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the note of where the ledger stands, or with where it stands."""
    try:
        headfile.check(ledger, path)
    except LedgerError as error:
        return (error.diagnostic,)
    return ()


def _accepted(found: Verified) -> Verified:
    """The ledger as it stands, noted as the latest, unless something is wrong with its events."""
    if any(fault.code in CODES.values() for fault in found.faults) or found.head is None:
        return found
    noted = _noted(found.at.ledger)
    with SqliteLedger(found.at.ledger) as ledger:
        headfile.note(ledger, found.at.ledger)
    code, told = (
        ("LR729", facts(run=found.head.run, noted=noted.run)) if noted else ("LR758", facts(run=found.head.run))
    )
    accepted = Diagnostic(code, Severity.WARNING, Place(str(found.at.ledger)), told)
    return Verified(found.at, found.head, (), accepted)


def _noted(path: Path) -> Head | None:
    """Where the ledger was noted to stand, as far as that can be told."""
    try:
        return headfile.expected(path)
    except LedgerError:
        return None
