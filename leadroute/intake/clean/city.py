"""Cities: a trailing 市 says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import replaced, statuses
from leadroute.tables.fold import fold_array

if TYPE_CHECKING:
    import pyarrow as pa


def clean(texts: pa.Array) -> Cleaned:
    """Trim, and drop 市 after at least two characters (``苏州市`` → ``苏州``; ``沙市`` stays)."""
    values = replaced(bare(texts), r"^(\p{Han}{2,})市$", r"\1")
    return Cleaned(values, fold_array(values), statuses(len(values)))
