"""Company names in Latin letters: the key is the name without legal form and marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadroute.tables.arrow import matching, patched, replaced

if TYPE_CHECKING:
    import pyarrow as pa

_FORMS = (
    "inc incorporated ltd ltda limited llc l.l.c llp l.l.p lp corp corporation co company gmbh mbh ag kg kgaa ohg ug "
    "plc pty pte pvt s.?a s.?a.?s s.?a.?r.?l s.?r.?l s.?r.?o s.?p.?a s.?l s.?a.?de.?c.?v b.?v n.?v oy oyj ab a/s aps "
    "k.?k sdn bhd d.?o.?o sp.?z.?o.?o"
)
_WORDS = "|".join(form.replace(".?", r"\.?\s?").replace("l.l.", r"l\.l\.") for form in _FORMS.split())
_FORM = rf"(?:[\s,.&]+(?:private\s+)?(?:{_WORDS})\.?)+$"
_STEPS = (
    (_FORM, ""),
    (r"\s*&\s*", " and "),
    (r"[.,'\"()\[\]]+", ""),
    (r"\s+", " "),
)
_WORK = rf"[&.,'\"()\[\]]|{_FORM}"


def keys_of_latin(folded: pa.Array) -> pa.Array:
    """The keys of folded names (``acme (china) co., ltd.`` → ``acme china``)."""
    more = matching(folded, _WORK)
    keys = folded.filter(more)
    for pattern, by in _STEPS:
        keys = replaced(keys, pattern, by)
    return patched(folded, more, keys)


def core(folded: str) -> tuple[str, str]:
    """The name without its legal form, and the form."""
    found = re.search(_FORM, folded)
    return (folded[: found.start()], found[0].lstrip(" ,.&")) if found else (folded, "")
