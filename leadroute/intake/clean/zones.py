"""Time zones in texts, and moments as the wall time of a zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from datetime import tzinfo

    from leadroute.tables.leads import Numbers

_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "cet": 1, "cest": 2, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8,
}  # fmt: skip
_SEVERAL = ("cst", "ist", "bst")  # China or Chicago, India or Israel, Britain or Bangladesh: nobody can tell
_NUMBER = re.compile(r"^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$")
_STEP = 900
"""Offsets change at whole quarters of an hour, so one offset serves all moments of a quarter."""

NAMES = rf"(?:utc|gmt)?[+-]\d{{2}}:?\d{{2}}|(?:utc|gmt)[+-]\d{{1,2}}|{'|'.join([*_HOURS, *_SEVERAL])}"
"""The zones that are understood at the end of a folded moment, as a pattern."""


def offset_of(name: str) -> timedelta | None:
    """How far a zone (folded: ``z``, ``+08:00``, ``pst``) is ahead of UTC; ``None`` for names of several zones."""
    if found := _NUMBER.match(name):
        size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return -size if found[1] == "-" else size
    return timedelta(hours=_HOURS[name]) if name in _HOURS else None


def wall_time(moment: datetime, zone: tzinfo) -> datetime:
    """What a clock in the zone shows at a moment (an aware one), marked UTC as all wall times here."""
    return moment.astimezone(zone).replace(tzinfo=UTC)


def wall_seconds(seconds: Numbers, zone: tzinfo) -> Numbers:
    """Seconds since 1970 in UTC → seconds since 1970 by a clock on a wall of the zone."""
    quarters, at = np.unique(seconds // _STEP, return_inverse=True)
    ahead = [datetime.fromtimestamp(quarter * _STEP, zone).utcoffset() for quarter in quarters.tolist()]
    offsets = np.array([each.total_seconds() if each else 0.0 for each in ahead])
    return np.asarray(seconds + offsets[at], dtype=np.float64)
