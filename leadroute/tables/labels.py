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
    # Arrow (26) leaves out rows in which every part is null, and all labels after them would be another lead's.
    always = pa.repeat(pa.scalar("", TEXT), len(rows))
    joined = pc.binary_join_element_wise(*texts, always, pa.scalar(" ", TEXT), null_handling="skip")
    told: list[str] = pc.ascii_rtrim(joined, characters=" ").to_pylist()
    return told
