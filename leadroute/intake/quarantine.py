"""Rows that cannot be worked on: which they are, how many a run puts up with, and what becomes of them.

A row is bad when it could not be read, when nothing in it says who it is about, or when every number and address in it
is damaged or invalid. The first two are nobody's lead whatever the user wants. The third may be a firm whose number can
be looked up: it is dealt out unless the user sets it aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.manner import OnBad
from leadroute.tables.reach import nobody, unreachable

if TYPE_CHECKING:
    from leadroute.model.manner import Most, Tolerance
    from leadroute.tables.leads import Leads, Mask

LISTED = 20
"""So many bad rows are named when they stop a run."""


@dataclass(frozen=True, slots=True, eq=False)
class BadRows:
    """The bad rows, each under the first of its reasons."""

    unreadable: Mask
    nobody: Mask
    unreachable: Mask

    @property
    def every(self) -> Mask:
        """All of them."""
        return self.unreadable | self.nobody | self.unreachable


def bad_rows(leads: Leads) -> BadRows:
    """Find the bad rows."""
    broken = leads.origin.broken
    unreadable = np.zeros(len(leads), dtype=np.bool_) if broken is None else broken
    nameless = nobody(leads) & ~unreadable
    return BadRows(unreadable, nameless, unreachable(leads) & ~nameless & ~unreadable)


def set_aside(bad: BadRows, tolerance: Tolerance) -> Mask | None:
    """The rows that are not dealt out although they name somebody."""
    wanted = tolerance.on_bad is OnBad.QUARANTINE and bool(bad.unreachable.any())
    return bad.unreachable if wanted else None


def intolerable(leads: Leads, bad: BadRows, tolerance: Tolerance) -> tuple[Diagnostic, ...]:
    """The errors that stop the run because of bad rows: the first says how many there are, the others name rows."""
    read = len(leads) - leads.origin.again  # rows that earlier runs have put up with count no more
    count, limit = int(np.count_nonzero(bad.every[leads.origin.again :])), tolerance.most.of(read)
    if limit is not None and count > limit:
        share = f"{100 * count / read:.1f}%"
        total = Diagnostic("LR571", args=facts(count=count, rows=read, share=share, limit=_told(tolerance.most)))
    elif tolerance.on_bad is OnBad.FAIL and count:
        total = Diagnostic("LR570", args=facts(count=count, rows=read))
    else:
        return ()
    return (total, *_named(leads, bad))


def _named(leads: Leads, bad: BadRows) -> list[Diagnostic]:
    """The first bad rows, each with its reason."""
    codes = (("LR572", bad.unreadable), ("LR573", bad.nobody), ("LR574", bad.unreachable))
    again = leads.origin.again
    rows = (again + np.flatnonzero(bad.every[again:])[:LISTED]).tolist()
    return [Diagnostic(code, Severity.ERROR, leads.place(row)) for row in rows for code, mask in codes if mask[row]]


def _told(most: Most) -> str:
    return f"{float(100 * most.share):g}%" if most.share is not None else str(most.rows)
