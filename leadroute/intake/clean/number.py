"""Numbers as people write them: ``1,000``, ``100万``, ``¥1.2亿``, ``30%``, ``50-100人`` (its lower end)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.model.fold import fold
from leadroute.tables.arrow import TEXT, flags, matching, patched, statuses
from leadroute.tables.leads import INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    from leadroute.tables.leads import Numbers

_PLAIN = r"^-?\d{1,15}(?:\.\d{1,15})?$"
_UNITS = {
    "": 1.0, "k": 1e3, "千": 1e3, "万": 1e4, "萬": 1e4, "w": 1e4, "m": 1e6, "百万": 1e6, "千万": 1e7, "亿": 1e8,
    "億": 1e8, "b": 1e9, "bn": 1e9, "mn": 1e6, "million": 1e6, "billion": 1e9, "thousand": 1e3, "万亿": 1e12, "%": 0.01,
}  # fmt: skip
_UNIT = "|".join(sorted((unit for unit in _UNITS if unit), key=len, reverse=True))
_CURRENCY = r"(?:[¥$€£]|rmb|cny|usd|eur|gbp|hkd|us\$|hk\$|人民币)?"
_AFTER = r"(?:元|圆|块|人民币|rmb|cny|usd|美元|美金|人|名|家|个|员工|employees|people|\+|以上|以下|以内|左右|余|多)*"
_AMOUNT = r"([+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+)"
_ONE = re.compile(f"^(约|大约|~|about|>=?|≥|<=?|≤)?{_CURRENCY}{_AMOUNT}({_UNIT})?{_AFTER}$")
_RANGE = re.compile(
    f"^{_CURRENCY}{_AMOUNT}({_UNIT})?{_AFTER}(?:-|–|—|~|到|至|to){_CURRENCY}{_AMOUNT}({_UNIT})?{_AFTER}$"
)

_SCIENTIFIC = re.compile(r"^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,2}$")


def clean(texts: pa.Array) -> Cleaned:
    """Read numbers; the clean text is the shortest form of the number."""
    plain = matching(texts, _PLAIN)
    mask = flags(plain)
    numbers = np.full(len(texts), np.nan)
    numbers[mask] = pc.cast(texts.filter(plain), pa.float64()).to_numpy()
    read = [read_number(text) for text in bare(texts.filter(pc.invert(plain))).to_pylist()]
    numbers[~mask] = [number for number, _ in read]
    status = statuses(len(texts))
    status[~mask] = [verdict for _, verdict in read]
    shown = _shortest(numbers)
    return Cleaned(shown, shown, status, numbers)


def read_number(text: str) -> tuple[float, int]:
    """The number in a text (``nan`` if there is none) and its status; a range counts as its lower end, ``INFERRED``."""
    folded = fold(text)
    if folded in placeholders.NOTHING and not folded.isdigit():
        return float("nan"), PLACEHOLDER
    tight = folded.replace(" ", "").replace("，", ",")
    if not tight:
        return float("nan"), OK
    if found := _ONE.match(tight):
        return _amount(found[2], found[3]), INFERRED if found[1] else OK
    if found := _RANGE.match(tight):
        return _amount(found[1], found[2] or found[4]), INFERRED
    if _SCIENTIFIC.match(tight):
        return float(tight), OK
    return float("nan"), INVALID


def _amount(digits: str, unit: str | None) -> float:
    return float(digits.replace(",", "")) * _UNITS[unit or ""]


def _shortest(numbers: Numbers) -> pa.Array:
    whole = np.isfinite(numbers) & (numbers == np.floor(numbers)) & (np.abs(numbers) < 1e15)  # noqa: PLR2004 - exact
    shown = pc.cast(pa.array(np.where(whole, numbers, 0).astype(np.int64)), TEXT)
    others = ["" if np.isnan(number) else f"{number:.12g}" for number in numbers[~whole].tolist()]
    return patched(shown, pa.array(~whole), others)
