"""A rulebook over the runs of the past: what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.account import in_leads
from leadroute.engine.fairness.evenness import Amounts, evenness

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    import numpy.typing as npt

    from leadroute.engine.backtest.fates import Fates
    from leadroute.engine.backtest.step import Step
    from leadroute.engine.fairness.report import Evenness
    from leadroute.model.outcome import Outcome
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Whole


@dataclass(frozen=True)
class Totals:
    """What some runs add up to, by rep of the roster: leads received, turns reserved, leads entitled to."""

    got: Whole
    reserved: Whole
    entitled: tuple[Fraction, ...]

    @property
    def gap(self) -> tuple[Fraction, ...]:
        """Received and reserved minus entitled (positive: more than entitled)."""
        held = (self.got + self.reserved).tolist()
        return tuple(own - due for own, due in zip(held, self.entitled, strict=True))


@dataclass(frozen=True)
class Played:
    """The runs in order, and what became of every lead of the past in the end."""

    book: Rulebook
    roster: Roster
    steps: tuple[Step, ...]
    fates: Fates

    @cached_property
    def totals(self) -> Totals:
        """All runs together."""
        return totals(self.steps, len(self.roster.reps))

    @cached_property
    def weights(self) -> npt.NDArray[np.float64]:
        """Roster weights, zero for reps who were on duty at none of the runs."""
        present = np.zeros(len(self.roster.reps), dtype=np.bool_)
        for one in self.steps:
            present |= one.present
        own = np.array([float(rep.weight) for rep in self.roster.reps])
        return np.where(present, own, 0.0)

    @cached_property
    def even(self) -> Evenness:
        """How evenly all runs together spread the leads."""
        return self.evenness(self.totals.got, self.totals)

    def evenness(self, got: Whole, due: Totals | None = None) -> Evenness:
        """How even it is that the reps have so many leads each; ``due`` says what they were entitled to."""
        nothing = np.zeros(len(got))
        entitled = nothing if due is None else np.array([float(one) for one in due.entitled])
        turns = got + due.reserved if due else got
        return evenness(Amounts(got, turns, entitled, self.weights), self.book.fairness.balance_ratio)

    def ends(self, got: Whole) -> tuple[int, int]:
        """The fewest and the most leads of one rep, among those who were on duty at any of the runs."""
        own = got[self.weights > 0]
        return (int(own.min()), int(own.max())) if len(own) else (0, 0)

    @property
    def default(self) -> tuple[int, int]:
        """Leads no rule decided, out of those put to the rules."""
        return sum(one.default[0] for one in self.steps), sum(one.default[1] for one in self.steps)

    @property
    def held(self) -> int:
        """Leads that a cap, or a pool with nobody, sent elsewhere."""
        return sum(one.held for one in self.steps)

    def count(self, outcome: Outcome) -> int:
        """Leads of the past that ended so after the last run."""
        return int((self.fates.outcome == outcome).sum())


def totals(steps: Sequence[Step], reps: int) -> Totals:
    """Add some runs up."""
    got, reserved = (np.zeros(reps, dtype=np.int64) for _ in range(2))
    units = [0] * reps
    for one in steps:
        got, reserved = got + one.got, reserved + one.reserved
        units = [sum(pair) for pair in zip(units, one.units, strict=True)]
    return Totals(got, reserved, tuple(map(in_leads, units)))
