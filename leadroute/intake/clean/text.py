"""Plain text: trimmed as a value, folded as a key; what only fills a cell is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, tidied
from leadroute.tables.arrow import blanked, flags, matching, statuses, strings
from leadroute.tables.leads import PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa


def clean(texts: pa.Array) -> Cleaned:
    """Trim; every word that may be an answer survives, ``NA`` too. ``Select`` and ``-`` are blank."""
    values, keys = tidied(texts)
    nothing = pc.is_in(keys, value_set=strings(sorted(placeholders.TEXT)))
    nothing = pc.or_(nothing, matching(keys, placeholders.ONLY_SIGNS))
    status = statuses(len(values))
    status[flags(nothing)] = PLACEHOLDER
    return Cleaned(blanked(values, nothing), blanked(keys, nothing), status)
