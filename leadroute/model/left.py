"""Files of an inbox that a run leaves where they are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a file is left in the inbox."""

    FRESH = "fresh"  # changed a moment ago: it may still be written
    CHANGED = "changed"  # changed, or went away, while it was read
    TEMPORARY = "temporary"  # by its name a part of a file, or what a program keeps beside an open one
    NO_TABLE = "no_table"  # in a folder that is taken whole, a name no table has
    SPECIAL = "special"  # a link, a pipe, a device
    OWN = "own"  # the roster, the rulebook, the log: not leads
    BAD = "bad"  # it cannot be read


@dataclass(frozen=True, slots=True)
class Left:
    """A file as the job calls it, and why it is left."""

    file: str
    why: Why
