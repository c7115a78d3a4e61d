"""Adding a run: all of it in one transaction, or nothing."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from leadroute.ledger.record import Run
from leadroute.ledger.sqlite.bulk import insert
from leadroute.ledger.sqlite.digest import chained
from leadroute.ledger.sqlite.rows import TABLES, hashes, rows_of, texts_of

if TYPE_CHECKING:
    import sqlite3

    from leadroute.ledger.record import Head, Record

_EPOCH = 719_163  # the ordinal of 1970-01-01
_ADD_RUN = "INSERT INTO run (number, kind, now, day, facts, hash) VALUES (?, ?, ?, ?, ?, ?)"


def add(database: sqlite3.Connection, record: Record, before: Head) -> Run:
    """Add the rows of a run within the transaction of the caller; ``before`` is the head it follows."""
    number = before.run + 1
    told = json.dumps(record.facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    known, new = _numbered(database, texts_of(record))
    rows = rows_of(record, known | new, new)
    with ThreadPoolExecutor(1) as pool:  # hashing and the database let go of Python's lock
        hashed = pool.submit(hashes, rows)
        for table, columns in rows.items():
            if len(columns[0]):
                insert(database, table, TABLES[table], columns, number)
    day = record.now.date().toordinal() - _EPOCH
    header = (number, record.kind.value, record.now.isoformat(), day, told)
    own = chained(before.hash, header, hashed.result())
    database.execute(_ADD_RUN, (*header, own))
    return Run(number, record.kind, record.now, record.facts, own, published=False, undoes=record.undoes)


def _numbered(database: sqlite3.Connection, texts: set[str]) -> tuple[dict[str, int], dict[str, int]]:
    """The numbers of the words there are, and of new ones: in order, so that the same run makes the same ledger."""
    known = dict(database.execute("SELECT text, number FROM word"))
    new = sorted(texts - known.keys())
    return known, dict(zip(new, range(len(known) + 1, len(known) + 1 + len(new)), strict=True))
