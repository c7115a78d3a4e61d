"""What survivors took from their duplicates, and from which rows: ``手机号 ← leads.csv:7``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.render.sheets.columns import spread
from leadroute.render.sheets.table import places_of

if TYPE_CHECKING:
    import pandas as pd

    from leadroute.render.sheets.told import Told


def taken(told: Told) -> dict[str, pd.Categorical]:
    """For each survivor the cells it has from its duplicates; nothing when none took any."""
    leads = told.plan.leads
    filled = {label: pair for label, pair in told.plan.merges.filled.items() if len(pair[0])}
    if not filled:
        return {}
    fields = [told.teller.field(label) for label in filled]
    rows = np.concatenate([to for to, _ in filled.values()])
    named = np.repeat(fields, [len(to) for to, _ in filled.values()]).tolist()
    sources = places_of(leads, np.concatenate([donors for _, donors in filled.values()]))
    cells = [f"{field} ← {source}" for field, source in zip(named, sources, strict=True)]
    order = np.argsort(rows, kind="stable")
    survivors, starts = np.unique(rows[order], return_index=True)
    ends = np.append(starts[1:], len(rows))
    codes = np.full(len(leads), -1, dtype=np.int64)
    codes[survivors] = np.arange(len(survivors))
    own = [cells[at] for at in order.tolist()]
    join = told.say("sheet.separator").join
    return {"taken": spread([join(own[start:end]) for start, end in zip(starts, ends, strict=True)], codes)}
