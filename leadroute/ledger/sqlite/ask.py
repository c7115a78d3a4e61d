"""Questions about many keys at once: the keys go into a passing table, and one query joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.sqlite.bulk import insert
from leadroute.ledger.sqlite.digest import PIECE
from leadroute.tables.numbers import different

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from leadroute.tables.leads import Whole


def joined(database: sqlite3.Connection, question: str, keys: Whole, more: Sequence[object] = ()) -> sqlite3.Cursor:
    """The rows a query gives that joins the table ``asked (key)`` of these keys; 0 is no key.

    The query names ``asked`` first and joins the next table by ``CROSS JOIN``, with the condition in ``WHERE``: SQLite
    keeps that order. Left to itself it knows nothing of the size of a passing table and reads the whole ledger.
    """
    database.execute("CREATE TEMP TABLE IF NOT EXISTS asked (key INTEGER PRIMARY KEY)")
    database.execute("DELETE FROM temp.asked")
    database.execute("BEGIN")
    insert(database, "temp.asked", ("key",), (different(keys[keys != 0]),))
    database.execute("COMMIT")
    return database.execute(question, tuple(more))


def columns(answer: sqlite3.Cursor, width: int) -> tuple[Whole, ...]:
    """The rows of an answer as columns of whole numbers, without ever holding all of them as Python's."""
    parts = [np.zeros((0, width), dtype=np.int64)]
    while rows := answer.fetchmany(PIECE):
        parts.append(np.array(rows, dtype=np.int64))
    table = np.concatenate(parts)
    return tuple(np.ascontiguousarray(column) for column in table.T)
