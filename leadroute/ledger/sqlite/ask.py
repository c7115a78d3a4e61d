"""Questions about many keys at once: the keys go into a passing table, and one query joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from leadroute.tables.leads import Whole

Row = tuple[int, ...]


def joined(database: sqlite3.Connection, question: str, keys: Whole, more: Sequence[object] = ()) -> list[Row]:
    """The rows a query gives that joins the table ``asked (key)`` of these keys; 0 is no key.

    The query names ``asked`` first and joins the next table by ``CROSS JOIN``, with the condition in ``WHERE``: SQLite
    keeps that order. Left to itself it knows nothing of the size of a passing table and reads the whole ledger.
    """
    wanted = np.unique(keys[keys != 0])
    if not len(wanted):
        return []
    database.execute("CREATE TEMP TABLE IF NOT EXISTS asked (key INTEGER PRIMARY KEY)")
    database.execute("DELETE FROM temp.asked")
    database.execute("BEGIN")
    database.executemany("INSERT INTO temp.asked VALUES (?)", ((key,) for key in wanted.tolist()))
    database.execute("COMMIT")
    return database.execute(question, tuple(more)).fetchall()


def columns(rows: Sequence[Row], width: int) -> tuple[Whole, ...]:
    """The rows as columns of whole numbers."""
    table = np.array(rows, dtype=np.int64).reshape(len(rows), width)
    return tuple(np.ascontiguousarray(column) for column in table.T)
