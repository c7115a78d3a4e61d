"""Plain text: trimmed as a value, folded as a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.arrow import objects, objects_like, statuses
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.intake.fold import fold_array

if TYPE_CHECKING:
    import pyarrow as pa


def clean(texts: pa.Array) -> Cleaned:
    """Trim; every word survives, ``NA`` too."""
    values = bare(texts)
    shown = objects(values)
    return Cleaned(shown, objects_like(shown, values, fold_array(values)), statuses(len(shown)))
