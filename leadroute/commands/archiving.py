"""Put files of an inbox away: those decided now, and those an earlier run decided and could not put away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from leadroute.commands.session import Session
    from leadroute.files.inbox import Arrival
    from leadroute.ledger.record import Run

    Move = Callable[[Arrival, Path], Path | Diagnostic]


@dataclass(frozen=True, slots=True)
class Handled:
    """A file of the inbox, the run that decided it (0: none did), and where it is now if it was put away."""

    arrival: Arrival
    run: int = 0
    archived: Path | None = None


@dataclass(frozen=True, slots=True)
class Archiving:
    """What became of files, and what hindered."""

    files: tuple[Handled, ...]
    notes: tuple[Diagnostic, ...]


def decided_before(at: Session, files: Sequence[Arrival]) -> dict[Arrival, Run]:
    """The files that a run in force has decided: it ended before it could put them away."""
    runs = [run for run in at.ledger.runs() if not run.undone] if at.ledger and files else []
    return {one: run for run in runs for one in files if _inbox_of(run).get(one.name) == one.identity}


def inbox_facts(files: Iterable[Arrival]) -> dict[str, object]:
    """What a run keeps of the files it decides, to be known by ``decided_before``."""
    return {one.name: one.identity for one in files}


def late(one: Arrival, run: Run) -> Diagnostic:
    """Say that a file is only put away."""
    return Diagnostic("LR788", Severity.WARNING, Place(spelled(one.path)), facts(run=run.number))


def put_all_away(
    files: Iterable[tuple[Arrival, int, datetime]], folder: Callable[[datetime], Path], move: Move | None
) -> Archiving:
    """Put files away that a run decided at a moment, each into the folder of that day; without ``move`` none goes."""
    handled, notes = list[Handled](), list[Diagnostic]()
    for one, run, moment in files:
        went = move(one, folder(moment)) if move else None
        if isinstance(went, Diagnostic):
            notes.append(went)
        handled.append(Handled(one, run, None if isinstance(went, Diagnostic) else went))
    return Archiving(tuple(handled), tuple(notes))


def _inbox_of(run: Run) -> dict[object, object]:
    told = run.facts.get("inbox")
    return told if isinstance(told, dict) else {}
