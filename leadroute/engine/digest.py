"""A short mark of all decisions of a plan: two plans with the same mark decide the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan


def digest(plan: Plan) -> str:
    """SHA-256 over every column of the decisions, the people and pools they point to, and the lines of the account."""
    decided, total = plan.decisions, hashlib.sha256()
    words = (plan.now.isoformat(), *(rep.id for rep in plan.roster.reps), *decided.pools)
    total.update(repr((words, plan.lines)).encode(errors="surrogatepass"))
    columns = (decided.outcome, decided.reason, decided.rep, decided.pool, decided.turn, decided.balance)
    for column in (*columns, plan.matches.rule, *_known(plan)):
        total.update(np.ascontiguousarray(column, dtype="<i8").tobytes())
    return total.hexdigest()


def _known(plan: Plan) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
    return () if plan.known is None or not plan.known.settled.any() else (plan.known.lead, plan.known.run)
