"""A job at its place: what its file says, with every path found."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.commands.commit import Wanted
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.rules import guess_language
from leadroute.commands.sources import Sources
from leadroute.commands.whereabouts import beside
from leadroute.files.data import read_bytes, spelled
from leadroute.files.inbox import Terms
from leadroute.files.read.options import Reading
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.manner import Tolerance
from leadroute.rulebook.job import parse_job
from leadroute.rulebook.references import tables_beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from leadroute.files.inbox import Arrival
    from leadroute.model.job import Job
    from leadroute.model.rulebook import Rulebook

_BESIDE = ("", ".head", ".lock", ".owner", ".stage", "-wal", "-shm")
"""How the names of a ledger's files end."""


@dataclass(frozen=True)
class Posted:
    """A job and its file; ``notes`` are the warnings about it."""

    job: Job
    file: Path
    notes: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that paths of the job start from."""
        return self.file.parent

    @cached_property
    def rules(self) -> Path:
        """The rulebook."""
        return self.folder / self.job.places.rules

    @cached_property
    def ledger(self) -> Path:
        """The ledger."""
        named = self.job.places.ledger
        return self.folder / named if named else beside(self.rules)

    @cached_property
    def log(self) -> Path | None:
        """The log."""
        return self._path(self.job.places.log)

    def archive(self, moment: datetime) -> Path:
        """Where files go that were decided at a moment."""
        return self.folder / self.job.places.archive / moment.date().isoformat()

    def sources(self, files: Iterable[Arrival]) -> Sources:
        """These files, with everything else a plan is made from."""
        places, how = self.job.places, self.job.reading
        return Sources(
            tuple(one.path for one in files),
            self.folder / places.reps,
            self.rules,
            self._path(places.customers),
            Reading(how.encoding, how.sheet, how.hidden),
            Tolerance(how.on_bad_row, how.max_bad),
        )

    def wanted(self, folder: Path) -> Wanted:
        """What is to be written into a folder."""
        how = self.job.writing
        return Wanted(folder, how.format, how.csv_encoding, split=how.split, preset=how.preset)

    def terms(self, book: Rulebook, moment: datetime) -> Terms:
        """Which files of the inbox are leads, and complete."""
        places = self.job.places
        tables = (self.rules.parent / beside for beside in tables_beside(book))
        ledger = (self.ledger.with_name(self.ledger.name + end) for end in _BESIDE)
        own = (self.file, self.rules, self.folder / places.reps, self._path(places.customers), self.log)
        away = (self.folder / places.archive, self.folder / places.out)
        return Terms(moment, self.job.settle, _real((*own, *tables, *ledger)), _real(away))

    def named(self, path: Path) -> str:
        """A path as the job calls it: from its folder, where it is in there."""
        inside = path.is_relative_to(self.folder)
        return spelled(Path((path.relative_to(self.folder) if inside else path).as_posix()))

    def _path(self, written: str) -> Path | None:
        return self.folder / written if written else None


def read_job(path: Path) -> Posted | Refusal:
    """Read a job file; its errors refuse it."""
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        return Refusal(Exit.RULES, (data,), guess_language(b""))
    job, found = parse_job(data, spelled(path))
    return Refusal(Exit.RULES, found, guess_language(data)) if job is None else Posted(job, path, found)


def _real(paths: Iterable[Path | None]) -> frozenset[Path]:
    return frozenset(Path(os.path.realpath(path)) for path in paths if path)
