"""Is every event as it was written? The chain of hashes tells, and sums by other means than those that use them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from leadroute.ledger.interface import Fault
from leadroute.ledger.sqlite.digest import chained
from leadroute.ledger.sqlite.stored import key_hashes, stored_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWNERLESS = """SELECT {table}.run FROM {table} LEFT JOIN run ON run.number = {table}.run
    WHERE run.number IS NULL LIMIT 1"""


_UNPUBLISHED = """SELECT number FROM run WHERE number < (SELECT MAX(number) FROM run)
    AND number NOT IN (SELECT run FROM published)"""
"""Only the latest run may still wait for its files: the next start finishes it before it does anything else."""


def faults(database: sqlite3.Connection) -> Iterator[Fault]:
    """Everything that is wrong: the file itself, a run that was changed, rows of no run, an account that is off."""
    try:
        database.execute("BEGIN")  # one moment is looked at, whoever adds a run meanwhile
        if database.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            yield Fault("file")
            return
        yield from _chain(database)
        for table in ("word", "decision", "entry", "sighting", "cells", "undone", "published"):
            if row := database.execute(_OWNERLESS.format(table=table)).fetchone():
                yield Fault("ownerless", row[0])
        for (run,) in database.execute(_UNPUBLISHED):
            yield Fault("unpublished", run)
        for (run,) in database.execute("SELECT run FROM entry GROUP BY run, account HAVING SUM(entitled - paid) <> 0"):
            yield Fault("balance", run)
    except (sqlite3.Error, ValueError, OverflowError):
        yield Fault("file")
    finally:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")


def latest_holds(database: sqlite3.Connection) -> bool:
    """Whether the latest run still has its hash, given that of the run before."""
    question = "SELECT number, kind, now, day, facts, hash FROM run ORDER BY number DESC LIMIT 2"
    runs = database.execute(question).fetchall()
    if not runs:
        return True
    (*header, own), before = runs[0], runs[1][-1] if runs[1:] else b""
    found = stored_hashes(database, header[0], key_hashes(database, header[0]))
    return bool(chained(before, tuple(header), found) == own)


def _chain(database: sqlite3.Connection) -> Iterator[Fault]:
    before, expected, keys = b"", 1, key_hashes(database)
    for number, *line, own in database.execute("SELECT number, kind, now, day, facts, hash FROM run ORDER BY number"):
        header = (number, *line)
        if number != expected or chained(before, header, stored_hashes(database, number, keys)) != own:
            yield Fault("changed", number)
            return  # everything after it stands on a hash that no longer holds
        before, expected = own, number + 1
