"""Which of several things hold for each row, as one number per row and the meaning of each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from leadroute.tables.leads import Mask


def combine(rows: int, masks: Iterable[Mask]) -> tuple[npt.NDArray[np.int32], tuple[tuple[int, ...], ...]]:
    """Number the combinations that occur: a code for each row, and for each code the positions of what holds."""
    codes = np.zeros(rows, dtype=np.int64)
    meaning: list[tuple[int, ...]] = [()]
    for at, held in enumerate(masks):
        codes = codes * 2 + held
        distinct = np.flatnonzero(np.bincount(codes, minlength=2 * len(meaning)))
        meaning = [(*meaning[code >> 1], at) if code & 1 else meaning[code >> 1] for code in distinct.tolist()]
        smaller = np.zeros(distinct.max(initial=-1) + 1, dtype=np.int64)
        smaller[distinct] = np.arange(len(distinct))
        codes = smaller[codes]
    return codes.astype(np.int32), tuple(meaning)
