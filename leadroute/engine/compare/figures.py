"""The figures of each side, and all that a condition may speak of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.compare.comparison import Figures
from leadroute.engine.gates import counted
from leadroute.model.gate import Figure
from leadroute.model.outcome import AT_CAP, Reason
from leadroute.model.stop import Amount, Measured

if TYPE_CHECKING:
    from leadroute.engine.compare.comparison import Comparison, Side
    from leadroute.engine.plan import Plan

_FULL = (Reason.OVERFLOW, Reason.ALL_AT_CAP)


def figures(side: Side) -> Figures:
    """The figures of one side."""
    report = side.report
    even, used = report.evenness, report.caps
    return Figures(
        default=_amount(side.plan, Figure.DEFAULT_RATE),
        review=_amount(side.plan, Figure.REVIEW),
        unassigned=_amount(side.plan, Figure.UNASSIGNED),
        balance_ratio=even.by_weight.ratio,
        jain=even.jain,
        gap=even.largest_gap,
        cap_hits=cap_hits(side.plan),
        at_cap=sum(any(cap.used >= cap.limit for cap in caps) for caps in used.values()),
        idle=sum(line.away is None for line in report.idle),
    )


def amounts(found: Comparison) -> dict[str, Amount]:
    """Every figure by its name: of the difference, and of the new side."""
    after = found.figures[1]
    measured = {Measured.BALANCE_RATIO: after.balance_ratio, Measured.MAX_GAP: after.gap}
    return {
        **{name.value: amount for name, amount in found.counted.items()},
        **{figure.value: _amount(found.after.plan, figure) for figure in Figure},
        **{figure.value: Amount(value) for figure, value in measured.items()},
    }


def cap_hits(plan: Plan) -> int:
    """Leads that went elsewhere because somebody was at a cap, or a pool had nobody."""
    decided = plan.decisions
    hit = np.array([any(why in AT_CAP for _, why in circle.passed) for circle in decided.circles] + [False])
    return int((hit[decided.circle] | np.isin(decided.reason, _FULL)).sum())


def _amount(plan: Plan, figure: Figure) -> Amount:
    part, whole = counted(plan, figure)
    return Amount(Fraction(part), whole)
