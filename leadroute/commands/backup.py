"""``leadroute ledger backup``: a copy of the ledger that is whole, with the note of where it stands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.verify import examined
from leadroute.files.errors import OutputError, refused
from leadroute.files.write.neighbours import spare
from leadroute.ledger import headfile
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.lock import beside
from leadroute.ledger.sqlite.connect import is_ledger
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.record import Head


@dataclass(frozen=True, slots=True)
class Backup:
    """The copy that was made, and where it stands."""

    at: Whereabouts
    file: Path
    head: Head


def backup(at: Whereabouts, target: Path) -> Backup | Refusal:
    """Copy the ledger to a file, or into a folder under its own name; an older copy there gives way to the new one.

    Nobody has to wait. The copy is examined before it takes the place of an older one.
    """
    file = target / at.ledger.name if target.is_dir() else target
    try:
        spare((at.ledger, *(beside(at.ledger, what) for what in ("head", "lock"))), (file, beside(file, "head")))
        return _backed_up(at, file)
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), at.language)
    except OSError as problem:
        return Refusal(Exit.OUTPUT, (refused(file, problem).diagnostic,), at.language)


def _backed_up(at: Whereabouts, file: Path) -> Backup | Refusal:
    if file.exists() and not is_ledger(file):
        raise LedgerError(Diagnostic("LR705", place=Place(str(file)), args=facts(file=file.name)))
    made = file.with_name(f".{file.name}-new")
    try:
        with SqliteLedger(at.ledger) as ledger:
            headfile.check(ledger, at.ledger)
            ledger.copy(made)
        with SqliteLedger(made) as copied:
            headfile.note(copied, made)
        found = examined(made, at)
        if found.faults or found.head is None:
            return Refusal(Exit.LEDGER, found.faults, at.language)
        made.replace(file)  # a copy without its note, should we die here, is refused when it is used, and not lost
        beside(made, "head").replace(beside(file, "head"))
        return Backup(at, file, found.head)
    finally:
        for left in (made, *(beside(made, what) for what in ("head",))):
            with suppress(OSError):
                left.unlink(missing_ok=True)
