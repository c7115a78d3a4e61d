"""Dates and times as seconds since 1970 of the local wall time; forms close to ISO in bulk, others one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.intake.clean.date_forms import day_order, read_date
from leadroute.tables.arrow import flags, matching, patched, replaced, statuses

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.tables.leads import Mask, Numbers

_TIME = r"(?:[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$"
_ISO = rf"^\d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]){_TIME}"
_EVERY_MONTH = r"^.{8}(?:0|1|2[0-8])"  # days that no month lacks
_NEARLY_ISO = r"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$"
_TO_ISO = (
    (r"^(\d{4})[/.-](\d{1,2})[/.-]", r"\1-\2-"),
    (r"-(\d)-", r"-0\1-"),
    (r"-(\d)([ T]|$)", r"-0\1\2"),
    (r"[ T]+(\d):", r" 0\1:"),
    (r"\.\d+$", ""),
)


def clean(texts: pa.Array) -> Cleaned:
    """Read dates; the clean text is ISO. Excel's day numbers, zones and unproved day orders are ``INFERRED``."""
    odd_shape = pc.invert(matching(texts, _ISO))
    texts = patched(texts, odd_shape, _padded(bare(texts.filter(odd_shape))))
    numbers, done = _iso(texts)
    rest = pa.array(~done)
    odd = texts.filter(rest).to_pylist()
    order = day_order(odd)
    read = [read_date(text, order) for text in odd]
    status = statuses(len(texts))
    numbers[~done] = [moment.timestamp() if moment else np.nan for moment, _ in read]
    status[~done] = [verdict for _, verdict in read]
    shown = patched(_with_blank(texts), rest, [_iso_text(moment) for moment, _ in read])
    return Cleaned(shown, shown, status, numbers)


def _with_blank(texts: pa.Array) -> pa.Array:
    """Date and time parted by a blank, not by ``T``."""
    parted = pc.match_substring(texts, "T")
    return pc.replace_substring(texts, "T", " ") if pc.any(parted).as_py() else texts


def _padded(texts: pa.Array) -> pa.Array:
    """``2026/1/2 9:05`` as ``2026-01-02 09:05``; other texts as they are."""
    nearly = matching(texts, _NEARLY_ISO)
    some = texts.filter(nearly)
    for pattern, by in _TO_ISO:
        some = replaced(some, pattern, by)
    return patched(texts, nearly, some)


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
