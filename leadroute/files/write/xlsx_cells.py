"""Cells of a sheet as XML: each distinct value put into its form once, and characters that XML does not take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.files.write.cells import arrow, joined
from leadroute.tables.arrow import TEXT, matching, patched, whole

if TYPE_CHECKING:
    import numpy.typing as npt

    Tail = tuple[str, pa.Array, str]

_OPEN, _CLOSE = ' t="inlineStr"><is><t>', "</t></is></c>"
_KEEP_BLANKS = ' t="inlineStr"><is><t xml:space="preserve">'
_MARKUP = "[&<>]"
_BLANK_EDGE = r"^[ \t\n]|[ \t\n]$"
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\ufffe\uffff]"
_ESCAPED = "_x[0-9A-Fa-f]{4}_"
_SPECIAL = f"{_MARKUP}|{_BLANK_EDGE}|{_FORBIDDEN}|{_ESCAPED}"
_DAY = 86_400
_EPOCH = 25_569 * _DAY  # 1970-01-01 as Excel counts, in seconds


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The cells of a column: texts or numbers, one a row or distinct ones with the ``codes`` of the rows.

    Is any of them blank (``gaps``); can all be written as they are (``plain``)?
    """

    values: pa.Array
    codes: npt.NDArray[np.integer] | None
    gaps: bool
    plain: bool
    made: dict[str, pa.Array] = field(default_factory=dict)

    def tail(self, style: str, rows: slice) -> Tail:
        """What stands in the cells of some rows behind the number of the row."""
        if self.codes is not None:
            if style not in self.made:
                self.made[style] = _formed(self.values, style)
            return "", self.made[style].take(pa.array(self.codes[rows])), ""
        if self.plain:
            return f'"{style}{_OPEN}', self.values[rows], _CLOSE
        return "", _formed(self.values[rows], style), ""


def column_of(column: pd.Series) -> Column:
    """Look at a column once."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        values = _in_one(kind.categories)
        return Column(values, column.cat.codes.to_numpy(), _some(pc.equal(values, "")), plain=False)
    if kind.kind in "iufM":
        numbers = _numbers(column)
        return Column(numbers, None, numbers.null_count > 0, plain=False)
    values = _in_one(column)
    gaps = _some(pc.equal(values, ""))
    return Column(values, None, gaps, plain=not gaps and not _some(matching(values, _SPECIAL)))


def _in_one(column: pd.Series | pd.Index) -> pa.Array:
    """A column without chunks."""
    values = arrow(column)
    return whole(values, values.type) if isinstance(values, pa.ChunkedArray) else values


def _numbers(column: pd.Series) -> pa.Array:
    """Numbers; of moments the days as Excel counts them; null for what is none."""
    numbers = _days(column) if column.dtype.kind == "M" else _in_one(column)
    finite = pc.is_finite(numbers) if pa.types.is_floating(numbers.type) else pc.is_valid(numbers)
    return pc.if_else(finite, numbers, pa.scalar(None, numbers.type))


def _days(moments: pd.Series) -> pa.Array:
    seconds = moments.to_numpy(dtype="datetime64[s]")
    return pa.array(np.where(np.isnat(seconds), np.nan, (seconds.astype(np.int64) + _EPOCH) / _DAY))


def _formed(values: pa.Array, style: str) -> pa.Array:
    blank = f'"{style}/>' if style else ""
    if not pa.types.is_large_string(values.type):
        shown = joined([f'"{style}><v>', pc.cast(values, TEXT), "</v></c>"])
        return pc.fill_null(shown, blank)
    special = matching(values, _SPECIAL)
    plain = joined([f'"{style}{_OPEN}', values, _CLOSE])
    odd = [_special(text, style) for text in values.filter(special).to_pylist()]
    return pc.if_else(pc.equal(values, ""), pa.scalar(blank, TEXT), patched(plain, special, odd))


def _special(text: str, style: str) -> str:
    """A text with markup, blanks at an edge, or characters that XML does not take; Excel writes those ``_x0000_``."""
    begin = _KEEP_BLANKS if re.search(_BLANK_EDGE, text) else _OPEN
    safe = re.sub(_ESCAPED, lambda found: f"_x005F{found[0]}", text)
    safe = re.sub(_FORBIDDEN, lambda found: f"_x{ord(found[0]):04X}_", safe)
    return f'"{style}{begin}{escape(safe)}{_CLOSE}'


def _some(mask: pa.Array) -> bool:
    return bool(pc.any(mask).as_py())
