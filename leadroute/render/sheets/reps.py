"""One sheet for each rep who got leads, in the order they were given out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.worktime.due import due_at
from leadroute.model.outcome import Outcome
from leadroute.render.sheets.columns import spread
from leadroute.render.sheets.table import graded, places, table
from leadroute.render.words import say
from leadroute.tables.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.plan import Plan
    from leadroute.render.sheets.told import Told


def rep_sheets(told: Told) -> Iterator[Sheet]:
    """The sheets of the reps, in the order of the roster."""
    plan = told.plan
    decided = plan.decisions
    assigned = np.flatnonzero(decided.outcome == Outcome.ASSIGNED)
    order = assigned[np.lexsort((decided.turn[assigned], decided.rep[assigned]))]
    choices = plan.rulebook.output.follow_up or tuple(say("sheet.choices", told.language).split("|"))
    every = np.zeros(len(plan.leads), dtype=np.int8)
    before = {"follow_up": spread(choices[:1], every), "due": _due(plan)}
    after = {**graded(told), "rule": told.rule, "why": told.basis, **places(plan.leads)}
    whole = table(told, before, after, order)
    owners, starts = np.unique(decided.rep[order], return_index=True)
    for owner, (start, stop) in zip(owners.tolist(), pairwise([*starts.tolist(), len(order)]), strict=True):
        rep = plan.roster.reps[owner]
        yield Sheet(
            key=f"rep:{rep.id}",
            title=rep.name or rep.id,
            table=whole.frame,
            shapes=whole.shapes,
            choices={whole.header("follow_up"): choices},
            rep=rep.id,
            rows=range(start, stop),
        )


def _due(plan: Plan) -> pd.Series:
    """When the first call is due, the same for all; blank when the rulebook does not say."""
    due = due_at(plan.rulebook, plan.now)
    moment = np.datetime64("NaT") if due is None else np.datetime64(due, "s")
    return pd.Series(np.full(len(plan.leads), moment, dtype="datetime64[s]"))
