"""Adding a run: all of it in one transaction, or nothing."""

from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.record import Run
from leadroute.ledger.sqlite.digest import digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from leadroute.ledger.record import Coded, Decided, Entry, Head, Record


def add(database: sqlite3.Connection, record: Record, before: Head) -> Run:
    """Add the rows of a run within the transaction of the caller; ``before`` is the head it follows."""
    number = before.run + 1
    told = json.dumps(record.facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    words = _intern(database, number, _texts(record))
    _add_decisions(database, number, record.decided, words)
    _add_entries(database, number, record.entries, words)
    seen = record.sightings
    new = zip(*_lists(seen.key, seen.company, seen.contact, seen.lead), repeat(number), strict=False)
    _insert(database, "sighting", 5, new)
    _insert(database, "undone", 2, [(undoes, number) for undoes in record.undoes])
    if record.cells:
        _insert(database, "cells", 2, [(number, record.cells)])
    header = (number, record.kind.value, record.now.isoformat(), _day(record), told)
    own = digest(database, number, header, before.hash)
    _insert(database, "run", 6, [(*header, own)])
    return Run(number, record.kind, record.now, record.facts, own, published=False, undoes=record.undoes)


def _add_decisions(database: sqlite3.Connection, run: int, decided: Decided, words: dict[str, int]) -> None:
    rows = zip(
        repeat(run),
        range(len(decided)),
        *_lists(decided.lead),
        _numbers(decided.file, words),
        *_lists(decided.row),
        decided.label,
        *_lists(decided.company, decided.outcome, decided.reason),
        _numbers(decided.rule, words),
        _numbers(decided.pool, words),
        _numbers(decided.rep, words),
        *_lists(decided.turn, decided.balance),
        strict=False,
    )
    _insert(database, "decision", 14, rows)


def _add_entries(database: sqlite3.Connection, run: int, entries: Sequence[Entry], words: dict[str, int]) -> None:
    rows = (
        (run, place, *(words[text] for text in (one.account, one.pool, one.rep)), *_figures(one))
        for place, one in enumerate(entries)
    )
    _insert(database, "entry", 11, rows)


def _figures(one: Entry) -> tuple[int, ...]:
    return one.day, one.entitled, one.paid, one.got, one.free, one.last


def _texts(record: Record) -> set[str]:
    decided = record.decided
    columns = (decided.file, decided.rule, decided.pool, decided.rep)
    lines = {text for one in record.entries for text in (one.account, one.pool, one.rep)}
    return lines | {text for column in columns for text in column.texts}


def _intern(database: sqlite3.Connection, run: int, texts: set[str]) -> dict[str, int]:
    """The number of every text; new ones are added in order, so that the same run makes the same ledger."""
    known = dict(database.execute("SELECT text, number FROM word"))
    new = sorted(texts - known.keys())
    fresh = dict(zip(new, range(len(known) + 1, len(known) + 1 + len(new)), strict=True))
    _insert(database, "word", 3, [(number, text, run) for text, number in fresh.items()])
    return known | fresh


def _numbers(column: Coded, words: dict[str, int]) -> list[int | None]:
    """For each row the number of its text, NULL for none."""
    numbers: np.ndarray[tuple[int], np.dtype[np.object_]] = np.array(
        [*(words[text] for text in column.texts), None], dtype=object
    )
    found: list[int | None] = numbers[column.codes].tolist()
    return found


def _insert(database: sqlite3.Connection, table: str, width: int, rows: Iterable[tuple[object, ...]]) -> None:
    database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608 - our own names


def _lists(*columns: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[list[int]]:
    return [column.tolist() for column in columns]


def _day(record: Record) -> int:
    """Days since 1970 of the run, in its own zone."""
    return record.now.date().toordinal() - 719_163
