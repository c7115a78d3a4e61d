"""What a cleaner returns, and the tidying all cleaners share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.tables.arrow import matching, patched, replaced
from leadroute.tables.fold import PLAIN, fold_array

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from leadroute.tables.leads import Beside, Mask, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Cleaned:
    """The distinct values of a column after cleaning: the arrays that a ``tables.leads.Column`` holds.

    ``said`` marks, by the code of a diagnostic, the values it is to be told of; ``beside`` holds, by such a code too,
    what else stood in cells.
    """

    values: pa.Array
    keys: pa.Array
    status: npt.NDArray[np.uint8]
    numbers: Numbers | None = None
    upper: Numbers | None = None
    said: Mapping[str, Mask] = field(default_factory=dict)
    beside: Mapping[str, Beside] = field(default_factory=dict)


if TYPE_CHECKING:
    Cleaner = Callable[[pa.Array], Cleaned]

_UNTIDY = r'^[\s\x{200b}\x{feff}]|[\s\x{200b}\x{feff}]$|^="'
_WRAPPED = r'^="(.*)"$'  # how some exporters keep Excel from touching a number
_ENDS = r"^[\s\x{200b}\x{feff}]+|[\s\x{200b}\x{feff}]+$"


def bare(texts: pa.Array) -> pa.Array:
    """The texts without blanks around them and without the ``="…"`` that some exporters write."""
    untidy = matching(texts, _UNTIDY)
    if not pc.any(untidy).as_py():
        return texts
    some = replaced(replaced(texts.filter(untidy), _ENDS, ""), _WRAPPED, r"\1")
    return patched(texts, untidy, replaced(some, _ENDS, ""))


def tidied(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The texts as ``bare`` leaves them, and folded: one look finds those that need either."""
    odd = pc.or_(pc.invert(matching(texts, PLAIN)), pc.starts_with(texts, '="'))
    some = bare(texts.filter(odd))
    return patched(texts, odd, some), patched(pc.ascii_lower(texts), odd, fold_array(some))
