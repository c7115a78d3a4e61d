"""E-mail addresses: lower case as value; as key without ``+tag``, and blank for desks such as ``info@``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned
from leadroute.model.fold import fold
from leadroute.tables.arrow import (
    blanked,
    flags,
    judged,
    matching,
    patched,
    replaced,
    statuses,
    strings,
)
from leadroute.tables.leads import INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    import pyarrow as pa

_ADDRESS = r"^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])+$"
_ONE = re.compile(_ADDRESS)
_ANGLED = re.compile(r"<([^<>]*)>")
_SEVERAL = re.compile(r"[;,、\s]+")
_TAG = r"^([^+@]+)\+[^@]*@"
_ROLE = f"^(?:{'|'.join(placeholders.ROLES)})@"


def clean(texts: pa.Array) -> Cleaned:
    """Bring addresses to lower case; what cannot be one is ``INVALID``."""
    values = pc.ascii_lower(texts)
    odd = pc.invert(matching(values, _ADDRESS))
    found, verdicts = judged(texts.filter(odd), _judge)
    values = patched(values, odd, found)
    status = statuses(len(texts))
    status[flags(odd)] = verdicts
    typed = pc.is_in(values, value_set=strings(sorted(placeholders.EMAILS)))
    status[flags(typed)] = PLACEHOLDER
    values = blanked(values, typed)
    tagged = pc.match_substring(values, "+")
    keys = patched(values, tagged, replaced(values.filter(tagged), _TAG, r"\1@"))
    keys = blanked(keys, matching(values, _ROLE))
    return Cleaned(values, keys, status)


def _judge(text: str) -> tuple[str, int]:
    """The address in a cell that is not one as it stands, and its status."""
    tidy = unicodedata.normalize("NFKC", text).replace("。", ".").strip().lower()
    if not tidy:
        return "", OK
    if fold(tidy) in placeholders.EMAIL:
        return "", PLACEHOLDER
    angled = _ANGLED.search(tidy)
    tidy = (angled[1] if angled else tidy).removeprefix("mailto:")
    for part in (re.sub(r"\s*@\s*", "@", tidy).strip("\"'()[]<>.,;:!? "), *_SEVERAL.split(tidy)):
        if _ONE.match(part.strip("\"'()[]<>.,;:!?")):
            return part.strip("\"'()[]<>.,;:!?"), OK
    return "", INVALID
