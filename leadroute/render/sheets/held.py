"""The leads nobody got, and why: the open pool, review, and those nobody is to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.outcome import Outcome
from leadroute.render.sheets.table import graded, places, table
from leadroute.render.words import say
from leadroute.tables.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.render.sheets.told import Told


def open_pool(told: Told) -> Sheet:
    """Leads that wait without an owner, with the reason."""
    return _sheet(told, "open_pool", (Outcome.POOLED,), {"reason": told.reason, "rule": told.rule, "pool": told.pool})


def review(told: Told) -> Sheet:
    """Leads a person has to look at: why, who, and the rep whose turn is reserved."""
    before = {"reason": told.reason, "by": told.reviewer, "suggested": told.suggested, "rule": told.rule}
    return _sheet(told, "review", (Outcome.REVIEW,), {**_groups(told), **before})


def closed(told: Told) -> tuple[Sheet, ...]:
    """Leads that are nobody or not to be called; no sheet when there are none."""
    before = {"outcome": told.outcome, "reason": told.reason, "rule": told.rule}
    made = _sheet(told, "closed", (Outcome.INVALID, Outcome.ARCHIVED), before)
    return (made,) if len(made) else ()


def _groups(told: Told) -> dict[str, object]:
    """The number of the group, when groups too large to merge wait for a person."""
    merges = told.plan.merges
    if not merges.oversized.any():
        return {}
    return {"cluster": np.where(merges.oversized, merges.cluster + 1.0, np.nan), "key": told.linked_by}


def _sheet(told: Told, key: str, outcomes: tuple[Outcome, ...], before: Mapping[str, object]) -> Sheet:
    rows = np.flatnonzero(np.isin(told.plan.decisions.outcome, outcomes))
    if "cluster" in before:  # rows of one group stand together, in the order of the files
        rows = rows[np.argsort(told.plan.merges.cluster[rows], kind="stable")]
    made = table(told, before, {**graded(told), "why": told.basis, **places(told.plan.leads)}, rows)
    return Sheet(key, say(f"sheet.{key}", told.language), made.frame, made.shapes)
