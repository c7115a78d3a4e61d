"""Plain text: trimmed as a value, folded as a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import statuses
from leadroute.tables.fold import fold_array

if TYPE_CHECKING:
    import pyarrow as pa


def clean(texts: pa.Array) -> Cleaned:
    """Trim; every word survives, ``NA`` too."""
    values = bare(texts)
    return Cleaned(values, fold_array(values), statuses(len(values)))
