"""What has happened to cells that lost their value, by what is left of them: each sort is mended in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.tables.arrow import flags, matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from leadroute.tables.leads import Rows

_SIGNS = (
    ("LR582", "\ufffd"),
    ("LR501", r"^[\s='\"]*[+-]?\d+(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d+[\s'\"]*$"),
    ("LR580", r"^(?:#|Err:)"),
    ("LR581", r"^="),
    ("LR579", ""),
)
"""Undecoded bytes, scientific form, an error, a formula nobody has worked out; what is left had too many digits."""


def damages(texts: pa.Array) -> Iterator[tuple[str, Rows]]:
    """The code of each sort of damage among damaged cells, and the positions of its cells."""
    rest = np.ones(len(texts), dtype=np.bool_)
    for code, sign in _SIGNS:
        own = rest & flags(matching(texts, sign))
        rest &= ~own
        if own.any():
            yield code, np.flatnonzero(own)
