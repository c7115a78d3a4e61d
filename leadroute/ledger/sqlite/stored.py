"""The rows that runs have added, read back to be hashed as they were when they were added."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.sqlite.digest import PIECE, hash_of, row_bytes
from leadroute.ledger.sqlite.rows import KEYS, TABLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from leadroute.ledger.sqlite.digest import Column

_NOTHING = hashlib.sha256().digest()


def stored_hashes(database: sqlite3.Connection, run: int, keys: Mapping[int, bytes]) -> dict[str, bytes]:
    """The hash of the rows a run has added, by table; ``keys`` are those of its keys (see ``key_hashes``)."""
    own = {name: hash_of(_of_run(database, name, run)) for name in TABLES if name != KEYS}
    return {**own, KEYS: keys.get(run, _NOTHING)}


def key_hashes(database: sqlite3.Connection, only: int = 0) -> dict[int, bytes]:
    """The hash of the sightings of every run (or ``only`` of one), in one walk through all of them."""
    totals = {run: hashlib.sha256() for (run,) in database.execute("SELECT number FROM run")}
    names = ", ".join(TABLES[KEYS])
    question = f"SELECT run, {names} FROM {KEYS} WHERE ? IN (0, run) ORDER BY {names}"  # noqa: S608 - our own names
    answer = database.execute(question, (only,))
    while rows := answer.fetchmany(PIECE):
        table = np.array(rows, dtype=np.int64)
        table = table[np.argsort(table[:, 0], kind="stable")]
        runs, starts = np.unique(table[:, 0], return_index=True)
        for run, part in zip(runs.tolist(), np.split(table[:, 1:], starts[1:]), strict=True):
            if run in totals:
                totals[run].update(row_bytes(part))
    return {run: total.digest() for run, total in totals.items()}


def _of_run(database: sqlite3.Connection, name: str, run: int) -> Iterator[Sequence[Column]]:
    columns = TABLES[name]
    question = f"SELECT {', '.join(columns)} FROM {name} WHERE run = ? ORDER BY {columns[0]}"  # noqa: S608 - as above
    answer = database.execute(question, (run,))
    while rows := answer.fetchmany(PIECE):
        yield tuple(zip(*rows, strict=True))
