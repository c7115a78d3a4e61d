"""Where the leads of a plan went: from rules to stations (a pool, or an end), and from there to reps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.receipts import pool_names, pool_of_rows
from leadroute.engine.plan import NOT_ASKED
from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.plan import Plan

Station = tuple[Outcome, str]
"""An outcome; of leads assigned also the pool that gave them ("" by name or ownership)."""

_NOWHERE = frozenset({Outcome.DUPLICATE, Outcome.INVALID})


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows by rule and station, rows by station and rep, and rows by outcome.

    A rule is its position, ``DEFAULT``, or ``NOT_ASKED`` for leads that were decided before the rules (a customer's).
    Duplicates and invalid rows go nowhere. Reps are positions on the roster.
    """

    to: Mapping[tuple[int, Station], int]
    on: Mapping[tuple[Station, int], int]
    outcomes: tuple[int, ...]

    def of_rule(self, rule: int) -> int:
        """How many leads a rule decided."""
        return sum(rows for (at, _), rows in self.to.items() if at == rule)

    def of_station(self, station: Station) -> int:
        """How many leads came there."""
        return sum(rows for (_, at), rows in self.to.items() if at == station)

    def of_rep(self, rep: int) -> int:
        """How many leads a rep got."""
        return sum(rows for (_, at), rows in self.on.items() if at == rep)

    @property
    def before(self) -> int:
        """How many leads were decided before the rules."""
        return self.of_rule(NOT_ASKED)


def flow(plan: Plan) -> Flow:
    """Count every row of a plan on its way."""
    pools = pool_names(plan)
    to, on = Counter[tuple[int, Station]](), Counter[tuple[Station, int]]()
    for rule, outcome, pool, rep, count in _ways(plan, pools):
        ended = Outcome(outcome)
        station = (ended, pools[pool] if ended is Outcome.ASSIGNED else "")
        to[rule, station] += count
        if ended is Outcome.ASSIGNED:
            on[station, rep] += count
    return Flow(to, on, tuple(plan.count(outcome) for outcome in Outcome))


def _ways(plan: Plan, pools: tuple[str, ...]) -> list[list[int]]:
    """Rule, outcome, position of the pool, rep, and so many rows; rows that go nowhere are left out."""
    rule, outcome, rep = plan.matches.rule, plan.decisions.outcome, plan.decisions.rep
    goes = np.isin(outcome, [ending for ending in Outcome if ending not in _NOWHERE])
    columns = (rule - NOT_ASKED, outcome, pool_of_rows(plan, pools), rep + 1)
    shape = (len(plan.rulebook.rules) - NOT_ASKED, len(Outcome), len(pools), len(plan.roster.reps) + 1)
    cells, counts = np.unique(
        np.ravel_multi_index(tuple(column[goes].astype(np.intp) for column in columns), shape), return_counts=True
    )
    rules, outcomes, of_pools, reps = np.unravel_index(cells, shape)
    found: list[list[int]] = np.column_stack((rules + NOT_ASKED, outcomes, of_pools, reps - 1, counts)).tolist()
    return found
