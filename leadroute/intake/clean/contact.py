"""Names of people: honorifics stay in the value, blanks inside a Chinese name do not count in the key."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import blanked, flags, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import PLACEHOLDER

_HAN_GAP = r"(\p{Han})[\s·]+(\p{Han})"


def clean(texts: pa.Array) -> Cleaned:
    """Trim and fold; ``王先生`` stays ``王先生``, ``欧阳 娜娜`` has the key ``欧阳娜娜``."""
    values = bare(texts)
    folded = fold_array(values)
    nobody = pc.is_in(folded, value_set=strings(sorted(placeholders.CONTACT)))
    values, folded = blanked(values, nobody), blanked(folded, nobody)
    status = statuses(len(values))
    status[flags(nobody)] = PLACEHOLDER
    closed = replaced(replaced(folded, _HAN_GAP, r"\1\2"), _HAN_GAP, r"\1\2")  # twice: matches may not overlap
    return Cleaned(values, closed, status)
