"""Remember: a run and its files, both or neither, whatever happens in between.

The order is what makes it safe. The files are written out of sight and are on the disk; then the ledger takes the run
in one transaction, with their names and fingerprints; then they are moved into place, and the ledger notes that. A run
that dies before the transaction has left nothing but a folder to be thrown away; one that dies after it is finished by
the next start, which moves what still waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute import __version__
from leadroute.files.write.publish import STAGE, discard, fingerprint, finish
from leadroute.ledger import headfile
from leadroute.ledger.recording import record_of
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.commands.commit import Wanted
    from leadroute.commands.decide import Decided
    from leadroute.commands.recall import Past
    from leadroute.engine.plan import Plan
    from leadroute.files.write.publish import Staged
    from leadroute.ledger.record import Head, Run
    from leadroute.ledger.sqlite.store import SqliteLedger


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a run as its facts tell them: the private folder, the folder they go to, fingerprints by name."""

    stage: Path
    folder: Path
    names: Mapping[str, str]

    @property
    def targets(self) -> dict[str, Path]:
        """Where each file goes."""
        return {name: self.folder / name for name in self.names}

    @property
    def lost(self) -> tuple[Path, ...]:
        """Files that are neither in place nor waiting to be moved there."""
        waiting = {name for name in self.names if (self.stage / name).exists()}
        others = {name: own for name, own in self.names.items() if name not in waiting}
        return tuple(path for name, own in others.items() if fingerprint(path := self.folder / name) != own)


def stage_name(head: Head) -> str:
    """The name of the private folder of the run that follows a head."""
    return f"{STAGE}run-{head.run + 1}"


def run_facts(decided: Decided, wanted: Wanted) -> dict[str, object]:
    """What is kept of a run besides its decisions: what it was made from, and how many rows ended how."""
    plan, report = decided.plan, decided.report
    return {
        "version": __version__,
        "rulebook": {"file": plan.rulebook.file, "fingerprint": plan.rulebook.fingerprint},
        "roster": {"file": plan.roster.file, "fingerprint": plan.roster.fingerprint},
        "rows": {line.file: line.rows for line in report.files},
        "outcomes": {outcome.word: int(report.totals[outcome]) for outcome in Outcome},
        "format": wanted.format.value,
    }


def remember(ledger: SqliteLedger, past: Past, plan: Plan, told: Mapping[str, object], staged: Staged) -> None:
    """Take a run into the ledger, then move its files into place; ``told`` are the facts of the run but for its files.

    Raises:
        LedgerError: the run was not taken; nothing happened.
        OutputError: the decisions stand, but a file could not be moved; the next start tries again.
    """
    try:
        run = ledger.append(record_of(plan, past.memory, {**told, **_facts_of(staged)}), past.head)
    except BaseException:
        discard(staged.folder)
        raise
    headfile.note(ledger, ledger.path)
    _finish(ledger, run)


def recover(ledger: SqliteLedger) -> tuple[Diagnostic, ...]:
    """Finish what a run that died has left, and say so.

    Raises:
        OutputError: its files can still not be moved.
    """
    headfile.note(ledger, ledger.path)
    last = ledger.runs(latest=1)
    if not last or last[0].published:
        return ()
    run, files = last[0], files_of(last[0])
    lost = files.lost
    _finish(ledger, run)
    told = facts(run=run.number, folder=files.folder)
    return (
        Diagnostic("LR720", Severity.WARNING, Place(str(ledger.path)), told),
        *(Diagnostic("LR721", Severity.WARNING, Place(str(path)), facts(run=run.number, file=path)) for path in lost),
    )


def files_of(run: Run) -> Files:
    """The files of a run, from its facts."""
    names = run.facts.get("files")
    folder = Path(str(run.facts.get("folder", "")))
    return Files(folder / str(run.facts.get("stage", "")), folder, names if isinstance(names, dict) else {})


def _facts_of(staged: Staged) -> dict[str, object]:
    """What the ledger has to know of the files to finish the run if we cannot."""
    folder = staged.folder.parent.absolute()
    return {"folder": str(folder), "stage": staged.folder.name, "files": staged.fingerprints()}


def _finish(ledger: SqliteLedger, run: Run) -> None:
    files = files_of(run)
    if files.names:
        finish(files.stage, files.targets)
    ledger.publish(run.number)
