"""The rows a run adds, table by table, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.sqlite.digest import NONE, hash_of, hash_of_keys, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.ledger.record import Coded, Decided, Entry, Record
    from leadroute.ledger.sqlite.digest import Column
    from leadroute.tables.leads import Whole

    Rows = Mapping[str, tuple[Column, ...]]

TABLES: dict[str, tuple[str, ...]] = {
    "word": ("number", "text"),
    "decision": (
        *("place", "lead", "file", "row", "label", "company", "outcome", "reason"),
        *("rule", "pool", "rep", "turn", "balance"),
    ),
    "entry": ("place", "account", "pool", "rep", "day", "entitled", "paid", "got", "free", "last"),
    "sighting": ("key", "company", "contact", "lead"),
    "cells": ("data",),
    "undone": ("undoes",),
}
"""The columns of each table but for ``run``, the run that added the row; rows stand in the order of the first."""

KEYS = "sighting"
"""The table whose rows lie by key and not by run."""


def rows_of(record: Record, words: Mapping[str, int], new: Mapping[str, int]) -> Rows:
    """What a run adds; ``words`` are the numbers of all texts, ``new`` of those that are added with it."""
    seen = record.sightings
    return {
        "word": (list(new.values()), list(new)),
        "decision": _decisions(record.decided, words),
        "entry": _entries(record.entries, words),
        KEYS: (seen.key, seen.company, seen.contact, seen.lead),
        "cells": ([record.cells] if record.cells else [],),
        "undone": (sorted(record.undoes),),
    }


def texts_of(record: Record) -> set[str]:
    """The texts of a run that are kept as words."""
    decided = record.decided
    columns = (decided.file, decided.rule, decided.pool, decided.rep)
    lines = {text for one in record.entries for text in (one.account, one.pool, one.rep)}
    return lines | {text for column in columns for text in column.texts}


def hashes(rows: Rows) -> dict[str, bytes]:
    """The hash of the rows of each table."""
    own = {name: hash_of(pieces(columns)) for name, columns in rows.items() if name != KEYS}
    return {**own, KEYS: hash_of_keys([np.asarray(column) for column in rows[KEYS]])}


def _decisions(decided: Decided, words: Mapping[str, int]) -> tuple[Column, ...]:
    return (
        np.arange(len(decided)),
        decided.lead,
        _numbers(decided.file, words),
        decided.row,
        decided.label,
        decided.company,
        decided.outcome,
        decided.reason,
        _numbers(decided.rule, words),
        _numbers(decided.pool, words),
        _numbers(decided.rep, words),
        decided.turn,
        decided.balance,
    )


def _entries(entries: Sequence[Entry], words: Mapping[str, int]) -> tuple[Column, ...]:
    lines = (
        (place, *(words[text] for text in (one.account, one.pool, one.rep)), *_figures(one))
        for place, one in enumerate(entries)
    )
    return tuple(list(column) for column in zip(*lines, strict=True)) or ([],) * len(TABLES["entry"])


def _figures(one: Entry) -> tuple[int, ...]:
    return one.day, one.entitled, one.paid, one.got, one.free, one.last


def _numbers(column: Coded, words: Mapping[str, int]) -> Whole:
    """For each row the number of its text, ``NONE`` for none."""
    return np.array([*(words[text] for text in column.texts), NONE], dtype=np.int64)[column.codes]
