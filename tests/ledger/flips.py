"""Whether a damaged ledger says so."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from leadroute.ledger import headfile
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.sqlite.store import SqliteLedger

if TYPE_CHECKING:
    from pathlib import Path

_TABLES = ("run", "word", "decision", "entry", "sighting", "cells", "undone", "published")


def verdict(path: Path, whole: bytes) -> str:
    """``refused``, ``found``, ``harmless`` when all rows read as before, or ``unnoticed``."""
    try:
        with SqliteLedger(path) as ledger:
            headfile.check(ledger, path)
            if list(ledger.verify()):
                return "found"
    except LedgerError:
        return "refused"
    now = content(path)
    path.write_bytes(whole)
    return "harmless" if now == content(path) else "unnoticed"


def content(path: Path) -> list[object]:
    """All rows of a ledger."""
    with sqlite3.connect(path) as database:
        return [sorted(database.execute(f"SELECT * FROM {name}").fetchall()) for name in _TABLES]  # noqa: S608 - ours
