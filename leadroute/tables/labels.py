"""What people call a lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from leadroute.tables.arrow import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.tables.leads import Leads, Rows

_LABELS = ("lead_id", "company", "contact")


def labels(leads: Leads, rows: Rows) -> Sequence[str]:
    """What people call each lead: its id, its company and its contact, as far as they are known."""
    columns = [leads.columns[name].take(rows) for name in _LABELS if name in leads.columns]
    if not columns:
        return [""] * len(rows)
    texts = [column.spread(pc.if_else(pc.equal(column.values, ""), None, column.values)) for column in columns]
    told: list[str] = pc.binary_join_element_wise(*texts, pa.scalar(" ", TEXT), null_handling="skip").to_pylist()
    return told
