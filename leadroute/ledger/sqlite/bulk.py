"""Many rows at once: a statement takes as many as SQLite lets it, which costs half of one statement a row."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.sqlite.digest import NONE, pieces

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from leadroute.ledger.sqlite.digest import Column

_VALUES = 900
"""Values a statement; SQLite before 3.32 takes 999."""


def insert(
    database: sqlite3.Connection, table: str, names: Sequence[str], columns: Sequence[Column], run: int | None = None
) -> None:
    """Insert rows given as columns; table and names are our own words, never anybody's data.

    The ``run`` all of them belong to stands in the statement: to hand it over with every row costs a tenth more.
    """
    own, same = ("", "") if run is None else (", run", f", {run:d}")
    into = f"INSERT INTO {table} ({', '.join(names)}{own}) VALUES "  # noqa: S608 - see above
    one, width = f"({', '.join('?' * len(names))}{same})", len(names)
    step = _VALUES // width * width
    for part in pieces(columns):
        values = _values(part)
        whole = len(values) // step * step
        many = into + ", ".join([one] * (step // width))
        database.executemany(many, (values[at : at + step] for at in range(0, whole, step)))
        if rest := values[whole:]:
            database.execute(into + ", ".join([one] * (len(rest) // width)), rest)


def _values(columns: Sequence[Column]) -> Sequence[object]:
    """The values of some rows, one row after the other."""
    whole = [column for column in columns if isinstance(column, np.ndarray) and column.min(initial=0) > NONE]
    if len(whole) == len(columns):  # Python's own numbers are then made one by one, as they are handed over
        return array("q", np.column_stack(whole).astype(np.int64, copy=False).tobytes())
    return list(chain.from_iterable(zip(*map(_listed, columns), strict=True)))


def _listed(column: Column) -> Sequence[object]:
    """What the database takes: Python's own numbers, ``None`` for NULL."""
    if not isinstance(column, np.ndarray):
        return column
    if column.min(initial=0) > NONE:
        values: list[object] = column.tolist()
        return values
    return [None if value == NONE else value for value in column.tolist()]
