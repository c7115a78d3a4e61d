"""Cells that spreadsheet programs would run as formulas, and the mark that keeps them from it in a CSV file.

The mark is one ``'`` before the cell. A cell that already stands as a marked one would gets another, so that taking one
away gives back what was there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.tables.arrow import matching

if TYPE_CHECKING:
    import pyarrow as pa

MARK = "'"

_BEGINS = r"(?:[=@\t\r\n\x00＝]|\+$|[+-].*[^0-9 ().-])"
"""A cell that begins like a formula; a sign before a plain number or phone is harmless."""
_RISKY = f"(?s)^{MARK}*{_BEGINS}"
_MARKED = f"(?s)^{MARK}{MARK}*{_BEGINS}"


def risky(cells: pa.Array) -> pa.Array:
    """Which cells have to be marked?"""
    return pc.fill_null(matching(cells, _RISKY), fill_value=False)


def unmarked(cells: pa.Array) -> pa.Array:
    """The cells as they were before they were marked."""
    marked = matching(cells, _MARKED)
    if not pc.any(marked).as_py():
        return cells
    return pc.replace_with_mask(cells, marked, pc.utf8_slice_codeunits(cells.filter(marked), len(MARK)))
