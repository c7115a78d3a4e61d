"""Runs stopped at every line, and what was wrong afterwards. The tests take a part of it, the benchmark all."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.ledger.moments import ALL, kept, put_back, stopped
from tests.ledger.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Wrong = list[str]


@dataclass(frozen=True, slots=True)
class Stop:
    """A state in which a run can be stopped: at how many lines (or pairs of them), and what is wrong in the end.

    It is not ``new`` when another stop had left it before.
    """

    lines: int
    wrong: Wrong
    new: bool = True


def same_world(folder: Path, some: slice = ALL, kind: type[World] = World) -> Iterator[Stop]:
    """Stopped at a line, then run again in the same world: everything must be as if nothing had happened."""
    world = kind(folder)
    world.assign()
    clean = world.state()
    for at in stopped(kind(folder), "once", some):
        yield Stop(at.lines, _told(at.first, world.assign(), [*world.torn(), *_unlike(clean, world)]))


def changed_world(folder: Path, some: slice = ALL, kind: type[World] = World) -> Iterator[Stop]:
    """Stopped at a line; before the next run the export grew and a rep is away."""
    world = kind(folder)
    for at in stopped(world, "once", some):
        yield Stop(at.lines, _told(at.first, _retried(world), world.torn()))


def killed_again(folder: Path, some: slice = ALL, then: slice = ALL) -> Iterator[Stop]:
    """Stopped at a line, stopped once more while the next start recovers and goes on, then run in a world that changed.

    Of the states that the first stop can leave ``some`` are taken, of those of the second ``then``. What two stops left
    that others had left before is not tried again.
    """
    world, tried = World(folder), set[str]()
    for at in stopped(world, "once", some):
        world.export(10)
        for again in stopped(world, "twice", then, now=1):
            new = again.state not in tried
            tried.add(again.state)
            wrong = _told((at.first, again.first), _retried(world, now=2), world.torn()) if new else []
            yield Stop(at.lines * again.lines, wrong, new=new)


def shot(folder: Path, times: int, leads: int, seed: int) -> Iterator[Stop]:
    """Shot by the system at so many random moments, then run again in the same world, and in a changed one.

    Shots that came after the end are told as well, with 0 lines.
    """
    dice = random.Random(seed)  # noqa: S311 - a seeded example, no secret
    span, clean = _undisturbed(folder, leads)
    while times:
        world = _export(World(folder), leads)
        hit = _shoot(world, dice.uniform(0, span))
        left = kept(world, "shot")
        same = _told("shot", world.assign(), [*world.torn(), *_unlike(clean, world)])
        put_back(left, world)
        yield Stop(hit, same + _told("shot", _retried(world, leads + 8), world.torn()))
        times -= hit


def _undisturbed(folder: Path, leads: int) -> tuple[float, Mapping[str, object]]:
    """Seconds of a run of a process that has made one before, and what it leaves."""
    for _ in range(2):
        world = _export(World(folder), leads)
        start = time.monotonic()
        world.assign()
        span = time.monotonic() - start
    return span, world.state()


def bad(stops: Iterable[Stop]) -> Wrong:
    """Everything that was wrong."""
    return [line for stop in stops for line in stop.wrong]


def _shoot(world: World, after: float) -> bool:
    """Shoot a run so many seconds after its start; whether it was hit."""
    run = os.fork()
    if not run:
        os._exit(world.assign())
    time.sleep(after)
    os.kill(run, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) == -signal.SIGKILL


def _export(world: World, leads: int) -> World:
    world.export(leads)
    return world


def _unlike(clean: Mapping[str, object], world: World) -> Wrong:
    """What differs from an uninterrupted run."""
    state = world.state()
    return [name for name in sorted({*clean, *state}) if state.get(name) != clean.get(name)]


def _retried(world: World, rows: int = 12, now: int = 1) -> int:
    """The next run: the export grew, Eve is away."""
    world.export(rows)
    world.reps("inactive")
    return world.assign(now)


def _told(where: object, code: int, wrong: Wrong) -> Wrong:
    return [f"{where}: {line}" for line in ([f"exit {code}"] if code else []) + wrong]


DEEP = bool(os.environ.get("LEADROUTE_DEEP"))
"""Set to do all of it, which takes a good while."""
