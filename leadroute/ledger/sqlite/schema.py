"""The tables of a ledger. Plain SQL: whole numbers, texts and bytes, no types of SQLite's own.

Texts that repeat (reps, pools, rules, files) are kept once, as words. Rows are added and never changed: triggers
refuse it, and the hash of every run (see ``digest``) tells when it was done all the same.
"""

from __future__ import annotations

from leadroute.model.outcome import Reason

APPLICATION = 0x4C52_4C31
"""``LRL1``: what makes a database a ledger of ours."""

_TABLES = {
    "run": """number INTEGER PRIMARY KEY, kind TEXT NOT NULL, now TEXT NOT NULL, day INTEGER NOT NULL,
        facts TEXT NOT NULL, hash BLOB NOT NULL""",
    "word": "number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, run INTEGER NOT NULL",
    "decision": """run INTEGER NOT NULL, place INTEGER NOT NULL, lead INTEGER NOT NULL, file INTEGER,
        row INTEGER NOT NULL, label TEXT NOT NULL, company INTEGER NOT NULL, outcome INTEGER NOT NULL,
        reason INTEGER NOT NULL, rule INTEGER, pool INTEGER, rep INTEGER, turn INTEGER NOT NULL,
        balance INTEGER NOT NULL, PRIMARY KEY (run, place)""",
    "entry": """run INTEGER NOT NULL, place INTEGER NOT NULL, account INTEGER NOT NULL, pool INTEGER NOT NULL,
        rep INTEGER NOT NULL, day INTEGER NOT NULL, entitled INTEGER NOT NULL, paid INTEGER NOT NULL,
        got INTEGER NOT NULL, free INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (run, place)""",
    "sighting": """key INTEGER NOT NULL, company INTEGER NOT NULL, contact INTEGER NOT NULL, lead INTEGER NOT NULL,
        run INTEGER NOT NULL, PRIMARY KEY (key, company, contact, lead, run)""",
    "cells": "run INTEGER PRIMARY KEY, data BLOB NOT NULL",
    "undone": "undoes INTEGER PRIMARY KEY, run INTEGER NOT NULL",
    "published": "run INTEGER PRIMARY KEY",
}
_NO_ROWID = ("decision", "entry", "sighting")
_INDEXES = (
    "CREATE INDEX decision_lead ON decision (lead, run)",
    "CREATE INDEX decision_waiting ON decision (outcome, run) WHERE outcome = 1",
    "CREATE INDEX entry_account ON entry (account, rep, entitled, paid, last)",
    "CREATE INDEX entry_day ON entry (day, pool, rep, got, free)",
    "CREATE INDEX word_run ON word (run)",
    f"CREATE INDEX decision_corrected ON decision (rule) WHERE reason = {int(Reason.CORRECTED)}",
)


def _create(name: str) -> str:
    return f"CREATE TABLE {name} ({_TABLES[name]})" + (" WITHOUT ROWID" if name in _NO_ROWID else "")


def _guards(name: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {name}_{verb.lower()} BEFORE {verb} ON {name} "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END"
        for verb in ("UPDATE", "DELETE")
    )


MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (*(_create(name) for name in _TABLES), *_INDEXES, *(guard for name in _TABLES for guard in _guards(name))),
)
"""What each version added to the one before; the number of entries is the version this program writes."""

VERSION = len(MIGRATIONS)
