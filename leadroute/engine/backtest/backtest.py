"""A rulebook over the past, beside what really happened and beside another rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.backtest.months import months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.backtest.months import Month
    from leadroute.engine.backtest.played import Played
    from leadroute.engine.backtest.verdict import Learnt, Weighed
    from leadroute.engine.fairness.report import Evenness
    from leadroute.tables.leads import Mask, Rows, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Really:
    """Who really had each lead of the past: a position on the roster, -1 for nobody known.

    ``strangers`` are leads of people who are not on the roster, by the name that was written.
    """

    rep: Whole
    strangers: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """What the ends of the leads tell: what was learnt, what the groups are called, and what is weighed against what.

    ``against_really`` and ``against_old`` weigh the new rulebook against what happened and against the old one.
    """

    learnt: Learnt
    by: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    against_really: Weighed | None = None
    against_old: Weighed | None = None


@dataclass(frozen=True)
class Backtest:
    """The new rulebook, the old one where one was given, and the truth as far as it is known.

    ``runs`` holds the positions of the leads of each run among all leads of the past.
    """

    new: Played
    old: Played | None
    runs: tuple[Rows, ...]
    really: Really | None
    ends: Ends | None = None

    @cached_property
    def counted(self) -> Mask:
        """The leads that count: those the new rulebook decides, neither duplicate nor invalid."""
        return self.new.fates.leads

    @cached_property
    def had(self) -> Whole | None:
        """How many of these leads each rep really had."""
        return None if self.really is None else self._had(np.arange(len(self.counted)))

    @cached_property
    def really_even(self) -> Evenness | None:
        """How even that was."""
        return None if self.had is None else self.new.evenness(self.had)

    @cached_property
    def owned(self) -> int:
        """Leads with an owner in truth and with the new rulebook."""
        return int(self._owned.sum())

    @cached_property
    def others(self) -> int:
        """Those of them that would have had another owner."""
        return int((self._owned & (self.new.fates.owner != self.really.rep)).sum()) if self.really else 0

    @cached_property
    def _owned(self) -> Mask:
        nobody = np.zeros(len(self.counted), dtype=np.bool_)
        had = nobody if self.really is None else self.really.rep >= 0
        return np.asarray(had & (self.new.fates.owner >= 0) & self.counted, dtype=np.bool_)

    @cached_property
    def moved(self) -> tuple[int, int] | None:
        """Leads with another owner or another end than with the old rulebook, of those that either decides."""
        if self.old is None:
            return None
        old, new = self.old.fates, self.new.fates
        other = (old.outcome != new.outcome) | (old.owner != new.owner)
        counted = self.counted | old.leads
        return int((other & counted).sum()), int(counted.sum())

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The new rulebook month by month."""
        return months(self.new, None if self.really is None else [self._had(rows) for rows in self.runs])

    def _had(self, rows: Rows) -> Whole:
        own = self.really.rep[rows] if self.really else np.zeros(0, dtype=np.int64)
        some = own[self.counted[rows] & (own >= 0)]
        return np.bincount(some, minlength=len(self.new.roster.reps)).astype(np.int64)
