"""What is wrong with the input, where, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.model.diagnostic import Place
from leadroute.render.filenames import short_names
from leadroute.render.messages import hint, message
from leadroute.render.words import say
from leadroute.tables.sheet import Shape, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Language

_NOWHERE = Place("")
_COLUMNS = (
    "problem_file",
    "problem_sheet",
    "problem_row",
    "problem_column",
    "value",
    "code",
    "severity",
    "wrong",
    "to_do",
)


def problems(diagnostics: Sequence[Diagnostic], language: Language) -> Sheet:
    """One row for each problem found in the data, in the order found."""
    words = [say(f"sheet.{key}", language) for key in _COLUMNS]
    names = short_names(dict.fromkeys(found.place.file for found in diagnostics if found.place))
    cells = [_row(found, names, language) for found in diagnostics]
    columns = list(zip(*cells, strict=True)) if cells else [()] * len(words)
    frame = pd.DataFrame({word: list(column) for word, column in zip(words, columns, strict=True)}, dtype=object)
    row = words[_COLUMNS.index("problem_row")]
    frame[row] = frame[row].astype(np.float64)
    return Sheet("problems", say("sheet.problems", language), frame, {row: Shape.WHOLE})


def _row(found: Diagnostic, names: Mapping[str, str], language: Language) -> tuple[object, ...]:
    place = found.place or _NOWHERE
    return (
        names.get(place.file, ""),
        place.sheet,
        place.row or place.line or np.nan,
        place.header or place.letters or (str(place.column) if place.column else ""),
        found.facts.get("value", ""),
        found.code,
        say(f"severity.{found.severity}", language),
        message(found, language),
        hint(found, language),
    )
