"""The past to be played again: its runs with their leads, and what really happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.past.cut import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from leadroute.files.read.options import Reading
    from leadroute.intake.past.ends import Marked
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.manner import Every
    from leadroute.tables.leads import Leads, Rows, Texts
    from leadroute.tables.raw import RawTable


@dataclass(frozen=True, slots=True)
class Told:
    """Where the past is told: a ledger, or files, or both; and what of it is wanted.

    ``every`` is how files are cut into runs (``None``: by their names, else by day). ``ends`` is a file that tells by
    lead id how leads ended (``None``: the history itself does), ``won`` and ``lost`` mark it. ``owner`` is the column
    of who had them ("": the usual one), ``by`` are the columns that group them.
    """

    ledger: Path | None
    files: tuple[Path, ...]
    how: Reading
    window: Window = field(default=Window())
    every: Every | None = None
    ends: Path | None = None
    owner: str = ""
    won: Marked | None = None
    lost: Marked | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Occasion:
    """One run of the past: the moment, its leads as they stood, and their positions among all leads of the past."""

    now: datetime
    tables: tuple[RawTable, ...]
    rows: Rows


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """The runs, oldest first, and all leads of the past.

    ``owner`` is who really had each lead, as it was written ("": nobody known; ``None``: nobody knows of any).
    ``first`` is the run of the ledger it begins with (0: there is no ledger).
    """

    occasions: tuple[Occasion, ...]
    leads: Leads
    owner: Texts | None
    notes: tuple[Diagnostic, ...]
    first: int = 0


def renumbered(tables: Sequence[RawTable], rows: Rows, first: int) -> tuple[RawTable, ...]:
    """Those of some rows that each table has, numbered by their position among the rows of all tables."""
    starts = np.cumsum([0, *map(len, tables)])
    found = []
    for table, start in zip(tables, starts.tolist(), strict=False):
        own = rows[(rows >= start) & (rows < start + len(table))]
        if len(own):
            found.append(table.take(own - start, (own + first).astype(np.int32)))
    return tuple(found)
