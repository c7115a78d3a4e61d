"""Cells that spreadsheet programs would run as formulas, and the mark that keeps them from it in a CSV file.

The mark is one ``'`` before the cell. A cell that already stands as a marked one would gets another, so that taking one
away gives back what was there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.tables.arrow import beginning, matching

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.tables.leads import Mask

MARK = "'"

_BEGINS = r"(?:[=@\t\r\n\x00＝]|\+$|[+-].*[^0-9 ().-])"
"""A cell that begins like a formula; a sign before a plain number or phone is harmless."""
_RISKY = f"(?s)^{MARK}*{_BEGINS}"
_FIRST = np.isin(np.arange(256), [letter.encode()[0] for letter in f"=@\t\r\n\x00＝+-{MARK}"])
"""The bytes that such a cell can begin with."""
_MARKED = f"(?s)^{MARK}{MARK}*{_BEGINS}"


def risky(cells: pa.Array | pa.ChunkedArray) -> Mask:
    """Which cells have to be marked?"""
    found = beginning(cells, _FIRST)
    if found.any():
        found[found] = np.asarray(pc.fill_null(matching(cells.filter(found), _RISKY), fill_value=False))
    return found


def unmarked(cells: pa.Array) -> pa.Array:
    """The cells as they were before they were marked."""
    marked = matching(cells, _MARKED)
    if not pc.any(marked).as_py():
        return cells
    return pc.replace_with_mask(cells, marked, pc.utf8_slice_codeunits(cells.filter(marked), len(MARK)))
