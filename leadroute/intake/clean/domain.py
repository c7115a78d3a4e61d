"""Web addresses: the host as value and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import blanked, flags, matching, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import INVALID, PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

_HOST = r"^[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.\p{L}[\p{L}0-9-]+$"


def clean(texts: pa.Array) -> Cleaned:
    """Keep the host without scheme, ``www.``, port and path; what is no host is ``INVALID``."""
    folded = fold_array(bare(texts))
    hosts = replaced(replaced(folded, r"^(?:[a-z]+:)?//|^https?:/*", ""), r"[/?#:\s].*$", "")
    hosts = replaced(replaced(hosts, r"^www\d?\.", ""), r"[.。]+$", "")
    nothing = pc.is_in(folded, value_set=strings(sorted(placeholders.NOTHING)))
    good = matching(hosts, _HOST)
    status = statuses(len(texts))
    status[~flags(good) & flags(pc.not_equal(folded, ""))] = INVALID
    status[flags(nothing)] = PLACEHOLDER
    shown = blanked(hosts, pc.invert(good))
    return Cleaned(shown, shown, status)
