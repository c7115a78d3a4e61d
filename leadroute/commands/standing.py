"""What a plan stands on, looked up: the fingerprints of its files, the head of its ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.plan_file import Mark, Role, Standing
from leadroute.commands.plan_text import seal
from leadroute.files.data import spelled
from leadroute.files.paths import spread
from leadroute.files.write.publish import fingerprint
from leadroute.ledger.record import Head
from leadroute.ledger.session import exists, peeked
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.rulebook.references import tables_beside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.commands.plan_file import PlanFile
    from leadroute.commands.sources import Sources
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rulebook import Rulebook

    Files = tuple[tuple[Role, Path], ...]
    """Input files and what they are, each once."""

EMPTY = Head(0, b"")
"""The head of a ledger without a run, and of one that is still to be made."""


def files_of(sources: Sources, book: Rulebook) -> Files:
    """Every file a plan is made from, those its conditions name included."""
    own = [(Role.ROSTER, sources.reps), (Role.RULEBOOK, sources.rules)]
    own += [(Role.CUSTOMERS, sources.customers)] if sources.customers else []
    tables = ((Role.TABLE, sources.rules.parent / beside) for beside in tables_beside(book))
    return tuple(dict.fromkeys((*_leads(sources), *own, *tables)))


def unrepeatable(files: Files) -> tuple[Diagnostic, ...]:
    """The inputs that can be read only once, such as pipes: a plan must be made again from the same."""
    found = (path for role, path in files if path.exists() and not (path.is_file() or path.is_dir()))
    return tuple(Diagnostic("LR773", place=Place(spelled(path)), args=facts(file=spelled(path))) for path in found)


def standing(files: Files, head: Head | None, carried_out: int = 0) -> Standing:
    """What a plan stands on that is made from these files, here and now."""
    return Standing(str(Path.cwd()), _marks(files), head, carried_out)


def standing_now(plan: PlanFile) -> Standing:
    """What a plan would stand on now.

    Raises:
        LedgerError: its ledger cannot be used.
    """
    files, ledger = _files_now(plan), plan.order.ledger
    if ledger is None or not exists(ledger):
        return standing(files, None)
    with peeked(ledger) as found:
        return standing_at(plan, found)


def standing_at(plan: PlanFile, ledger: SqliteLedger | None) -> Standing:
    """The same with the ledger at hand."""
    files = _files_now(plan)
    if ledger is None:
        return standing(files, None)
    return standing(files, ledger.head(), _carried_out(plan, ledger))


def _files_now(plan: PlanFile) -> Files:
    """The files that are meant now: a folder or pattern may stand for others than before."""
    others = ((one.role, Path(one.file)) for one in plan.standing.files if one.role is not Role.LEADS)
    return tuple(dict.fromkeys((*_leads(plan.order.sources), *others)))


def _leads(sources: Sources) -> Files:
    return tuple((Role.LEADS, path) for path in spread(sources.leads)[0])


def _marks(files: Iterable[tuple[Role, Path]]) -> tuple[Mark, ...]:
    return tuple(Mark(role, str(path), fingerprint(path) if path.is_file() else "") for role, path in files)


def _carried_out(plan: PlanFile, ledger: SqliteLedger) -> int:
    """The run that a plan has become and that was not taken back since (0: none)."""
    if ledger.head() == plan.standing.head:
        return 0
    own = seal(plan)
    return next((run.number for run in ledger.runs() if run.facts.get("plan") == own and not run.undone), 0)
