"""How a command ends: the exit codes scripts may rely on."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; see docs/concepts.md."""

    DONE = 0
    NO = 1
    USAGE = 2
    INPUT = 3
    RULES = 4
    STALE = 5
    OUTPUT = 7
    LEDGER = 8
    CHANGES = 10
    BUG = 70
    BUSY = 75
    INTERRUPTED = 130
