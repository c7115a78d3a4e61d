"""The hash chain: every run's hash covers all its rows as they are stored, and the hash of the run before."""

from __future__ import annotations

import hashlib
from types import NoneType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3

_OF_RUN = {
    "word": "SELECT number, text FROM word WHERE run = ? ORDER BY number",
    "decision": """SELECT place, lead, file, row, label, company, outcome, reason, rule, pool, rep, turn, balance
        FROM decision WHERE run = ? ORDER BY place""",
    "entry": """SELECT place, account, pool, rep, day, entitled, paid, got, free, last
        FROM entry WHERE run = ? ORDER BY place""",
    "sighting": "SELECT key, company, contact, lead FROM sighting WHERE run = ? ORDER BY key, company, contact, lead",
    "cells": "SELECT data FROM cells WHERE run = ?",
    "undone": "SELECT undoes FROM undone WHERE run = ? ORDER BY undoes",
}
_PIECE = 50_000
_NONE = -(2**63)


def digest(database: sqlite3.Connection, run: int, header: tuple[object, ...], before: bytes) -> bytes:
    """The hash of a run: SHA-256 over the hash before, the run's own line and all rows it added, read back."""
    total = hashlib.sha256(before)
    total.update(_framed(repr(header).encode()))
    for name, question in _OF_RUN.items():
        total.update(name.encode())
        answer = database.execute(question, (run,))
        while rows := answer.fetchmany(_PIECE):
            for column in zip(*rows, strict=True):
                total.update(_framed(_bytes(column)))
    return total.digest()


def _framed(data: bytes) -> bytes:
    """With the length before it, so that nothing can move from one value into the next."""
    return len(data).to_bytes(8, "little") + data


def _bytes(column: tuple[object, ...]) -> bytes:
    """A column as bytes: whole numbers as 64 bits, anything else one after the other, each with its length."""
    kinds = set(map(type, column))
    if kinds == {int}:
        return np.array(column, dtype="<i8").tobytes()
    if kinds <= {int, NoneType}:
        return np.array([_NONE if value is None else value for value in column], dtype="<i8").tobytes()
    return b"".join(_framed(value if isinstance(value, bytes) else repr(value).encode()) for value in column)
