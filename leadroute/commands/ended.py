"""How a run of a job ended, as a value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.result import Result
from leadroute.files.data import spelled
from leadroute.model.diagnostic import Severity
from leadroute.model.left import Why
from leadroute.model.outcome import Outcome
from leadroute.render.unattended import Ran, RanFile, RanGate

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from leadroute.commands.archiving import Handled
    from leadroute.commands.job import Posted
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.left import Left
    from leadroute.model.rulebook import Language


@dataclass(frozen=True, slots=True, eq=False)
class Ended:
    """The result, a refusal, or ``None`` when nothing was to be decided; what became of the files of the inbox.

    ``notes`` are for whoever looks after the job; ``out`` is the folder results went to, or would have gone to.
    """

    result: Result | Refusal | None
    language: Language
    now: datetime | None = None
    files: tuple[Handled, ...] = ()
    left: tuple[Left, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    out: Path | None = None
    dry_run: bool = False

    @property
    def exit(self) -> Exit:
        """The exit code: 0 only when nobody has to look."""
        if self.result is not None and self.result.exit != Exit.DONE:
            return self.result.exit
        if any(note.code == "LR789" for note in self.notes):
            return Exit.OUTPUT
        return Exit.INPUT if any(one.why is Why.BAD for one in self.left) else Exit.DONE

    @property
    def wrong(self) -> tuple[Diagnostic, ...]:
        """Why it did not go through."""
        if isinstance(self.result, Refusal):
            return self.result.diagnostics
        return self.result.ending.tripped if self.result else ()

    @property
    def worth_telling(self) -> tuple[Diagnostic, ...]:
        """The notes, without that of a new ledger when nothing came into it."""
        recorded = isinstance(self.result, Result) and self.result.run
        return tuple(note for note in self.notes if recorded or note.severity is not Severity.NOTE)


def ran(ended: Ended, posted: Posted) -> Ran:
    """What people and programs are told."""
    done = ended.result if isinstance(ended.result, Result) else None
    return Ran(
        now=ended.now.isoformat() if ended.now else "",
        job=spelled(posted.file),
        exit=int(ended.exit),
        dry_run=ended.dry_run,
        run=done.run if done else 0,
        out=posted.named(ended.out) if ended.out else "",
        files=tuple(_file(one, done, posted) for one in ended.files),
        left=ended.left,
        outcomes=_outcomes(done),
        gates=tuple(_gate(found) for found in done.ending.tripped) if done else (),
        codes=_codes(ended),
    )


def _file(one: Handled, done: Result | None, posted: Posted) -> RanFile:
    lines = done.decided.report.files if done else ()
    rows = next((line.rows for line in lines if line.file == spelled(one.arrival.path)), None)
    away = posted.named(one.archived) if one.archived else ""
    return RanFile(one.arrival.name, one.arrival.sha256, rows, one.run, away)


def _outcomes(done: Result | None) -> dict[str, int]:
    return {outcome.word: int(done.decided.report.totals[outcome]) for outcome in Outcome} if done else {}


def _gate(found: Diagnostic) -> RanGate:
    named = found.facts
    return RanGate(named["gate"], int(named["count"]), int(named["rows"]))


def _codes(ended: Ended) -> dict[str, int]:
    """How often each code was told, whether on stderr or in the files written."""
    noticed = ended.result.decided.notes if isinstance(ended.result, Result) else ()
    counts = Counter(found.code for found in dict.fromkeys((*ended.wrong, *ended.worth_telling, *noticed)))
    return dict(sorted(counts.items()))
