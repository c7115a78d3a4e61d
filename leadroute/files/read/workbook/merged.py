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

    Numbers = npt.NDArray[np.int64]
    Counts = npt.NDArray[np.int16]
    Mask = npt.NDArray[np.bool_]

_LARGEST = 1 << 18
_MOST = 1 << 25  # cells in all ranges together, more than a full sheet of leads has
_BANNER = 3  # columns a heading between rows takes at least


@dataclass(frozen=True, slots=True, eq=False)
class Unmerged:
    """Columns with merged ranges filled, how many cells that were, and rows that are one wide heading."""

    columns: list[pa.ChunkedArray]
    filled: int
    banners: Mask


def unmerged(columns: Sequence[pa.ChunkedArray], merged: Sequence[Range], filled: Counts) -> Unmerged:
    """Fill merged ranges, given 0-based within the columns; ``filled`` is the number of cells in every row.

    Rows without any cell of their own stay blank: they are the lower part of a tall lead, not further leads. A row
    that is nothing but one range over half the table is a heading; it is not spread over the columns.
    """
    ranges = _within(merged, len(filled), len(columns))
    banners = _banners(ranges, filled, len(columns))
    takers = (filled > 0) & ~banners
    kept, count = list(columns), 0
    for at in np.flatnonzero(_covered(ranges, len(columns))).tolist():
        own = ranges[(ranges[:, 1] <= at) & (at <= ranges[:, 3])]
        for source in np.unique(own[:, 1]).tolist():
            to, of = _moves(own[own[:, 1] == source], takers, below=source == at)
            kept[at], changed = _moved(kept[at], columns[source], to, of)
            count += changed
    return Unmerged(kept, count, banners)


def _within(merged: Sequence[Range], height: int, width: int) -> Numbers:
    """The ranges that begin among the cells there are, cut to them; absurd ones are nobody's and left alone."""
    ranges = np.array(merged, dtype=np.int64).reshape(-1, 4)
    top, left, bottom, right = ranges.T
    inside = (top >= 0) & (top < height) & (top <= bottom) & (left >= 0) & (left < width) & (left <= right)
    ranges = np.minimum(ranges[inside], [height - 1, width - 1, height - 1, width - 1])
    sizes = (ranges[:, 2] - ranges[:, 0] + 1) * (ranges[:, 3] - ranges[:, 1] + 1)
    return ranges[(sizes <= _LARGEST) & (np.cumsum(sizes) <= _MOST)]


def _banners(ranges: Numbers, filled: Counts, width: int) -> Mask:
    top, left, bottom, right = ranges.T
    wide = (top == bottom) & (right - left + 1 >= max(_BANNER, (width + 1) // 2)) & (filled[top] == 1)
    banners = np.zeros(len(filled), dtype=np.bool_)
    banners[top[wide]] = True
    return banners


def _covered(ranges: Numbers, width: int) -> Mask:
    """Which columns have merged cells."""
    edges = np.zeros(width + 1, dtype=np.int64)
    np.add.at(edges, ranges[:, 1], 1)
    np.add.at(edges, ranges[:, 3] + 1, -1)
    return np.cumsum(edges[:-1]) > 0


def _moves(ranges: Numbers, takers: Mask, *, below: bool) -> tuple[Numbers, Numbers]:
    """The rows to fill and the row each is filled from; in the first column of a range only rows ``below`` its top."""
    heights = ranges[:, 2] - ranges[:, 0] + 1
    of = np.repeat(ranges[:, 0], heights)
    to = of + np.arange(len(of)) - np.repeat(np.cumsum(heights) - heights, heights)
    wanted = takers[to] & ((to > of) if below else np.True_)
    to, first = np.unique(to[wanted], return_index=True)
    return to, of[wanted][first]


def _moved(column: pa.ChunkedArray, source: pa.ChunkedArray, to: Numbers, of: Numbers) -> tuple[pa.ChunkedArray, int]:
    """The column with some rows taken from others; a cell under a merged range that has a value keeps it."""
    values = source.take(pa.array(of)).combine_chunks()
    blank = np.asarray(pc.equal(column.take(pa.array(to)), ""))
    useful = blank & np.asarray(pc.not_equal(values, ""))
    if not useful.any():
        return column, 0
    mask = np.zeros(len(column), dtype=np.bool_)
    mask[to[useful]] = True
    whole = pc.replace_with_mask(column.combine_chunks(), pa.array(mask), values.filter(pa.array(useful)))
    return pa.chunked_array([whole]), int(useful.sum())
