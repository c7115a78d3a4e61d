"""Remember: a run and its files, both or neither, whatever happens in between.

The order is what makes it safe. The files are written out of sight and are on the disk; then the ledger takes the run
in one transaction, with their names and fingerprints; then they are moved into place, and the ledger notes that. A run
that dies before the transaction has left nothing but a folder to be thrown away; one that dies after it is finished by
the next start, which moves what still waits.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute import __version__
from leadroute.files.errors import refused
from leadroute.files.write.publish import STAGE, discard, fingerprint, finish
from leadroute.ledger import headfile
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.lock import beside
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from leadroute.commands.commit import Wanted
    from leadroute.commands.decide import Decided
    from leadroute.files.write.publish import Staged
    from leadroute.ledger.record import Head, Record, Run
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


def stage_name(ledger: SqliteLedger, head: Head) -> str:
    """The name of the private folder of the run that follows a head, other than that of any other ledger."""
    own = hashlib.sha256(str(ledger.path.absolute()).encode(errors="surrogateescape")).hexdigest()[:8]
    return f"{STAGE}{own}-run-{head.run + 1}"


def announce(ledger: SqliteLedger, folder: Path) -> None:
    """Note where a run is about to put its private folder, so that it is found if the run dies.

    Raises:
        OutputError: the note could not be written.
    """
    try:
        _note(ledger).write_text(str(folder.absolute()), encoding="utf-8", errors="surrogateescape")
    except OSError as problem:
        raise refused(_note(ledger), problem) from problem


def run_facts(decided: Decided, wanted: Wanted) -> dict[str, object]:
    """What is kept of a run besides its decisions: what it was made from, and how many rows ended how."""
    plan, report = decided.plan, decided.report
    return {
        "version": __version__,
        "rulebook": {"file": plan.rulebook.file, "fingerprint": plan.rulebook.fingerprint},
        "roster": {
            "file": plan.roster.file,
            "fingerprint": plan.roster.fingerprint,
            "names": {rep.id: rep.name for rep in plan.roster.reps},
        },
        "rows": {line.file: line.rows for line in report.files if line.file},
        "reentered": sum(line.rows for line in report.files if not line.file),
        "outcomes": {outcome.word: int(report.totals[outcome]) for outcome in Outcome},
        "format": wanted.format.value,
    }


def remember(ledger: SqliteLedger, head: Head, record: Callable[[], Record], staged: Staged) -> None:
    """Take a run into the ledger, then move its files into place; ``record`` gives what is kept of it but its files.

    Raises:
        LedgerError: the run was not taken; nothing happened.
        OutputError: the decisions stand, but a file could not be moved; the next start tries again.
    """
    try:
        of_files, made = _facts_of(staged), record()
        run = ledger.append(replace(made, facts={**made.facts, **of_files}), head)
    except BaseException as problem:
        doubt = isinstance(problem, LedgerError) and problem.in_doubt
        if not doubt and ledger.head() == head:  # stopped before the run was taken, not right after it
            discard(staged.folder)
        raise
    with suppress(LedgerError):  # the run stands; the next start writes the note
        headfile.note(ledger, ledger.path)
    _finish(ledger, run)


def enter(ledger: SqliteLedger, record: Record, expected: Head) -> Run:
    """Take a run without files into the ledger.

    Raises:
        LedgerError: the run was not taken; nothing happened.
    """
    run = ledger.append(record, expected)
    headfile.note(ledger, ledger.path)
    _finish(ledger, run)
    return run


def recover(ledger: SqliteLedger) -> tuple[Diagnostic, ...]:
    """Finish what a run that died has left, and say so.

    Raises:
        OutputError: its files can still not be moved.
    """
    headfile.note(ledger, ledger.path)
    last = ledger.runs(latest=1)
    if not last or last[0].published:
        return _left(ledger)
    run, files = last[0], files_of(last[0])
    lost = files.lost
    _finish(ledger, run)
    if not files.names:  # it corrected or took back: whoever asked for it may not know, and sees it in the ledger
        return _left(ledger)
    told = facts(run=run.number, folder=files.folder)
    return (
        Diagnostic("LR720", Severity.WARNING, Place(str(ledger.path)), told),
        *(Diagnostic("LR721", Severity.WARNING, Place(str(path)), facts(run=run.number, file=path)) for path in lost),
    )


def _left(ledger: SqliteLedger) -> tuple[Diagnostic, ...]:
    """Throw away what a run had prepared that died before it was recorded: nothing of it happened."""
    note = _note(ledger)
    with suppress(OSError, ValueError):
        folder = Path(note.read_text(encoding="utf-8", errors="surrogateescape"))
        note.unlink()
        if folder.name.startswith(STAGE) and folder.is_dir():
            discard(folder)
            return (Diagnostic("LR723", Severity.WARNING, Place(str(ledger.path)), facts(folder=folder.parent)),)
    return ()


def _note(ledger: SqliteLedger) -> Path:
    return beside(ledger.path, "stage")


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
    with suppress(OSError):
        _note(ledger).unlink(missing_ok=True)
