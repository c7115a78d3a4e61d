"""Show whether a ledger is whole, and where a copy of it was put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.files.data import spelled
from leadroute.render.json_verify import backup_json, verified_json
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT

if TYPE_CHECKING:
    from rich.text import Text

    from leadroute.commands.backup import Backup
    from leadroute.commands.telling import Telling
    from leadroute.commands.verify import Verified
    from leadroute.render.screen.view import View


def show_verify(found: Verified | Refusal, how: Telling) -> Exit:
    """Tell every fault, or that there is none; ``Exit.LEDGER`` when there is one."""
    if isinstance(found, Refusal):
        return _refused(found)
    notes = (*found.faults, *((found.accepted,) if found.accepted else ()))
    language = found.at.language
    complain(notes, language)
    path = spelled(found.at.ledger)
    if not told(
        how, language, lambda view: _line(found, view), lambda: verified_json(path, found.head, notes, language)
    ):
        return Exit.OUTPUT
    return Exit.LEDGER if found.faults else Exit.DONE


def show_backup(made: Backup | Refusal, how: Telling) -> Exit:
    """Tell where the copy is."""
    if isinstance(made, Refusal):
        return _refused(made)
    file, run = spelled(made.file), made.head.run
    line = "ledger.backed_up"
    shown = told(
        how,
        made.at.language,
        lambda view: as_text(view.word(line).format(file=file, run=run)),
        lambda: backup_json(file, made.head),
    )
    return Exit.DONE if shown else Exit.OUTPUT


def _refused(refusal: Refusal) -> Exit:
    complain(refusal.diagnostics, refusal.language)
    return refusal.exit


def _line(found: Verified, view: View) -> Text:
    file = found.at.ledger.name
    if found.faults or found.head is None:
        return as_text(view.word("ledger.faulty").format(file=file, count=len(found.faults)), ALERT)
    return as_text(view.word("ledger.whole").format(file=file, runs=found.head.run, hash=found.head.hash.hex()[:16]))
