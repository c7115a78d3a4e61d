"""Points under conditions, limits by group, grades by threshold; every contribution kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.combinations import combine
from leadroute.engine.conditions import TRUE, UNKNOWN, Examiner
from leadroute.engine.plan import Scores
from leadroute.tables.leads import number_column, text_column

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.engine.operators import Surroundings
    from leadroute.model.rulebook import Score
    from leadroute.tables.leads import Leads


def score_leads(leads: Leads, score: Score, around: Surroundings) -> tuple[Leads, Scores]:
    """Score every row; return the leads with the columns ``score`` and ``grade``, and what each row got points for."""
    parts, combinations, unknown = _combinations(leads, score, around)
    totals = np.array([_total(score, held) for held in combinations], dtype=np.float64)
    grades = np.array([grade(score, total) for total in totals], dtype=object)
    scored = leads
    if score.points:
        scored = leads.with_columns(score=number_column(totals).take(parts), grade=text_column(grades).take(parts))
    return scored, Scores(totals[parts], parts, combinations, unknown)


def grade(score: Score, total: float) -> str:
    """The grade of a total: the highest one whose threshold is reached, blank below all of them."""
    return next((name for name, threshold in score.grades if total >= threshold), "")


def _combinations(
    leads: Leads, score: Score, around: Surroundings
) -> tuple[npt.NDArray[np.int32], tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Which point rules held: a code per row, what each code stands for, and how often each rule was undecided."""
    examiner, rows = Examiner(leads, around), np.arange(len(leads))
    truths = [examiner.truth(points.when, rows) for points in score.points]
    unknown = tuple(int((truth == UNKNOWN).sum()) for truth in truths)
    return *combine(len(leads), (truth == TRUE for truth in truths)), unknown


def _total(score: Score, held: tuple[int, ...]) -> float:
    """The sum of contributions, each group kept within plus or minus its limit."""
    groups: dict[str, float] = {}
    for at in held:
        points = score.points[at]
        groups[points.group] = groups.get(points.group, 0.0) + points.add
    return sum(
        max(-score.limits[group], min(score.limits[group], total)) if group in score.limits else total
        for group, total in groups.items()
    )
