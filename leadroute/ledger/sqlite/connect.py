"""Opening a ledger file: made on purpose only, refused when it is damaged, newer than us, or something else."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from leadroute.ledger.errors import LedgerError
from leadroute.ledger.sqlite.schema import APPLICATION, MIGRATIONS, VERSION
from leadroute.model.diagnostic import Diagnostic, Place, facts

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 5.0
_MODE = 0o600
_CACHE = -32768
"""32 MB (in KiB, as SQLite wants it): keys that are looked up lie where they are then added, a page for nearly each."""


def create(path: Path) -> sqlite3.Connection:
    """Make a new, empty ledger.

    Raises:
        LedgerError: there is something already, or the folder does not let us.
    """
    made = path.with_name(f".{path.name}-new")  # it appears whole: an empty file would look like a ledger that was lost
    try:
        made.unlink(missing_ok=True)
        made.touch(mode=_MODE, exist_ok=False)
        database = _connection(made)
        database.execute("BEGIN IMMEDIATE")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        _migrate(database, 0)
        database.execute("COMMIT")
        database.close()
        for left in ("-wal", "-shm"):  # of a ledger that is gone: SQLite would take it for the log of the new one
            path.with_name(path.name + left).unlink(missing_ok=True)
        made.replace(path)
        return _connection(path)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(_found("LR702", path, reason=_why(error))) from error


def connect(path: Path) -> sqlite3.Connection:
    """Open a ledger that is there, bringing an older one forward.

    Raises:
        LedgerError: it is missing, empty, no ledger, newer than this program, or cannot be read.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LedgerError(_found("LR701", path, reason=_why(error))) from error
    if size == 0:  # SQLite would take it for a new database: all history would never have happened
        raise LedgerError(_found("LR703", path))
    try:
        database = _connection(path)
        application = database.execute("PRAGMA application_id").fetchone()[0]
        version = database.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.Error, ValueError) as error:  # damaged text is no valid encoding
        raise LedgerError(_found("LR704", path, reason=_why(error))) from error
    if application != APPLICATION:
        raise LedgerError(_found("LR705", path))
    if version > VERSION:
        raise LedgerError(_found("LR706", path, version=version, known=VERSION))
    if version < VERSION:
        with database:
            database.execute("BEGIN IMMEDIATE")
            _migrate(database, version)
    return database


def is_ledger(path: Path) -> bool:
    """Whether a file begins as ledgers do."""
    with path.open("rb") as file:
        begin = file.read(72)
    return begin.startswith(b"SQLite format 3\0") and begin[68:] == APPLICATION.to_bytes(4, "big")


def _connection(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")  # a run that was told to be done stays done without power
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute(f"PRAGMA cache_size = {_CACHE}")
    return database


def _migrate(database: sqlite3.Connection, version: int) -> None:
    for step in MIGRATIONS[version:]:
        for statement in step:
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {VERSION}")


def _found(code: str, path: Path, **named: object) -> Diagnostic:
    return Diagnostic(code, place=Place(str(path)), args=facts(file=path.name, **named))


def _why(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
