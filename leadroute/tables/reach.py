"""Whether a row says who it is about, and whether there is a way left to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.fields import CONTACT_FIELDS, REACH_FIELDS
from leadroute.tables.leads import DAMAGED, INVALID

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads, Mask


def nobody(leads: Leads) -> Mask:
    """Rows blank in every field that tells who it is; without any such field in the files nobody is invalid."""
    known = [leads.columns[name] for name in (*CONTACT_FIELDS, "lead_id") if name in leads.columns]
    blank = np.full(len(leads), bool(known))
    for column in known:
        blank &= ~column.filled[column.codes]
    return blank


def unreachable(leads: Leads) -> Mask:
    """Rows in which numbers or addresses stand, and all of them are damaged or invalid."""
    spoilt = np.zeros(len(leads), dtype=np.bool_)
    usable = np.zeros(len(leads), dtype=np.bool_)
    for name in REACH_FIELDS:
        if (column := leads.columns.get(name)) is not None:
            spoilt |= np.isin(column.status, (DAMAGED, INVALID))[column.codes]
            usable |= column.filled[column.codes]
    return spoilt & ~usable
