"""The order in which leads are given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.conditions import TRUE

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.engine.conditions import Examiner
    from leadroute.engine.plan import Scores
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads, Mask, Rows


def lanes(book: Rulebook, examiner: Examiner, rows: Rows) -> npt.NDArray[np.int8]:
    """The first lane whose condition each of the rows meets; ``len(book.lanes)`` for none."""
    lane = np.full(len(examiner.leads), len(book.lanes), dtype=np.int8)
    waiting = rows
    for at, one in enumerate(book.lanes):
        taken = examiner.truth(one.when, waiting) == TRUE
        lane[waiting[taken]] = at
        waiting = waiting[~taken]
    return lane


def in_order(leads: Leads, scores: Scores, lane: npt.NDArray[np.int8], rows: Rows, first: Mask | None = None) -> Rows:
    """Lane, then those to come ``first``, then score from the top, then the oldest (unknown last), then the files."""
    keys: list[npt.NDArray[np.generic]] = []
    created = leads.columns.get("created_at")
    if created is not None and created.numbers is not None:
        keys.append(created.numbers[created.codes[rows]])
    if len(scores.combinations) > 1:
        keys.append(-scores.total[rows])
    if first is not None and first[rows].any():
        keys.append(~first[rows])
    if lane[rows].any():
        keys.append(lane[rows])
    return rows[np.lexsort(keys)] if keys else rows
