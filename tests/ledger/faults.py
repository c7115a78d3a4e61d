"""Runs on a disk that fails and runs that get in each other's way, and what was wrong afterwards."""

from __future__ import annotations

import errno
import os
import resource
import signal
from collections import Counter
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from tests.ledger.world import World, in_child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CALLS = ("fsync", "replace", "mkdir", "open", "unlink", "chmod", "link")
"""Functions of ``os`` that change the disk."""

_UNSAID = 99

LIMITS = (0, 100, 1000, 4096, 20_000, 40_000, 80_000, 120_000)
"""Sizes no file may grow beyond."""


def failed_call(folder: Path, name: str, nth: int) -> list[str]:
    """A run in which the n-th call of a function of ``os`` fails, then a run in which nothing does."""
    return _spoilt_once(World(folder), failing(name, nth))


def full_disk(folder: Path, limit: int) -> list[str]:
    """A run in which no file can grow beyond so many bytes, then one in which all can."""
    return _spoilt_once(World(folder), small(limit))


def together(folder: Path, runs: int) -> list[str]:
    """Several runs started at the same moment: each is done or says that another is at work, and all is in order."""
    world = World(folder)
    wait, go = os.pipe()
    started = [_waiting(world, wait, go) for _ in range(runs)]
    os.close(wait)
    os.close(go)  # now
    codes = Counter(os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) for run in started)
    odd = [f"exit {code}" for code in codes.keys() - {Exit.DONE, Exit.BUSY}]
    return [*odd, *([] if codes[Exit.DONE] else ["none was done"]), *world.torn()]


def _waiting(world: World, wait: int, go: int) -> int:
    """A process that runs as soon as the other end of a pipe is closed; it says so if it is refused without a word."""
    run = os.fork()
    if not run:
        os.close(go)
        os.read(wait, 1)
        result = world.run()
        unsaid = result.exit_code == Exit.BUSY and "LR709" not in result.stderr
        os._exit(_UNSAID if unsaid else result.exit_code)
    return run


def failing(name: str, nth: int) -> Callable[[], None]:
    """Make the n-th call of a function of ``os`` that touches the world's folder fail as on a full disk."""

    def spoil() -> None:
        real, count = getattr(os, name), 0

        def call(*words: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == nth:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*words, **named)

        setattr(os, name, call)

    return spoil


def small(limit: int) -> Callable[[], None]:
    """Let no file grow beyond so many bytes."""

    def spoil() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    return spoil


def spoilt(world: World, spoil: Callable[[], None]) -> int:
    """A run in a spoilt process; its exit code."""

    def work() -> None:
        spoil()
        os._exit(world.assign())

    return in_child(work)


def every_call(folder: Path, most: int) -> Iterator[list[str]]:
    """Each function of ``os`` in turn, each of its first calls failing."""
    for name in CALLS:
        for nth in range(1, most):
            yield [f"{name} {nth}: {wrong}" for wrong in failed_call(folder, name, nth)]


def _spoilt_once(world: World, spoil: Callable[[], None]) -> list[str]:
    code = spoilt(world, spoil)
    odd = [] if code in {Exit.DONE, Exit.OUTPUT, Exit.LEDGER} else [f"exit {code}"]
    again = world.assign()
    return [*odd, *([f"then exit {again}"] if again else []), *world.torn()]
