"""``leadroute ledger backup``: a copy of the ledger that is whole, with the note of where it stands."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.verify import examined
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError, refused
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

_OWN = ("head", "lock", "owner")


@dataclass(frozen=True, slots=True)
class Backup:
    """The copy that was made, and where it stands."""

    at: Whereabouts
    file: Path
    head: Head


def backup(at: Whereabouts, target: Path) -> Backup | Refusal:
    """Copy the ledger to a file, or into a folder under its own name; an older copy there gives way to the new one.

    Nobody has to wait. The copy is examined before it takes the place of an older one; nothing but an older copy of
    this ledger is ever replaced.
    """
    file = target / at.ledger.name if target.is_dir() else target
    try:
        return _backed_up(at, file)
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)
    except OutputError as error:
        return Refusal(Exit.OUTPUT, (error.diagnostic,), at.language)
    except OSError as problem:
        return Refusal(Exit.OUTPUT, (refused(file, problem).diagnostic,), at.language)


def _backed_up(at: Whereabouts, file: Path) -> Backup | Refusal:
    made = file.with_name(f".{file.name}-new")
    try:
        with SqliteLedger(at.ledger) as ledger:
            headfile.check(ledger, at.ledger)
            _give_way(file, at.ledger, ledger)
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
        for left in (made, beside(made, "head")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _give_way(file: Path, source: Path, ledger: SqliteLedger) -> None:
    """See that nothing is in the place of the copy but an older one.

    Raises:
        OutputError: it is the ledger itself, or a file that belongs to it, another ledger, or no ledger.
    """
    kept = {os.path.realpath(path) for path in (source, *(beside(source, what) for what in _OWN))}
    if kept & {os.path.realpath(path) for path in (file, beside(file, "head"))}:
        raise OutputError(_kept("LR737", file))
    if not file.exists():
        return
    if not is_ledger(file):
        raise OutputError(_kept("LR738", file))
    with SqliteLedger(file) as there:
        head = there.head()
    if head.run and head.hash not in {run.hash for run in ledger.runs()}:
        raise OutputError(_kept("LR739", file))


def _kept(code: str, file: Path) -> Diagnostic:
    return Diagnostic(code, place=Place(str(file)), args=facts(file=spelled(file)))
