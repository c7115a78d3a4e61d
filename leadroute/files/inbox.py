"""What lies in an inbox: files that are complete, and those to be left alone."""

from __future__ import annotations

import glob
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.files.paths import SUFFIXES, in_order
from leadroute.files.write.publish import fingerprint
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.model.left import Left, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, timedelta

_ENDINGS = (".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".swp", ".lock", "~")
_BEGINNINGS = (".", "~$")
_WRONG_CLOCK = 86_400
"""Seconds into the future from which on a file's date is wrong, and not that of a server whose clock is ahead."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is complete: its path, what the job calls it, and what tells it from any other.

    ``modified`` is in nanoseconds since 1970, ``sha256`` blank when the file cannot be read.
    """

    path: Path
    name: str
    size: int
    modified: int
    sha256: str

    @property
    def identity(self) -> dict[str, object]:
        """What a ledger keeps of it: these very bytes, written at that moment."""
        return {"sha256": self.sha256, "modified": self.modified}


@dataclass(frozen=True, slots=True)
class Inbox:
    """What was found, in the order of names as people count."""

    files: tuple[Arrival, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """When a file is a lead file, and complete: not changed for ``settle`` before ``now``.

    ``own`` are files of the job itself; what lies in the folders ``away`` was never in the inbox.
    """

    now: datetime
    settle: timedelta
    own: frozenset[Path]
    away: frozenset[Path]


def inbox(folder: Path, patterns: Iterable[str], terms: Terms) -> Inbox:
    """Look at everything the patterns mean; relative ones start from the folder."""
    meant = {folder / one: (one, chosen) for pattern in patterns for one, chosen in _meant(folder, pattern)}
    found: list[Arrival] = []
    left: list[Left] = []
    for path in in_order(meant):
        name, chosen = meant[path]
        one = _arrived(path, spelled(name), terms, chosen=chosen)
        if isinstance(one, Arrival):
            found.append(one)
        elif one is not None:
            left.append(one)
    return Inbox(tuple(found), tuple(left))


def unreachable(folder: Path, patterns: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Patterns whose folder is not there, or may not be looked into: nothing would ever be found, and nobody told."""
    return tuple(told for pattern in patterns if (told := _unreachable(folder / _root(pattern), pattern)))


def unchanged(arrival: Arrival, at: Path | None = None) -> bool:
    """Whether a file is still the one that was found; ``at`` is where it was moved to."""
    now = _look(at or arrival.path)
    return now is not None and (now.st_size, now.st_mtime_ns) == (arrival.size, arrival.modified)


def _meant(folder: Path, pattern: str) -> Iterator[tuple[Path, bool]]:
    """What a pattern stands for, as relative as it is; of a folder, whether it is a table by its name."""
    path, named = folder / pattern, Path(pattern)
    if path.is_dir():
        yield from ((named / one.name, one.suffix.lower() in SUFFIXES) for one in path.iterdir())
    elif os.path.lexists(path):
        yield named, True
    else:
        # pathlib's own glob takes no absolute pattern
        found = glob.glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 - see above
        yield from ((Path(name), True) for name in found)


def _arrived(path: Path, name: str, terms: Terms, *, chosen: bool) -> Arrival | Left | None:
    look, real = _look(path), Path(os.path.realpath(path.parent)) / path.name
    if look is None or not terms.away.isdisjoint(real.parents):
        return None
    if real in terms.own:
        return Left(name, Why.OWN)
    if why := _why_not(path, look, terms, chosen=chosen):
        return Left(name, why)
    found = Arrival(path, name, look.st_size, look.st_mtime_ns, fingerprint(path))
    return found if unchanged(found) else Left(name, Why.CHANGED)


def _why_not(path: Path, look: os.stat_result, terms: Terms, *, chosen: bool) -> Why | None:
    if path.name.startswith(_BEGINNINGS) or path.name.lower().endswith(_ENDINGS):
        return Why.TEMPORARY
    if not stat.S_ISREG(look.st_mode):
        return Why.SPECIAL
    if not chosen:
        return Why.NO_TABLE
    age = terms.now.timestamp() - look.st_mtime
    return Why.FRESH if -_WRONG_CLOCK < age < terms.settle.total_seconds() else None


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _root(pattern: str) -> Path:
    """The folder a pattern starts from: its parts without wildcards; the name of a single file may be missing."""
    parts = Path(pattern).parts
    plain = next((at for at, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    path = Path(*parts[:plain])
    return path.parent if plain == len(parts) and path.suffix else path


def _unreachable(root: Path, pattern: str) -> Diagnostic | None:
    try:
        with os.scandir(root if root.is_dir() or not root.is_file() else root.parent):
            return None
    except OSError as problem:
        named = facts(pattern=pattern, folder=spelled(root), why=problem.strerror or problem)
        return Diagnostic("LR793", place=Place(spelled(root)), args=named)
