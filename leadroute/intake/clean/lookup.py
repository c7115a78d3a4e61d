"""Cleaning by a table of known words: the shared body of ``province`` and ``country``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.clean.cleaned import Cleaned, bare
from leadroute.tables.arrow import statuses, strings
from leadroute.tables.fold import fold_array
from leadroute.tables.leads import INFERRED, OK

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa


def by_words(texts: pa.Array, known: Callable[[str], str], guessed: Callable[[str], str] = lambda _: "") -> Cleaned:
    """Replace words that ``known`` or ``guessed`` (both by folded word) have a name for; keep the others."""
    trimmed = bare(texts)
    folded = fold_array(trimmed).to_pylist()
    sure = [known(word) for word in folded]
    likely = ["" if name else guessed(word) for name, word in zip(sure, folded, strict=True)]
    values = strings([a or b or text for a, b, text in zip(sure, likely, trimmed.to_pylist(), strict=True)])
    status = statuses(len(folded))
    status[:] = [INFERRED if name else OK for name in likely]
    return Cleaned(values, fold_array(values), status)
