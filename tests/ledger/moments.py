"""What is on the disk at every line of a run: a kill there would leave just that.

Whoever is killed leaves nothing but files. So instead of killing a run at each of a thousand lines, the folder is
looked at before each line, from another process as the run's locks must not suffer, and kept when it is not as before.
What the next start makes of a kill anywhere is then seen by trying the few dozen folders that were kept.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from typing import TYPE_CHECKING

from tests.ledger.world import traced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tests.ledger.world import World

_OF_THE_MOMENT = ("-shm", ".owner")
"""Ends of names of files whose content says nothing: SQLite's index of its log, made anew by whoever comes first, and
the number of the process that holds the lock."""


def moments(world: World, kept: Path, now: int = 0) -> Sequence[str]:
    """For every line of a run the state of the folder before it, and at last that of the end.

    Each state that differs from all others is kept in a folder of its name; it can be ``put_back``.
    """
    fork = get_context("fork")
    ask, asked = fork.Pipe()
    watcher = fork.Process(target=_watch, args=(world.folder, kept, asked), daemon=True)
    watcher.start()
    seen: list[str] = []

    def look(_: int = 0) -> None:
        ask.send("look")
        seen.append(ask.recv())

    assert traced(look, lambda: world.assign(now)) == 0
    look()
    ask.send("")
    watcher.join()
    return seen


ALL = slice(None)


@dataclass(frozen=True, slots=True)
class At:
    """A state in which a run can be stopped: at how many lines, the first of them, its fingerprint."""

    lines: int
    first: int
    state: str


def stopped(world: World, name: str, some: slice = ALL, now: int = 0) -> Iterator[At]:
    """Put every state (or some) in place that a run can be stopped in."""
    place = _empty(world, name)
    seen = moments(world, place, now)
    for state, lines in list(Counter(seen).items())[some]:
        put_back(place / state, world)
        yield At(lines, seen.index(state) + 1, state)


def kept(world: World, name: str) -> Path:
    """A copy of the folder of a world, beside it."""
    return shutil.copytree(world.folder, _empty(world, name), symlinks=True)


def put_back(state: Path, world: World) -> None:
    """Make the folder of the world what it was."""
    shutil.rmtree(world.folder, ignore_errors=True)
    shutil.copytree(state, world.folder, symlinks=True)


def _empty(world: World, name: str) -> Path:
    place = world.folder.with_name(f"{world.folder.name}-{name}")
    shutil.rmtree(place, ignore_errors=True)
    return place


def _state(folder: Path) -> str:
    """A fingerprint of everything in a folder."""
    total = sha256()
    for path in sorted(folder.rglob("*")):
        total.update(repr((str(path.relative_to(folder)), path.lstat().st_mode)).encode())
        if path.is_file() and not path.name.endswith(_OF_THE_MOMENT):
            total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:24]


def _watch(folder: Path, kept: Path, asked: Connection) -> None:
    """Whenever somebody asks, tell the state of a folder, and keep it if it is new."""
    while asked.recv():
        state = _state(folder)
        if not (kept / state).exists():
            shutil.copytree(folder, kept / state, symlinks=True)
        asked.send(state)
