"""The rows another row stands for, and the values too many share to tell anybody apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.model.outcome import Outcome
from leadroute.render.sheets.columns import spread
from leadroute.render.sheets.history import changed, earlier
from leadroute.render.sheets.table import places, places_of, table, text_of
from leadroute.render.words import say
from leadroute.tables.sheet import Shape, Sheet

if TYPE_CHECKING:
    from leadroute.render.sheets.told import Told


def duplicates(told: Told) -> Sheet:
    """Every loser with the number of its group, what linked it, and the row that stands for it.

    Rows that only an earlier run knows have no group here; they come last.
    """
    plan = told.plan
    alone = plan.merges.cluster < 0
    rows = np.flatnonzero(plan.decisions.outcome == Outcome.DUPLICATE)
    survivors = pd.Index(pd.unique(plan.merges.survivor[rows]))
    codes = np.full(len(plan.leads), -1, dtype=np.int64)
    codes[rows] = survivors.get_indexer(pd.Index(plan.merges.survivor[rows]))
    codes[alone] = -1
    ids = pd.Series(text_of(plan, "lead_id")).take(survivors.to_numpy()).tolist()
    before = {
        "cluster": np.where(alone, np.nan, plan.merges.cluster + 1.0),
        "key": told.linked_by,
        "survivor_place": spread(places_of(plan.leads, survivors.to_numpy()), codes),
        "survivor_id": spread(ids, codes),
        **earlier(told),
        **changed(told),
    }
    made = table(told, before, places(plan.leads), rows)
    order = np.lexsort((plan.merges.cluster[rows], alone[rows]))
    return Sheet("duplicates", say("sheet.duplicates", told.language), made.frame.take(order), made.shapes)


def shared_values(told: Told) -> tuple[Sheet, ...]:
    """The values that linked nothing; no sheet when there are none."""
    shared = told.plan.merges.shared
    if not shared:
        return ()
    columns: dict[str, list[object]] = {
        "field": [told.teller.field(each.field) for each in shared],
        "value": [each.value for each in shared],
        "rows": [each.rows for each in shared],
        "companies": [each.companies for each in shared],
        "names": [each.names for each in shared],
        "consequence": [say("sheet.linked_nothing", told.language)] * len(shared),
    }
    words = {key: say(f"sheet.{key}", told.language) for key in columns}
    shapes = {words[key]: Shape.WHOLE for key in ("rows", "companies", "names")}
    frame = pd.DataFrame({words[key]: column for key, column in columns.items()})
    return (Sheet("shared_values", say("sheet.shared_values", told.language), frame, shapes),)
