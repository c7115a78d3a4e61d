"""Folding whole columns: the normaliser of ``model.fold``, fast for the text most columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.model.fold import fold
from leadroute.tables.arrow import matching, patched

if TYPE_CHECKING:
    import pyarrow as pa

PLAIN = r"^(?:[!-~\x{4e00}-\x{9fff}]+(?: [!-~\x{4e00}-\x{9fff}]+)*)?$"
"""ASCII and common Chinese characters with single blanks: here folding is nothing but lower case."""


def fold_array(texts: pa.Array) -> pa.Array:
    """Fold every text of an Arrow array."""
    odd = pc.invert(matching(texts, PLAIN))
    return patched(pc.ascii_lower(texts), odd, _fold_odd(texts.filter(odd)))


def _fold_odd(texts: pa.Array) -> pa.Array:
    """Full-width letters and brackets become plain in bulk; what is still odd then is folded one by one."""
    normal = pc.utf8_normalize(texts, "NFKC")
    odd = pc.invert(matching(normal, PLAIN))
    return patched(pc.ascii_lower(normal), odd, [fold(text) for text in texts.filter(odd).to_pylist()])
