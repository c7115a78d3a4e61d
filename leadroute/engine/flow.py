"""Where the leads of a plan went: from rules to stations (a pool, or an end), and from there to reps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    columns = (plan.matches.rule, plan.decisions.outcome, pool_of_rows(plan, pools), plan.decisions.rep)
    rows = Counter(zip(*(column.tolist() for column in columns), strict=True))
    to, on = Counter[tuple[int, Station]](), Counter[tuple[Station, int]]()
    for (rule, outcome, pool, rep), count in sorted(rows.items()):
        ended = Outcome(outcome)
        if ended in _NOWHERE:
            continue
        station = (ended, pools[pool] if ended is Outcome.ASSIGNED else "")
        to[rule, station] += count
        if ended is Outcome.ASSIGNED:
            on[station, rep] += count
    return Flow(to, on, tuple(plan.count(outcome) for outcome in Outcome))
