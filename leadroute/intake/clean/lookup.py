"""Cleaning by a table of known words, or by reading each text: the shared bodies of the cleaners of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from leadroute.intake.clean import placeholders
from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.intake.places.atlas import Level, atlas
from leadroute.intake.places.reader import read_place
from leadroute.tables.arrow import blanked, flags, judged, matching, patched, replaced, statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import INFERRED, OK, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from leadroute.intake.places.found import Found
    from leadroute.tables.arrow import Status

NOTHING = (placeholders.NOTHING - {"na"}) | {"select", "--select--", "please select", "请选择"}
"""Folded words that stand for a blank in a column of places; NA is Namibia."""

_HAN = r"\p{Han}"
_PARTED = r"(?i)^[a-z' .-]{3,40}[,/|][a-z' .,/|-]+$"


def by_words(texts: pa.Array, known: Callable[[str], str], guessed: Callable[[str], str] = lambda _: "") -> Cleaned:
    """Replace words that ``known`` or ``guessed`` (both by folded word) have a name for; keep the others."""
    trimmed = bare(texts)
    folded = fold_array(trimmed).to_pylist()
    sure = [known(word) for word in folded]
    likely = ["" if name else guessed(word) for name, word in zip(sure, folded, strict=True)]
    values = strings([a or b or text for a, b, text in zip(sure, likely, trimmed.to_pylist(), strict=True)])
    status = statuses(len(folded))
    status[:] = [INFERRED if name else OK for name in likely]
    return _told(values, status)


def by_place(texts: pa.Array, level: Level, name: Callable[[Found], str]) -> Cleaned:
    """Replace texts that name a Chinese place by its ``name`` ("" to keep the text); a text that goes on is a guess."""
    values, status = bare(texts), statuses(len(texts))
    likely = chinese(values, latin=level is not Level.DISTRICT)

    def judge(text: str) -> tuple[str, int]:
        found = read_place(text)
        meant = name(found) if found.trusted else ""
        return meant or text, INFERRED if meant and not found.whole else OK

    read, verdicts = judged(values.filter(likely), judge)
    status[flags(likely)] = verdicts
    return _told(patched(values, likely, read), status)


def _told(values: pa.Array, status: Status) -> Cleaned:
    """The cleaned values, without words that stand for a blank."""
    keys = fold_array(values)
    nothing = pc.is_in(keys, value_set=strings(sorted(NOTHING)))
    status[flags(nothing)] = PLACEHOLDER
    return Cleaned(blanked(values, nothing), blanked(keys, nothing), status)


def chinese(texts: pa.Array, *, latin: bool) -> pa.Array:
    """Which texts may name a place in China: those with Chinese characters, and its cities in Latin letters."""
    han = matching(texts, _HAN)
    if not latin or pc.all(han).as_py():
        return han
    letters = replaced(pc.ascii_lower(texts), r"(?i) (?:city|shi)$|[ '’.-]", "")
    spelled = pc.is_in(letters, value_set=strings(list(atlas().latin)))
    return pc.or_(han, pc.or_(spelled, matching(texts, _PARTED)))
