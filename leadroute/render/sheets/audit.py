"""Every decision with its basis, and the same as one table of all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.render.sheets.evidence import customer, met, points
from leadroute.render.sheets.history import history
from leadroute.render.sheets.table import SHAPES, graded, places, table, text_of
from leadroute.render.sheets.taken import taken
from leadroute.render.words import say
from leadroute.tables.sheet import Sheet

if TYPE_CHECKING:
    from leadroute.render.sheets.told import Told


def audit(told: Told) -> Sheet:
    """One row for every input row, in the order of the files."""
    plan = told.plan
    columns = {
        **places(plan.leads),
        "lead_id": text_of(plan, "lead_id"),
        "company": text_of(plan, "company"),
        "outcome": told.outcome,
        "reason": told.reason,
        **history(told),
        "rule": told.rule,
        "pool": told.pool,
        "owner": told.owner,
        "suggested": told.suggested,
        "met": met(told),
        "eligible": told.eligible,
        "passed": told.passed,
        "balance": told.balance,
        **graded(told),
        "points": points(told),
        "customer": customer(told),
        **taken(told),
        "lane": told.lane,
        "turn": np.where(plan.decisions.turn >= 0, plan.decisions.turn + 1.0, np.nan),
    }
    words = {key: say(f"sheet.{key}", told.language) for key in columns}
    frame = pd.DataFrame({words[key]: column for key, column in columns.items()}, copy=False)
    shapes = {words[key]: SHAPES[key] for key in columns if key in SHAPES}
    return Sheet("audit", say("sheet.audit", told.language), frame, shapes)


def assigned(told: Told) -> pd.DataFrame:
    """Every input row as it was, then its owner, outcome, reason, rule, pool and basis."""
    after = {
        "owner_id": told.owner_id,
        "owner": told.owner,
        "outcome": told.outcome,
        "reason": told.reason,
        "rule": told.rule,
        "pool": told.pool,
        **history(told),
        "why": told.basis,
    }
    return table(told, {}, after, np.arange(len(told.plan.leads))).frame
