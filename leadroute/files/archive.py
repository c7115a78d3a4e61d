"""Put decided files away, never over another; and folders of a day that no earlier run has filled."""

from __future__ import annotations

import errno
import os
import shutil
from itertools import count
from typing import TYPE_CHECKING

from leadroute.files.data import spelled
from leadroute.files.inbox import unchanged
from leadroute.files.write.publish import STAGE, fingerprint
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leadroute.files.inbox import Arrival


def put_away(arrival: Arrival, folder: Path) -> Path | Diagnostic:
    """Move a file into a folder under its name, or ``name-2`` where that is taken; where it is now, or what hindered.

    Only what was found is moved: a newer file under the same name stays for the next run.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder / arrival.path.name)
        _move(arrival, target)
        if unchanged(arrival, target):
            return target
        target.rename(free_name(arrival.path))  # somebody put another file there a moment ago
    except FileNotFoundError:
        pass
    except OSError as problem:
        named = facts(folder=spelled(folder), why=problem.strerror or problem)
        return Diagnostic("LR789", place=Place(spelled(arrival.path)), args=named)
    return Diagnostic("LR792", Severity.WARNING, Place(spelled(arrival.path)))


def free_name(path: Path) -> Path:
    """The path, or the first of ``name-2``, ``name-3`` ... that nothing has."""
    return next(one for one in _numbered(path, path.stem, path.suffix) if not os.path.lexists(one))


def free_folder(parent: Path, name: str) -> Path:
    """The folder of that name, or the first of ``name-2``, ``name-3`` ... that holds nothing yet."""
    return next(one for one in _numbered(parent / name, name, "") if _is_free(one))


def _numbered(path: Path, stem: str, suffix: str) -> Iterator[Path]:
    yield path
    yield from (path.with_name(f"{stem}-{number}{suffix}") for number in count(2))


def _is_free(folder: Path) -> bool:
    """Nothing is there, or an empty folder that a run has left which came to nothing."""
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return not os.path.lexists(folder)
    except OSError:  # a file, or a folder nobody may look into
        return False


def _move(arrival: Arrival, target: Path) -> None:
    try:
        if unchanged(arrival):
            arrival.path.rename(target)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        _carry_over(arrival, target)


def _carry_over(arrival: Arrival, target: Path) -> None:
    """To another disk: the copy is whole and on it before the file goes away."""
    copy = target.with_name(f"{STAGE}{target.name}")
    shutil.copy2(arrival.path, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    if fingerprint(copy) != arrival.sha256:
        copy.unlink()
        return
    copy.rename(target)
    arrival.path.unlink()
