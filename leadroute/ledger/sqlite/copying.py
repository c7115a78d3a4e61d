"""A copy of a ledger as it stands at one moment, whoever is at work on it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MODE = 0o600
_AT_ONCE = 4096
"""Pages copied before others get a turn: 16 MB."""


def copy(database: sqlite3.Connection, target: Path) -> None:
    """Copy everything into a new file that only its owner can read."""
    target.unlink(missing_ok=True)
    target.touch(mode=_MODE, exist_ok=False)
    with closing(sqlite3.connect(target)) as other:
        database.backup(other, pages=_AT_ONCE, sleep=0)
