"""What the history says of won leads, and what other owners of the same leads could expect.

Two steps, both of them observation and no experiment. Leads of one group (source, grade …) are expected to be won at
that group's rate (``rates``); a rep is compared with what could be expected of the leads this rep had (``effects``).
Another way of giving the same leads out is then expected to win, for each lead, its group's rate times the index of
whoever has it. Intervals are by the delta method, 95 % of a normal distribution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.backtest.effects import Effects, drawn_effects
from leadroute.engine.backtest.enough import needed
from leadroute.engine.backtest.rates import Rates, drawn_rates

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask, Numbers, Whole

WON, LOST, OPEN = 1, 0, -1
"""How a lead ended; of an open one nothing is known yet."""

_SURE = 1.959964  # standard deviations that hold 95 % of a normal distribution


@dataclass(frozen=True, slots=True, eq=False)
class Ended:
    """Leads of the past, one entry a lead: its ``group``, who had it (``rep``, -1: nobody known), how it ended.

    There are ``groups`` groups and ``reps`` reps. ``end`` is ``WON``, ``LOST`` or ``OPEN``.
    """

    group: Whole
    rep: Whole
    end: Whole
    groups: int
    reps: int

    @property
    def known(self) -> Mask:
        """Which of them have a known end."""
        return np.asarray(self.end != OPEN, dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learnt: rates by group, effects by rep, and by rep the leads with a known end and those won of them.

    ``need`` is how many of them a rep needs to be believed.
    """

    rates: Rates
    effects: Effects
    known: Whole
    won: Whole
    need: int

    @property
    def believed(self) -> Mask:
        """The reps with enough leads."""
        return np.asarray(self.known >= self.need, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number of leads won, and between which it lies in 19 cases of 20."""

    value: float
    low: float
    high: float


def learn(past: Ended) -> Model:
    """Learn from the leads with a known end."""
    known, won = past.known, past.end == WON
    rates = drawn_rates(_counted(past.group, won, past.groups), _counted(past.group, known, past.groups))
    own, of_own = known & (past.rep >= 0), won & (past.rep >= 0)
    chance = rates.rate[past.group]
    expected = _summed(past.rep[own], chance[own], past.reps)
    noise = _summed(past.rep[own], (chance * (1 - chance))[own], past.reps)
    had, got = _counted(past.rep, own, past.reps), _counted(past.rep, of_own, past.reps)
    need = needed(rates.mean)
    return Model(rates, drawn_effects(got.astype(np.float64), expected, noise, had >= need), had, got, need)


def expected(model: Model, group: Whole, rep: Whole) -> Estimate:
    """What may be expected of leads of these groups with these reps (-1: nobody, and nothing is expected)."""
    return _estimate(model, _table(model, group, rep), signed=False)


def difference(model: Model, group: Whole, before: Whole, after: Whole) -> Estimate:
    """How many leads more are won with the reps ``after`` than with those ``before``; leads with both of them only."""
    both = (before >= 0) & (after >= 0)
    tables = (_table(model, group[both], rep[both]) for rep in (after, before))
    return _estimate(model, next(tables) - next(tables), signed=True)


def _estimate(model: Model, leads: Numbers, *, signed: bool) -> Estimate:
    """From (weighted) leads by group and rep to what is won of them."""
    rate, index = model.rates.rate, model.effects.index
    value = float(rate @ leads @ index)
    of_reps = ((rate @ leads) ** 2 * model.effects.variance).sum()
    of_groups = ((leads @ index) ** 2 * model.rates.variance).sum()
    reach = _SURE * float(of_reps + of_groups) ** 0.5
    low = value - reach if signed else max(0.0, value - reach)
    return Estimate(value, low, value + reach)


def _table(model: Model, group: Whole, rep: Whole) -> Numbers:
    """Leads by group and rep."""
    groups, reps = len(model.rates.rate), len(model.known)
    held = rep >= 0
    cells = group[held] * reps + rep[held]
    return np.bincount(cells, minlength=groups * reps).reshape(groups, reps).astype(np.float64)


def _summed(of: Whole, amounts: Numbers, size: int) -> Numbers:
    return np.bincount(of, weights=amounts, minlength=size).astype(np.float64)


def _counted(of: Whole, which: Mask, size: int) -> Whole:
    return np.bincount(of[which], minlength=size).astype(np.int64)
