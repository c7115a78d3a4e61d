"""Whether a damaged ledger says so, and what the next run makes of it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.verify import examined
from leadroute.commands.whereabouts import Whereabouts
from leadroute.ledger.errors import LedgerError
from leadroute.model.rulebook import Language
from tests.ledger.moments import ALL, kept, put_back, stopped
from tests.ledger.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLES = ("run", "word", "decision", "entry", "sighting", "cells", "undone", "published")
_RUNS = 3
_UNREADABLE = (sqlite3.Error, ValueError, OverflowError)


class Damage:
    """A ledger of some runs, to be damaged in one way after the other."""

    def __init__(self, folder: Path, leads: int) -> None:
        """Three runs, in each of them so many more leads."""
        self.world = World(folder)
        for now in range(_RUNS):
            self.world.export(leads * (now + 1))
            assert self.world.assign(now) == Exit.DONE
        self.world.export(leads * _RUNS + 5)
        self.path = folder / "rules.ledger"
        self.bytes, self._content = self.path.read_bytes(), _content(self.path)
        self._whole = kept(self.world, "whole")

    def verdict(self, data: bytes) -> str:
        """What becomes of a ledger whose file is this instead.

        ``found`` by ``verify``, ``refused`` by everything, ``harmless`` when all rows read as before; anything else is
        bad: a change nobody noticed, or a run that ends oddly or begins a new ledger.
        """
        put_back(self._whole, self.world)
        self.path.write_bytes(data)
        told = self._told()
        code = self.world.assign(_RUNS - 1)
        if code not in {Exit.DONE, Exit.LEDGER}:
            return f"exit {code}"
        if code == Exit.DONE and told == "refused":
            return "a run on a ledger that is none"
        return "began anew" if _runs(self.path) < _RUNS else told

    def _told(self) -> str:
        try:
            if examined(self.path, Whereabouts(self.path, Language.EN)).faults:
                return "found"
        except LedgerError:
            return "refused"
        try:
            return "harmless" if _content(self.path) == self._content else "unnoticed"
        except _UNREADABLE:
            return "unnoticed"


def flipped(folder: Path, flips: int, leads: int, seed: int) -> Iterator[str]:
    """One bit of the file turned over."""
    dice, damage = random.Random(seed), Damage(folder, leads)  # noqa: S311 - a seeded example, no secret
    for _ in range(flips):
        data = bytearray(damage.bytes)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        yield damage.verdict(bytes(data))


def cut(folder: Path, cuts: int, leads: int, seed: int) -> Iterator[str]:
    """The file cut off somewhere: at a page, at the last byte, at the first, anywhere; and emptied."""
    dice, damage = random.Random(seed), Damage(folder, leads)  # noqa: S311 - as above
    size = len(damage.bytes)
    for left in (0, 1, 100, 4096, size - 4096, size - 1, *(dice.randrange(size) for _ in range(cuts - 6))):
        yield damage.verdict(damage.bytes[:left])


def without_its_log(folder: Path, some: slice = ALL) -> Iterator[str]:
    """Stopped anywhere, and the log gone that holds what the file does not.

    ``refused``, or ``as before the run`` when nobody had yet been told of it and it is made once more.
    """
    world = World(folder)
    world.assign()
    world.export(12)
    log = folder / "rules.ledger-wal"
    for at in stopped(world, "logged", some, now=1):
        if log.exists() and log.stat().st_size:
            log.unlink()
            code = world.assign(1)
            wrong = [] if code == Exit.LEDGER else world.torn()
            yield "; ".join(wrong and [f"line {at.first}", *wrong]) or ("refused" if code else "as before the run")


def _runs(path: Path) -> int:
    with suppress(*_UNREADABLE), closing(sqlite3.connect(path)) as database:
        return int(database.execute("SELECT COUNT(*) FROM run").fetchone()[0])
    return _RUNS


def _content(path: Path) -> list[object]:
    """All rows of a ledger."""
    with closing(sqlite3.connect(path)) as database:
        return [sorted(database.execute(f"SELECT * FROM {name}").fetchall()) for name in _TABLES]  # noqa: S608 - ours
