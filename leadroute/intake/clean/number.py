"""Numbers as people write them: ``1,000``, ``100万``, ``¥1.2亿``, ``30%``, ``50-100人`` (both its ends)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean.amounts import read_amount
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import TEXT, flags, matching, patched, statuses

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask, Numbers

_PLAIN = r"^-?\d{1,15}(?:\.\d{1,15})?$"
_GROUPS = r"^-?\d{1,3}(?:\.\d{3})+$"  # thousands where the comma parts decimals
_THOUSANDS = r"^-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,15})?$"
_COMMA_PROOF = r"(?:^|[^\d,])\d+,\d{1,2}(?:[^\d,]|$)|\.\d{3},\d|\d\.\d{3}\.\d{3}"
_POINT_PROOF = r",\d{3}\.\d|,\d{3},\d{3}|\d\.(?:\d{1,2}|\d{4,})(?:[^\d.,]|$)|,\d{2},\d{3}"


def clean(texts: pa.Array) -> Cleaned:
    """Read numbers; the clean text is the shortest form of the number, of a range ``50-100``, ``1000+`` or ``<50``."""
    comma = _writes_comma(texts)
    bulk = texts if comma else _ungrouped(texts)
    plain = matching(bulk, _PLAIN)
    if comma:
        plain = pc.and_not(plain, matching(texts, _GROUPS))
    mask = flags(plain)
    low, status = np.full(len(texts), np.nan), statuses(len(texts))
    low[mask] = pc.cast(bulk.filter(plain), pa.float64()).to_numpy()
    odd = pc.invert(plain)
    read = [read_amount(text, comma=comma) for text in bare(texts.filter(odd)).to_pylist()]
    high = low.copy()
    low[~mask], high[~mask] = [each.low for each in read], [each.high for each in read]
    status[~mask] = [each.status for each in read]
    shown = patched(_shortest(low), odd, [each.text for each in read])
    ranges = bool((low < high).any())
    said = {"LR555": _decimals(texts) & ~np.isnan(low)} if comma else {}
    return Cleaned(shown, shown, status, low, high if ranges else None, said)


def _ungrouped(texts: pa.Array) -> pa.Array:
    """``1,234.50`` without its comma; other texts as they are."""
    grouped = matching(texts, _THOUSANDS)
    return patched(texts, grouped, pc.replace_substring(texts.filter(grouped), ",", ""))


def _writes_comma(texts: pa.Array) -> bool:
    """Do some texts prove that the comma parts the decimals, and none that the point does?"""
    if not pc.any(pc.match_substring(texts, ",")).as_py():
        return False
    return bool(pc.any(matching(texts, _COMMA_PROOF)).as_py()) and not pc.any(matching(texts, _POINT_PROOF)).as_py()


def _decimals(texts: pa.Array) -> Mask:
    return flags(matching(texts, r"\d,\d|\d\.\d{3}"))


def _shortest(numbers: Numbers) -> pa.Array:
    whole = np.isfinite(numbers) & (numbers == np.floor(numbers)) & (np.abs(numbers) < 1e15)  # noqa: PLR2004 - exact
    shown = pc.cast(pa.array(np.where(whole, numbers, 0).astype(np.int64)), TEXT)
    others = ["" if np.isnan(number) else f"{number:.12g}" for number in numbers[~whole].tolist()]
    return patched(shown, pa.array(~whole), others)
