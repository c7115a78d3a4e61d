"""Rows that cannot be worked on: which they are, how many a run puts up with, and what becomes of them.

A row is bad when it could not be read, when nothing in it says who it is about, or when every number and address in it
is damaged or invalid. The first two are nobody's lead whatever the user wants. The third may be a firm whose number can
be looked up: it is dealt out unless the user sets it aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.tables.reach import nobody, unreachable

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads, Mask

LISTED = 20
"""So many bad rows are named when they stop a run."""


class OnBad(StrEnum):
    """What becomes of a row that nobody can be reached by; rows that are nobody's lead are set aside anyway."""

    KEEP = "keep"
    QUARANTINE = "quarantine"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What becomes of bad rows, and how many of them a run puts up with: a number of rows, or a share of all."""

    on_bad: OnBad = OnBad.KEEP
    most_rows: int | None = None
    most_share: Fraction | None = None

    def limit(self, rows: int) -> int | None:
        """How many of so many rows may be bad; ``None`` for any number."""
        if self.most_rows is not None:
            return self.most_rows
        return None if self.most_share is None else int(rows * self.most_share)


ANY = Tolerance()
"""Bad rows are told and stop nothing."""


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
    count, limit = int(np.count_nonzero(bad.every[leads.origin.again :])), tolerance.limit(read)
    if limit is not None and count > limit:
        share = f"{100 * count / read:.1f}%"
        total = Diagnostic("LR571", args=facts(count=count, rows=read, share=share, limit=_told(tolerance)))
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


def _told(tolerance: Tolerance) -> str:
    if tolerance.most_rows is not None:
        return str(tolerance.most_rows)
    return f"{float(100 * (tolerance.most_share or Fraction(0))):g}%"
