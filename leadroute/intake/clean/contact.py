"""Names of people: as written in the value; the key is the name without honorifics, blank for a surname alone.

``王先生`` is anybody: such a name tells people apart, but makes nobody the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, tidied
from leadroute.intake.clean.honorifics import HONORED, name_alone, without_title
from leadroute.intake.clean.simplify import simplified
from leadroute.tables.arrow import blanked, flags, judged, matching, patched, statuses, strings
from leadroute.tables.leads import OK, PLACEHOLDER

if TYPE_CHECKING:
    from leadroute.tables.arrow import Status

_WORK = rf"{HONORED}|{placeholders.NICKNAME}"
_NO_NAME = re.compile(placeholders.NICKNAME)
_PLAIN = r"^(?:\p{Han}{2,4}|[a-z]+(?: [a-z]+)+)$"


def clean(texts: pa.Array) -> Cleaned:
    """Trim; ``王伟先生`` has the key ``王伟``, ``Smith, John`` has ``john smith``, ``王先生`` has none."""
    values, folded = tidied(texts)
    plain = pc.and_(matching(folded, _PLAIN), pc.invert(matching(folded, _WORK)))
    odd = pc.invert(pc.or_(plain, pc.equal(folded, "")))
    found, verdicts = _judged(folded.filter(odd))
    status = statuses(len(values))
    status[flags(odd)] = verdicts
    nobody = pc.is_in(folded, value_set=strings(sorted(placeholders.CONTACT)))
    status[flags(nobody)] = PLACEHOLDER
    unnamed = pa.array(status == PLACEHOLDER)
    return Cleaned(blanked(values, unnamed), blanked(simplified(patched(folded, odd, found)), unnamed), status)


def _judged(folded: pa.Array) -> tuple[pa.Array, Status]:
    """The keys and status of names that are more, or less, than a name; those with a mere title in bulk."""
    titled, names = without_title(pc.if_else(matching(folded, placeholders.NICKNAME), "", folded))
    rest = pc.invert(titled)
    found, verdicts = judged(folded.filter(rest), _judge)
    status = statuses(len(folded))
    status[flags(rest)] = verdicts
    return patched(patched(folded, titled, names), rest, found), status


def _judge(folded: str) -> tuple[str, int]:
    """The key and status of a name that is more, or less, than a name."""
    if _NO_NAME.match(folded) or folded.isdigit() or not folded.strip(placeholders.SIGNS):
        return "", PLACEHOLDER
    return name_alone(folded), OK
