"""Merged cells: what stands in the first of them holds for all, and only for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.files.read.groups import Range

    Rows = npt.NDArray[np.intp]
    Mask = npt.NDArray[np.bool_]

_BANNER = 3  # columns a heading between rows takes at least


@dataclass(frozen=True, slots=True, eq=False)
class Unmerged:
    """Columns with merged ranges filled, how many cells that were, and rows that are one wide heading."""

    columns: list[pa.ChunkedArray]
    filled: int
    banners: Mask


def unmerged(columns: Sequence[pa.ChunkedArray], merged: Sequence[Range], filled: npt.NDArray[np.int16]) -> Unmerged:
    """Fill merged ranges, given 0-based within the columns; ``filled`` is the number of cells in every row.

    Rows without any cell of their own stay blank: they are the lower part of a tall lead, not further leads. A row
    that is nothing but one range over half the table is a heading; it is not spread over the columns.
    """
    count, width = len(filled), len(columns)
    own = [one for one in merged if one.top >= 0 and one.top < count and one.left < width]
    banners = np.zeros(count, dtype=np.bool_)
    banners[[one.top for one in own if _is_banner(one, filled, width)]] = True
    kept = list(columns)
    changed = 0
    for at in sorted({at for one in own for at in range(one.left, min(one.right + 1, width))}):
        to, of, sources = _moves([one for one in own if one.left <= at <= one.right], at, filled, banners)
        for source in np.unique(sources):
            mine = sources == source
            kept[at], moved = _moved(kept[at], columns[source], to[mine], of[mine])
            changed += moved
    return Unmerged(kept, changed, banners)


def _is_banner(one: Range, filled: npt.NDArray[np.int16], width: int) -> bool:
    wide = one.right - one.left + 1
    return one.top == one.bottom and wide >= max(_BANNER, (width + 1) // 2) and filled[one.top] == 1


def _moves(ranges: Sequence[Range], at: int, filled: npt.NDArray[np.int16], banners: Mask) -> tuple[Rows, Rows, Rows]:
    """For a column: the rows to fill, the row each is filled from, and the column it is filled from."""
    to, of, sources = [], [], []
    for one in ranges:
        rows = np.arange(one.top + (at == one.left), min(one.bottom + 1, len(filled)))
        rows = rows[(filled[rows] > 0) & ~banners[rows]]
        to.append(rows)
        of.append(np.full(len(rows), one.top))
        sources.append(np.full(len(rows), one.left))
    return np.concatenate(to), np.concatenate(of), np.concatenate(sources)


def _moved(column: pa.ChunkedArray, source: pa.ChunkedArray, to: Rows, of: Rows) -> tuple[pa.ChunkedArray, int]:
    """The column with some rows taken from others; a cell under a merged range that has a value keeps it."""
    to, first = np.unique(to, return_index=True)
    of = of[first]
    values = source.take(pa.array(of)).combine_chunks()
    blank = np.asarray(pc.equal(column.take(pa.array(to)), ""))
    useful = blank & np.asarray(pc.not_equal(values, ""))
    mask = np.zeros(len(column), dtype=np.bool_)
    mask[to[useful]] = True
    if not useful.any():
        return column, 0
    whole = pc.replace_with_mask(column.combine_chunks(), pa.array(mask), values.filter(pa.array(useful)))
    return pa.chunked_array([whole]), int(useful.sum())
