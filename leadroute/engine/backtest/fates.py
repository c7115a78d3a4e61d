"""What became of every lead of the past in the end, whichever of the runs decided it last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from leadroute.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Mask, Rows

FIRST = 1_000_000_000
"""The row number of the first lead of the past: no file has so many rows, so leads from before it are told apart."""

UNPLAYED = 255
"""In ``Fates.outcome``: the lead took no part in any run."""


@dataclass(frozen=True, slots=True, eq=False)
class Fates:
    """One entry a lead: its outcome, the rep (-1: nobody; of a review the suggestion), its grade.

    ``at`` is the lead's position in the past.
    """

    at: Rows
    outcome: npt.NDArray[np.uint8]
    rep: npt.NDArray[np.int32]
    grade: npt.NDArray[np.object_]

    @property
    def leads(self) -> Mask:
        """Which of them were decided as leads: played, neither duplicate nor invalid."""
        return np.asarray(~np.isin(self.outcome, (Outcome.DUPLICATE, Outcome.INVALID, UNPLAYED)), dtype=np.bool_)

    @property
    def owner(self) -> npt.NDArray[np.int64]:
        """Who has each lead (-1: nobody)."""
        return np.where(self.outcome == Outcome.ASSIGNED, self.rep, -1).astype(np.int64)


def fates_of(plan: Plan) -> Fates:
    """What a run decided about leads of the past."""
    rows = np.flatnonzero(plan.leads.origin.row >= FIRST)
    at = plan.leads.origin.row[rows].astype(np.intp) - FIRST
    grade = np.full(len(rows), "", dtype=object)
    if column := plan.leads.columns.get("grade"):
        grade = np.array(column.values.to_pylist(), dtype=object)[column.codes[rows]]
    return Fates(at, plan.decisions.outcome[rows], plan.decisions.rep[rows], grade)


def in_the_end(leads: int, parts: Iterable[Fates]) -> Fates:
    """All leads of the past; what a later run decided overrules what an earlier one did."""
    outcome = np.full(leads, UNPLAYED, dtype=np.uint8)
    rep = np.full(leads, -1, dtype=np.int32)
    grade = np.full(leads, "", dtype=object)
    for part in parts:
        outcome[part.at], rep[part.at], grade[part.at] = part.outcome, part.rep, part.grade
    return Fates(np.arange(leads), outcome, rep, grade)
