"""Traditional characters as simplified ones, for keys: ``電腦`` and ``电脑`` are one word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.intake.clean.simplified_table import PAIRS
from leadroute.tables.arrow import matching, patched

if TYPE_CHECKING:
    import numpy.typing as npt

_ROWS = 200_000
"""Texts worked on at a time: their characters take four bytes each while they are."""

_FIRST, _LAST = 0x4E00, 0x9FFF


def simplified(texts: pa.Array) -> pa.Array:
    """The texts with every traditional character replaced."""
    odd = matching(texts, f"[{''.join(PAIRS.split())[::2]}]")
    some = texts.filter(odd)
    return patched(
        texts, odd, pa.concat_arrays([_part(some[at : at + _ROWS]) for at in range(0, len(some), _ROWS)] or [some])
    )


def _part(texts: pa.Array) -> pa.Array:
    """Both characters of a pair take three bytes, so nothing moves."""
    _, offsets, data = texts.buffers()
    starts = np.frombuffer(offsets, dtype=np.int64)[texts.offset : texts.offset + len(texts) + 1]
    written = data[int(starts[0]) : int(starts[-1])].to_pybytes()
    points = np.frombuffer(written.decode().encode("utf-32-le"), dtype=np.uint32)
    known = _table()[np.minimum(points, np.uint32(_LAST + 1))]
    changed = np.where(known > 0, known, points).tobytes().decode("utf-32-le").encode()
    return pa.LargeStringArray.from_buffers(len(texts), pa.py_buffer(starts - starts[0]), pa.py_buffer(changed))


@cache
def _table() -> npt.NDArray[np.uint32]:
    """For each code point up to the end of the common block its simplified one, 0 if it has none."""
    points = np.frombuffer("".join(PAIRS.split()).encode("utf-32-le"), dtype=np.uint32).reshape(-1, 2)
    table = np.zeros(_LAST + 2, dtype=np.uint32)
    table[points[:, 0]] = points[:, 1]
    return table
