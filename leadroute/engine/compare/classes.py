"""Which leads are decided differently, and the class of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.engine.compare.comparison import Change, Changed
from leadroute.engine.compare.looks import looked_at
from leadroute.engine.compare.pairs import taken
from leadroute.engine.fairness.measure import top_grade
from leadroute.model.outcome import Outcome, Reason
from leadroute.tables.arrow import flags

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.engine.compare.comparison import Pairs
    from leadroute.engine.compare.headings import Heading
    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Column, Mask, Rows

_BY_RULE = ("outcome", "ground", "rule", "pool", "reviewer")
_OF_DATA = (Outcome.DUPLICATE, Outcome.INVALID)
_ORDER = np.array([0, 2, 1])
"""In a list what follows from other changes comes last: nobody can do anything about a single one."""


def changed(before: Plan, after: Plan, pairs: Pairs, columns: Mapping[str, Heading]) -> Changed:
    """The leads whose decision differs, those that matter most first."""
    rows = np.flatnonzero(_differ(columns, (*_BY_RULE, "reason", "rep")))
    old, new = pairs.before[rows], pairs.after[rows]
    vip = (taken(vips(before), old, 0) | taken(vips(after), new, 0)).astype(np.bool_)
    moved = _differ(columns, ("outcome", "owner"))[rows]
    kind = np.where(_differ(columns, _BY_RULE)[rows], Change.DIRECT, Change.CASCADE).astype(np.uint8)
    of_data = (_of_data(before, old) != _of_data(after, new)) | (old < 0) | (new < 0)
    kind[of_data | _other_values(before, after, old, new)] = Change.HYGIENE
    order = np.lexsort((rows, _ORDER[kind], ~moved, ~(vip & moved)))
    return Changed(old[order], new[order], kind[order], moved[order], vip[order])


def vips(plan: Plan) -> Mask:
    """The most important leads: those in the first lane, and those of the best grade."""
    first = (plan.decisions.lane == 0) & bool(plan.rulebook.lanes)
    if not (best := top_grade(plan)):
        return np.asarray(first, dtype=np.bool_)
    column = plan.leads.columns["grade"]
    return np.asarray(first | flags(pc.equal(column.values, best))[column.codes], dtype=np.bool_)


def decided(plan: Plan) -> Mask:
    """The rows that are leads to be decided: neither duplicate nor invalid."""
    return np.asarray(~np.isin(plan.decisions.outcome, _OF_DATA), dtype=np.bool_)


def _differ(columns: Mapping[str, Heading], names: Sequence[str]) -> Mask:
    every = [columns[name].before != columns[name].after for name in names]
    return np.asarray(np.logical_or.reduce(every), dtype=np.bool_)


def _of_data(plan: Plan, rows: Rows) -> Rows:
    """Settled by what the data are: a number that says how (0: it was not)."""
    outcome, reason = plan.decisions.outcome, plan.decisions.reason
    settled = np.isin(outcome, _OF_DATA) | (reason == Reason.BIG_CLUSTER)
    return taken(np.where(settled, reason.astype(np.int64) + 1, 0), rows, 0)


def _other_values(before: Plan, after: Plan, old: Rows, new: Rows) -> Mask:
    """Rows with other values in fields that either rulebook looks at."""
    found = np.zeros(len(old), dtype=np.bool_)
    both = np.flatnonzero((old >= 0) & (new >= 0))
    for field in sorted(looked_at(before.rulebook) | looked_at(after.rulebook)):
        columns = before.leads.columns.get(field), after.leads.columns.get(field)
        found[both] |= _texts(columns[0], old[both]) != _texts(columns[1], new[both])
    return found


def _texts(column: Column | None, rows: Rows) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """The clean text of some rows, blank where there is no such column."""
    if column is None:
        return np.full(len(rows), "", dtype=object)
    return np.array(column.values.to_pylist(), dtype=object)[column.codes[rows]]
