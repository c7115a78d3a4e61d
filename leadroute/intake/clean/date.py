"""Dates and times as seconds since 1970 of the local wall time; forms close to ISO in bulk, others one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.intake.clean.date_forms import read_date
from leadroute.intake.clean.date_order import day_order, either_way
from leadroute.intake.clean.zones import NAMES, wall_seconds
from leadroute.tables.arrow import TEXT, flags, matching, patched, replaced, statuses
from leadroute.tables.leads import OK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from leadroute.intake.clean.date_order import Order
    from leadroute.tables.leads import Mask, Numbers

_MONTH_DAY = r"-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
_ISO = rf"^\d{{4}}{_MONTH_DAY}(?:[ T]{_CLOCK})?$"
_ZONED = rf"^(?:19|20|21)\d{{2}}{_MONTH_DAY}[ T]{_CLOCK}(?:\.\d+)? ?(?:Z|[+-]\d{{2}}:?\d{{2}})$"
_NAMED_ZONE = rf"(?i):\d\d(?:\.\d+)? ?(?:{NAMES})(?: \d{{4}}| ?\([^()]*\))?$"
_EVERY_MONTH = r"^.{8}(?:0|1|2[0-8])"  # days that no month lacks
_NEARLY_ISO = r"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$"
_ORDERS = {True: "LR557", False: "LR556"}
"""What is said when nothing proves the order of a column, by whether the day is taken to come first."""
_TO_ISO = (
    (r"^(\d{4})[/.-](\d{1,2})[/.-]", r"\1-\2-"),
    (r"-(\d)-", r"-0\1-"),
    (r"-(\d)([ T]|$)", r"-0\1\2"),
    (r"[ T]+(\d):", r" 0\1:"),
    (r"\.\d+$", ""),
)


def clean(texts: pa.Array, zone: tzinfo | None = None) -> Cleaned:
    """Read dates; the clean text is ISO. Excel's day numbers, seconds since 1970 and unproved orders are ``INFERRED``.

    Moments that name a zone become wall time in ``zone``; without one they stay as written, ``INFERRED``.
    """
    odd_shape = pc.invert(matching(texts, _ISO))
    plainer = patched(texts, odd_shape, _plainer(bare(texts.filter(odd_shape)), zone))
    numbers, done = _iso(plainer)
    rest = pa.array(~done)
    odd = plainer.filter(rest).to_pylist()
    order = day_order(odd)
    read = [read_date(text, order, zone) for text in odd]
    status = statuses(len(texts))
    numbers[~done] = [moment.timestamp() if moment else np.nan for moment, _ in read]
    status[~done] = [verdict for _, verdict in read]
    shown = patched(_with_blank(plainer), rest, [_iso_text(moment) for moment, _ in read])
    said = {} if order.proved else _order_said(odd, ~done, order)
    if zone is not None and pc.any(odd_shape).as_py():
        said["LR559"] = flags(matching(texts, _NAMED_ZONE)) & (status == OK)
    return Cleaned(shown, shown, status, numbers, said=said)


def _order_said(odd: Sequence[str], at: Mask, order: Order) -> dict[str, Mask]:
    """The values, among those ``at`` the odd ones, for which it mattered that the order is not proved."""
    unsure = [either_way(text, order) for text in odd]
    if not any(unsure):
        return {}
    mask = at.copy()
    mask[at] = unsure
    return {"LR558" if order.mixed else _ORDERS[order.day_first]: mask}


def _with_blank(texts: pa.Array) -> pa.Array:
    """Date and time parted by a blank, not by ``T``."""
    parted = pc.match_substring(texts, "T")
    return pc.replace_substring(texts, "T", " ") if pc.any(parted).as_py() else texts


def _plainer(texts: pa.Array, zone: tzinfo | None) -> pa.Array:
    """``2026/1/2 9:05`` as ``2026-01-02 09:05``, and moments with an offset as wall time; other texts as they are."""
    nearly = matching(texts, _NEARLY_ISO)
    some = texts.filter(nearly)
    for pattern, by in _TO_ISO:
        some = replaced(some, pattern, by)
    found = patched(texts, nearly, some)
    return found if zone is None else _local(found, zone)


def _local(texts: pa.Array, zone: tzinfo) -> pa.Array:
    """ISO moments with an offset as the wall time of a zone."""
    shaped = matching(texts, _ZONED)
    some = replaced(replaced(texts.filter(shaped), r"\.\d+", ""), r" ?(Z|[+-]\d{2}:?\d{2})$", r"\1")
    try:
        seconds = pc.cast(some, pa.timestamp("s", "UTC")).cast(pa.int64()).to_numpy().astype(np.float64)
    except pa.ArrowInvalid:  # a 30th of February among them: all are read one by one then
        return texts
    wall = pa.array(wall_seconds(seconds, zone).astype(np.int64)).cast(pa.timestamp("s"))
    return patched(texts, shaped, pc.cast(wall, TEXT))


def _iso(texts: pa.Array) -> tuple[Numbers, Mask]:
    """Seconds of the texts that are ISO dates, and which those are."""
    shaped = matching(texts, _ISO)
    try:
        seconds = _timestamps(texts.filter(shaped))
    except pa.ArrowInvalid:  # a 30th of February among them: the last days of months are then read one by one
        shaped = pc.and_(shaped, matching(texts, _EVERY_MONTH))
        seconds = _timestamps(texts.filter(shaped))
    done = flags(shaped)
    numbers = np.full(len(texts), np.nan)
    numbers[done] = seconds
    return numbers, done


def _timestamps(texts: pa.Array) -> Numbers:
    return cast("Numbers", pc.cast(texts, pa.timestamp("s")).cast(pa.int64()).to_numpy().astype(np.float64))


def _iso_text(moment: datetime | None) -> str:
    if moment is None:
        return ""
    whole_day = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return f"{moment:%Y-%m-%d}" if whole_day else f"{moment:%Y-%m-%d %H:%M:%S}"
