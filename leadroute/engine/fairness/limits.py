"""Whether every cap was kept, lead by lead in the order they were given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.caps import open_before, taken_from
from leadroute.engine.fairness.receipts import pool_names, pool_of_rows
from leadroute.model.rep import PERIODS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask

_NO_LIMIT = np.iinfo(np.int64).max


@dataclass(frozen=True)
class _Given:
    """The rows given to a rep or reserved for one, in the order of their turns; ``pool`` points into ``names``.

    The ``nth`` figures say, for each row, how many its receiver had got before in this run, in all or through the same
    pool, and how many the pool had given.
    """

    rows: npt.NDArray[np.intp]
    rep: npt.NDArray[np.intp]
    pool: npt.NDArray[np.intp]
    names: tuple[str, ...]
    reps: int

    @cached_property
    def nth_of_rep(self) -> npt.NDArray[np.int64]:
        return _earlier(self.rep)

    @cached_property
    def nth_of_pool(self) -> npt.NDArray[np.int64]:
        return _earlier(self.pool)

    @cached_property
    def cell(self) -> npt.NDArray[np.intp]:
        """Pool and rep as one number."""
        return self.pool * self.reps + self.rep

    @cached_property
    def nth_of_cell(self) -> npt.NDArray[np.int64]:
        return _earlier(self.cell)


def caps_hold(plan: Plan) -> bool:
    """Nobody got a lead at a cap: the rep's own, the pool's for each member, or the pool's altogether.

    A cap already exceeded before the run is no fault of the run; a lead of a lane that is exempt from a cap may pass
    it, and counts.
    """
    names = pool_names(plan)
    rows = np.flatnonzero(plan.decisions.rep >= 0)
    rows = rows[np.argsort(plan.decisions.turn[rows])]
    rep, pool = plan.decisions.rep[rows].astype(np.intp), pool_of_rows(plan, names)[rows]
    given = _Given(rows, rep, pool, names, len(plan.roster.reps))
    return not any(
        (full & _bound(plan, rows, period)).any()
        for period in PERIODS
        for full in (_own(plan, given, period), _members(plan, given, period), _total(plan, given, period))
        if full is not None
    )


def _own(plan: Plan, given: _Given, period: str) -> Mask | None:
    """Leads whose receiver was at an own cap (``None``: nobody has one)."""
    limits = [rep.caps.of(period) for rep in plan.roster.reps]
    return None if _none(limits) else _held(plan, given, period) >= _ceiling(limits)[given.rep]


def _members(plan: Plan, given: _Given, period: str) -> Mask | None:
    """Leads whose receiver was at the cap the pool puts on each member; the open one counts all the rep holds."""
    pools = plan.rulebook.pools
    limits = [pools[name].caps.of(period) if name in pools else None for name in given.names]
    if _none(limits):
        return None
    held = _held(plan, given, period) if period == "open" else _through_pool(plan, given, period)
    return held >= _ceiling(limits)[given.pool]


def _total(plan: Plan, given: _Given, period: str) -> Mask | None:
    """Leads given while the pool had given all it may."""
    pools = plan.rulebook.pools
    limits = [pools[name].total.of(period) if name in pools else None for name in given.names]
    if _none(limits):
        return None
    before = np.array([taken_from(plan, name, period) for name in given.names], dtype=np.int64)
    return before[given.pool] + given.nth_of_pool >= _ceiling(limits)[given.pool]


def _held(plan: Plan, given: _Given, period: str) -> npt.NDArray[np.int64]:
    """For each lead: how many its receiver already had."""
    before = [plan.opening.taken.get((rep.id, period), 0) for rep in plan.roster.reps]
    counts = np.array(open_before(plan) if period == "open" else before, dtype=np.int64)
    held: npt.NDArray[np.int64] = counts[given.rep] + given.nth_of_rep
    return held


def _through_pool(plan: Plan, given: _Given, period: str) -> npt.NDArray[np.int64]:
    """For each lead: how many its receiver already had from its pool."""
    taken, reps = plan.opening.pool_taken, plan.roster.reps
    before = np.array([taken.get((name, rep.id, period), 0) for name in given.names for rep in reps], dtype=np.int64)
    through: npt.NDArray[np.int64] = before[given.cell] + given.nth_of_cell
    return through


def _earlier(group: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
    """For each entry, how many before it are of the same group."""
    # Small numbers are sorted by radix, ten times faster.
    small = group.astype(np.uint16) if group.max(initial=0) < 2**16 else group
    order = np.argsort(small, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    first = np.repeat(starts, np.diff(starts, append=len(group)))
    earlier = np.empty(len(group), dtype=np.int64)
    earlier[order] = np.arange(len(group)) - first
    return earlier


def _bound(plan: Plan, rows: npt.NDArray[np.intp], period: str) -> npt.NDArray[np.bool_]:
    """Which rows the caps of a period bind (a lane may be exempt)."""
    lanes = [period not in lane.exempt for lane in plan.rulebook.lanes]
    return np.array([*lanes, True], dtype=np.bool_)[plan.decisions.lane[rows]]


def _none(limits: Sequence[int | None]) -> bool:
    return all(limit is None for limit in limits)


def _ceiling(caps: Sequence[int | None]) -> npt.NDArray[np.int64]:
    return np.array([_NO_LIMIT if cap is None else cap for cap in caps], dtype=np.int64)
