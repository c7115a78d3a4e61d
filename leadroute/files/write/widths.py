"""How wide a column must be for what is in it; Chinese characters count double."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NARROWEST, WIDEST = 6.0, 48.0
_SAMPLE = 24
_BUTTON = 3
_MOMENT = 17.0


def widths(frame: pd.DataFrame) -> dict[int, float]:
    """The width of each column by position: the widest of a sample of its cells, and of its header with its button."""
    step = max(1, len(frame) // _SAMPLE)
    sample = frame.iloc[::step]
    return {at: _width(str(label), column) for at, (label, column) in enumerate(sample.items())}


@lru_cache(maxsize=1 << 14)
def text_width(text: str) -> int:
    """How many narrow characters the first line of a text takes."""
    line = text[:200].partition("\n")[0]
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in line)


def _width(header: str, column: pd.Series) -> float:
    if column.dtype.kind == "M":
        widest = _MOMENT
    else:
        widest = max((text_width(_shown(cell)) for cell in dict.fromkeys(column.tolist())), default=0) + 1.5
    return float(min(WIDEST, max(NARROWEST, widest, text_width(header) + _BUTTON)))


def _shown(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
