"""Whether every cap was kept, lead by lead in the order they were given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.caps import open_before, taken_from
from leadroute.engine.fairness.receipts import pool_names, pool_of_rows
from leadroute.model.rep import PERIODS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.engine.plan import Plan

_NO_LIMIT = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    """The rows given to a rep or reserved for one, in the order of their turns; ``pool`` points into ``names``."""

    rows: npt.NDArray[np.intp]
    rep: npt.NDArray[np.intp]
    pool: npt.NDArray[np.intp]
    names: tuple[str, ...]


def caps_hold(plan: Plan) -> bool:
    """Nobody got a lead at a cap: the rep's own, the pool's for each member, or the pool's altogether.

    A cap already exceeded before the run is no fault of the run; a lead of a lane that is exempt from a cap may pass
    it, and counts.
    """
    names = pool_names(plan)
    rows = np.flatnonzero(plan.decisions.rep >= 0)
    rows = rows[np.argsort(plan.decisions.turn[rows], kind="stable")]
    given = _Given(rows, plan.decisions.rep[rows].astype(np.intp), pool_of_rows(plan, names)[rows], names)
    return not any(_exceeded(plan, given, period) for period in PERIODS)


def _exceeded(plan: Plan, given: _Given, period: str) -> bool:
    reps, pools = plan.roster.reps, plan.rulebook.pools
    held = _own_before(plan, period)[given.rep] + _earlier(given.rep)
    own = _limits([rep.caps.of(period) for rep in reps])[given.rep]
    members = _limits([pools[name].caps.of(period) if name in pools else None for name in given.names])[given.pool]
    total = _limits([pools[name].total.of(period) if name in pools else None for name in given.names])[given.pool]
    before = np.array([taken_from(plan, name, period) for name in given.names], dtype=np.int64)
    full = (held >= own) | (before[given.pool] + _earlier(given.pool) >= total)
    full |= (held if period == "open" else _through_pool(plan, given, period)) >= members
    return bool((full & _bound(plan, given.rows, period)).any())


def _own_before(plan: Plan, period: str) -> npt.NDArray[np.int64]:
    if period == "open":
        return np.array(open_before(plan), dtype=np.int64)
    return np.array([plan.opening.taken.get((rep.id, period), 0) for rep in plan.roster.reps], dtype=np.int64)


def _through_pool(plan: Plan, given: _Given, period: str) -> npt.NDArray[np.int64]:
    """For each lead: how many its receiver already had from its pool."""
    taken, reps = plan.opening.pool_taken, plan.roster.reps
    before = np.array([taken.get((name, rep.id, period), 0) for name in given.names for rep in reps], dtype=np.int64)
    cell = given.pool * len(reps) + given.rep
    through: npt.NDArray[np.int64] = before[cell] + _earlier(cell)
    return through


def _earlier(group: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
    """For each entry, how many before it are of the same group."""
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    first = np.repeat(starts, np.diff(starts, append=len(group)))
    earlier = np.empty(len(group), dtype=np.int64)
    earlier[order] = np.arange(len(group)) - first
    return earlier


def _bound(plan: Plan, rows: npt.NDArray[np.intp], period: str) -> npt.NDArray[np.bool_]:
    """Which rows the caps of a period bind (a lane may be exempt)."""
    lanes = [period not in lane.exempt for lane in plan.rulebook.lanes]
    return np.array([*lanes, True], dtype=np.bool_)[plan.decisions.lane[rows]]


def _limits(caps: Sequence[int | None]) -> npt.NDArray[np.int64]:
    return np.array([_NO_LIMIT if cap is None else cap for cap in caps], dtype=np.int64)
