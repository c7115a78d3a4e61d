"""The same leads in two files, by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.tables.arrow import objects

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads, Whole

_ID = "lead_id"


def positions(leads: Leads, others: Leads) -> Whole | None:
    """For each lead the last row of the others with its id, -1 for none; ``None`` where either has no ids."""
    if _ID not in leads.columns or _ID not in others.columns:
        return None
    mine, theirs = leads.columns[_ID], others.columns[_ID]
    found = {key: row for row, key in enumerate(objects(theirs.keys)[theirs.codes].tolist()) if key}
    return np.array([found.get(key, -1) for key in objects(mine.keys).tolist()], dtype=np.int64)[mine.codes]
