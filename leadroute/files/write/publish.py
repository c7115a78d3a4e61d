"""All or nothing: files appear complete under their names, or nothing changes.

Everything is written into a private folder beside its destination, synced, and moved into place by renaming, which
replaces a link and never follows it. What stood there before is kept until the last file is in place, and is put back
when a move fails.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from leadroute.files.errors import OutputError, refused
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")

MODE = 0o640
STAGE = ".leadroute-"
"""How the names of the private folders begin."""


@dataclass(frozen=True, slots=True)
class Staged:
    """Files written out of sight, complete and on the disk, to be moved into place by renaming.

    ``targets`` maps plain names to their paths, ``results`` to what each writer returned.
    """

    folder: Path
    targets: Mapping[str, Path]
    results: Mapping[str, object]

    def fingerprints(self) -> dict[str, str]:
        """SHA-256 of every file, by name."""
        return {name: fingerprint(self.folder / name) for name in self.targets}


def publish(target_dir: Path, writers: Mapping[str, Callable[[Path], T]]) -> dict[Path, T]:
    """Write every file or none: ``writers`` maps a plain file name to what writes it, given a path.

    The folder is created if missing. Returns, by path, what each writer returned.

    Raises:
        OutputError: the folder or a file could not be written; what stood there before is untouched.
    """
    ready = stage(target_dir, writers)
    place(ready)
    return {path: cast("T", ready.results[name]) for name, path in ready.targets.items()}


def place(ready: Staged) -> None:
    """Move every staged file into place, or none.

    Raises:
        OutputError: a file could not be moved; what stood there before is back.
    """
    try:
        with _folder(ready.folder.parent):
            _move(ready.folder, ready.targets)
    finally:
        discard(ready.folder)


def stage(target_dir: Path, writers: Mapping[str, Callable[[Path], object]], name: str = "") -> Staged:
    """Write every file into a private folder beside its place, called ``name`` to be found after a crash.

    Raises:
        OutputError: the folder or a file could not be written; nothing is left behind.
    """
    targets = {name: _inside(target_dir, name) for name in writers}
    with _folder(target_dir):
        folder = _private(target_dir, name)
        try:
            results = {name: _write(folder / name, targets[name], write) for name, write in writers.items()}
            _sync_folder(folder)
        except BaseException:
            discard(folder)
            raise
    return Staged(folder, targets, results)


def discard(folder: Path) -> None:
    """Throw a private folder away."""
    shutil.rmtree(folder, ignore_errors=True)


def finish(stage: Path, targets: Mapping[str, Path]) -> None:
    """Move into place what still waits in a stage, and take the stage away; may be done again after a crash.

    Raises:
        OutputError: a file could not be moved; the rest still waits.
    """
    for name, target in targets.items():
        try:
            if (stage / name).exists():
                (stage / name).replace(target)
        except OSError as problem:
            raise refused(target, problem) from problem
    for folder in {target.parent for target in targets.values()}:
        _sync_folder(folder)
    discard(stage)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file; blank when there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _inside(folder: Path, name: str) -> Path:
    """The path of a plain file name; anything else is a bug of the caller, who makes the names."""
    if name in {"", ".", ".."} or "/" in name or "\\" in name or "\0" in name:
        message = f"not a plain file name: {name!r}"
        raise ValueError(message)
    return folder / name


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Create the folder; take away what was created if the body fails."""
    missing = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise refused(folder, problem) from problem
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def _private(folder: Path, name: str) -> Path:
    """A private folder inside the target folder (same file system, so that moving is renaming)."""
    try:
        if not name:
            return Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
        discard(folder / name)  # of a run that came to nothing
        (folder / name).mkdir(mode=0o700)
    except OSError as problem:
        raise refused(folder, problem) from problem
    return folder / name


def _write(staged: Path, target: Path, write: Callable[[Path], T]) -> T:
    """Write one file, out of sight, down to the disk."""
    try:
        if target.is_dir() and not target.is_symlink():
            raise OutputError(Diagnostic("LR615", place=Place(str(target)), args=facts(path=target)))
        result = write(staged)
        staged.chmod(MODE)
        _sync(staged)
    except OSError as problem:
        raise refused(target, problem) from problem
    return result


def _move(stage: Path, targets: Mapping[str, Path]) -> None:
    """Move every staged file into place; put the old ones back if one cannot be moved."""
    kept = stage / "kept"
    moved: list[str] = []
    try:
        kept.mkdir()
        for name, target in targets.items():
            _keep(target, kept / name)
            moved.append(name)
            (stage / name).replace(target)
    except BaseException as problem:
        for name in moved:
            _put_back(kept / name, targets[name], came=not (stage / name).exists())
        if isinstance(problem, OSError):
            raise refused(targets[moved[-1]] if moved else stage, problem) from problem
        raise
    for folder in {target.parent for target in targets.values()}:
        _sync_folder(folder)


def _keep(target: Path, kept: Path) -> None:
    """Hold on to what stands at the target: by a second name where the file system can, else by a copy."""
    if not os.path.lexists(target):
        return
    try:
        os.link(target, kept, follow_symlinks=False)
    except OSError:
        shutil.copy2(target, kept, follow_symlinks=False)


def _put_back(kept: Path, target: Path, *, came: bool) -> None:
    """Restore the old file, or remove the new one where there was none."""
    if os.path.lexists(kept):
        kept.replace(target)
    elif came:
        target.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Ask the system to put a file on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(path: Path) -> None:
    """The same for the names in a folder, where the file system can."""
    with suppress(OSError):
        _sync(path)
