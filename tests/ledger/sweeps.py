"""Runs stopped at every line, and what was wrong afterwards. The tests take some of the lines, the benchmark all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from itertools import islice
from typing import TYPE_CHECKING

from tests.cli.desk import environment
from tests.ledger.world import NOW, World, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Wrong = list[str]


def same_world(folder: Path, step: int = 1, kind: type[World] = World) -> Iterator[Wrong]:
    """Stopped at a line, then run again in the same world: everything must be as if nothing had happened."""
    world = kind(folder)
    world.assign()
    clean = world.state()
    for line in range(1, lines_of(kind(folder)) + 1, step):
        world = kind(folder)
        assert world.killed_at(line)
        code = world.assign()
        state = world.state()
        yield _told(line, code, [*world.torn(), *(name for name in clean if state.get(name) != clean[name])])


def changed_world(folder: Path, step: int = 1, kind: type[World] = World) -> Iterator[Wrong]:
    """Stopped at a line; before the next run the export grew and a rep is away."""
    for line in range(1, lines_of(kind(folder)) + 1, step):
        world = kind(folder)
        assert world.killed_at(line)
        yield _told(line, _retried(world), world.torn())


def killed_again(folder: Path, step: int = 1, again: int = 1) -> Iterator[Wrong]:
    """Stopped at a line, stopped once more while the next start clears up or finishes, then run in a changed world."""
    count = lines_of(World(folder))
    for line in range(count // 2, count + 1, step):  # the second half: there is something to recover
        for second in range(1, count + 1, again):
            world = World(folder)
            assert world.killed_at(line)
            if not world.killed_at(second, now=1):
                break
            yield _told((line, second), _retried(world), world.torn())


def shot(folder: Path, times: int, leads: int, seed: int) -> Iterator[Wrong]:
    """Shot by the system at a random moment, in a process of its own, then run in a changed world."""
    dice = random.Random(seed)  # noqa: S311 - a seeded example, no secret
    command = [sys.executable, "-m", "leadroute", "assign", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml"]
    words = [*command, "--format", "csv", "--split", "-q", "--now", NOW[0]]
    span = 0.0
    for _ in range(times):
        world = World(folder)
        world.export(leads)
        start = time.monotonic()
        process = subprocess.Popen(words, cwd=folder, env=environment())
        if span:
            time.sleep(dice.uniform(span * 0.3, span * 1.1))
            process.send_signal(signal.SIGKILL)
        process.wait()
        span = span or time.monotonic() - start
        yield _told(f"shot {process.returncode}", _retried(world, leads + 8), world.torn())


def flipped(folder: Path, flips: int, seed: int) -> Iterator[str]:
    """A ledger with one bit of its file turned over: what ``verify`` or opening it says, blank when nothing does."""
    from tests.ledger.flips import verdict  # noqa: PLC0415 - only this needs it

    dice = random.Random(seed)  # noqa: S311 - as above
    world = World(folder)
    for now, rows in enumerate((8, 14, 20)):
        world.export(rows)
        world.assign(now)
    path = folder / "rules.ledger"
    whole = path.read_bytes()
    for _ in range(flips):
        at, bit = dice.randrange(len(whole)), dice.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :])
        yield verdict(path, whole)
    path.write_bytes(whole)


def bad(found: Iterable[Wrong], most: int = 10**9) -> Wrong:
    """Everything that was wrong."""
    return [line for wrong in islice(found, most) for line in wrong]


def _retried(world: World, rows: int = 12) -> int:
    """The next run: the export grew, Eve is away."""
    world.export(rows)
    world.reps("inactive")
    return world.assign(1)


def _told(where: object, code: int, wrong: Wrong) -> Wrong:
    return [f"{where}: {line}" for line in ([f"exit {code}"] if code else []) + wrong]


DEEP = bool(os.environ.get("LEADROUTE_DEEP"))
"""Set to stop at every line, which takes a good while."""
