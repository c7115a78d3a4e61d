"""Leads received by pool and rep, counted from the decisions column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.engine.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Receipts:
    """Leads received: every array has a row per pool (in the order of ``pools``) and a column per rep."""

    pools: tuple[str, ...]
    got: npt.NDArray[np.int64]
    free: npt.NDArray[np.int64]
    reserved: npt.NDArray[np.int64]

    @property
    def total(self) -> npt.NDArray[np.int64]:
        """Leads assigned, whether or not they cost a turn."""
        return self.got + self.free

    @property
    def held(self) -> npt.NDArray[np.int64]:
        """Leads that count towards caps: those assigned and those reserved."""
        return self.total + self.reserved

    def together(self) -> Receipts:
        """All pools as one."""
        every = (array.sum(axis=0, keepdims=True) for array in (self.got, self.free, self.reserved))
        return Receipts(("",), *every)


def receipts(plan: Plan, among: npt.NDArray[np.bool_] | None = None) -> Receipts:
    """Count what each rep received through each pool, over all rows or ``among`` some.

    A row belongs to the pool whose turn it took, else to the pool it ended in, else to "" (ownership, a named rep).
    """
    decisions = plan.decisions
    pools = pool_names(plan)
    pool = pool_of_rows(plan, pools)
    held = decisions.rep >= 0 if among is None else (decisions.rep >= 0) & among
    assigned = held & (decisions.outcome == Outcome.ASSIGNED)
    charged = decisions.circle >= 0
    reps = len(plan.roster.reps)

    def count(rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        cells = pool[rows] * reps + decisions.rep[rows]
        return np.bincount(cells, minlength=len(pools) * reps).reshape(len(pools), reps).astype(np.int64)

    reserved = held & charged & (decisions.outcome == Outcome.REVIEW)
    return Receipts(pools, count(assigned & charged), count(assigned & ~charged), count(reserved))


def pool_names(plan: Plan) -> tuple[str, ...]:
    """The rulebook's pools in order, further names that gave leads, and "" last."""
    seen = [*plan.rulebook.pools, *plan.decisions.pools, *(circle.pool for circle in plan.decisions.circles)]
    return (*dict.fromkeys(name for name in seen if name), "")


def pool_of_rows(plan: Plan, pools: tuple[str, ...]) -> npt.NDArray[np.intp]:
    """Each row's position in ``pools`` (the last one is "")."""
    at = {name: position for position, name in enumerate(pools)}
    ended = np.array([at[name] for name in plan.decisions.pools] + [at[""]], dtype=np.intp)
    gave = np.array([at[circle.pool] for circle in plan.decisions.circles] + [at[""]], dtype=np.intp)
    charged = plan.decisions.circle >= 0
    found: npt.NDArray[np.intp] = np.where(charged, gave[plan.decisions.circle], ended[plan.decisions.pool])
    return found
