"""How an unattended run ended, as people and programs are told: no cells, no names of people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.model.left import Left
    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json

FORMAT_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class RanFile:
    """A file of the inbox: its rows if it was read, the run that decided it (0: none), where it was moved to."""

    file: str
    sha256: str
    rows: int | None = None
    run: int = 0
    archived: str = ""


@dataclass(frozen=True, slots=True)
class RanGate:
    """A gate that was passed: the figure was ``count`` of ``rows``."""

    gate: str
    count: int
    rows: int


@dataclass(frozen=True, slots=True)
class Ran:
    """How it ended: ``run`` is its number in the ledger (0: none was recorded), ``out`` the folder of its results.

    ``now`` is blank and ``outcomes`` are none when it came to nothing before; ``codes`` counts diagnostics.
    """

    now: str
    job: str
    exit: int
    dry_run: bool = False
    run: int = 0
    out: str = ""
    files: tuple[RanFile, ...] = ()
    left: tuple[Left, ...] = ()
    outcomes: Mapping[str, int] = field(default_factory=dict)
    gates: tuple[RanGate, ...] = ()
    codes: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows that were read and decided, or would have been."""
        return sum(self.outcomes.values())


def ran_json(ran: Ran, seconds: float) -> dict[str, Json]:
    """The line of the log, as a dictionary."""
    return {
        "format_version": FORMAT_VERSION,
        "now": ran.now or None,
        "job": ran.job,
        "exit": ran.exit,
        "dry_run": ran.dry_run,
        "run": ran.run or None,
        "out": ran.out or None,
        "files": [_file_json(one) for one in ran.files],
        "left": [{"file": one.file, "why": one.why.value} for one in ran.left],
        "rows": ran.rows,
        "outcomes": dict(ran.outcomes),
        "gates": [{"gate": one.gate, "count": one.count, "rows": one.rows} for one in ran.gates],
        "diagnostics": dict(ran.codes),
        "seconds": round(seconds, 3),
    }


def ran_line(ran: Ran, language: Language) -> str:
    """The one line people read."""
    parts = list(_parts(ran, language))
    start = say("ran.dry", language) if ran.dry_run else ""
    return start + say("ran.then", language).join(parts)


def _file_json(one: RanFile) -> dict[str, Json]:
    return {
        "file": one.file,
        "sha256": one.sha256 or None,
        "rows": one.rows,
        "run": one.run or None,
        "archived": one.archived or None,
    }


def _parts(ran: Ran, language: Language) -> Iterator[str]:
    comma = say("sheet.comma", language)
    late = [one for one in ran.files if one.run and one.run != ran.run]
    if ran.outcomes:
        yield _decided(ran, len(ran.files) - len(late), language)
    elif not ran.files:
        yield say("ran.empty", language)
    if late:
        runs = comma.join(str(run) for run in sorted({one.run for one in late}))
        yield say("ran.late", language, count=len(late), runs=runs)
    if ran.left:
        told = (say("left.one", language, file=one.file, why=say(f"left.{one.why}", language)) for one in ran.left)
        yield say("ran.left", language, files=comma.join(told))


def _decided(ran: Ran, files: int, language: Language) -> str:
    told = (f"{say(f'outcome.{word}', language)} {count}" for word, count in ran.outcomes.items() if count)
    outcomes = say("sheet.comma", language).join(told)
    if ran.gates:
        key = "ran.gates"
    elif ran.run:
        key = "ran.done"
    else:
        key = "ran.would" if ran.dry_run and ran.out else "ran.nothing_new"
    gates = say("sheet.comma", language).join(one.gate for one in ran.gates)
    return say(key, language, run=ran.run, files=files, rows=ran.rows, outcomes=outcomes, out=ran.out, gates=gates)
