"""Columns of places as codes of what their cells name, so that equal combinations are looked at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.intake.clean.lookup import chinese
from leadroute.intake.places.atlas import Level
from leadroute.intake.places.reader import read_place
from leadroute.tables.arrow import flags

if TYPE_CHECKING:
    from leadroute.intake.columns import Written
    from leadroute.intake.places.found import Found
    from leadroute.tables.leads import Codes, Column, Whole

BLANK, OTHER, KNOWN = 0, 1, 2
"""Codes of cells: nothing, something that is no place of China, and from here on a place."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """A column of places: ``rows`` has the code of each row, ``places[code - KNOWN]`` what a code means."""

    rows: Whole
    places: list[Found] = field(default_factory=list)

    def found(self, code: int) -> Found | None:
        """What a code means, ``None`` for blanks and other things."""
        return self.places[code - KNOWN] if code >= KNOWN else None


def cells_of(column: Column, as_written: Written, level: Level) -> Cells:
    """Read every distinct text of a column once; short names before other words name nothing."""
    codes = np.where(column.blank, BLANK, OTHER).astype(np.int64)
    likely = np.zeros(len(codes), dtype=np.bool_)
    likely[: len(as_written.texts)] = flags(chinese(as_written.texts, latin=level is not Level.DISTRICT))
    known: dict[str, int] = {}
    places: list[Found] = []
    for entry in np.flatnonzero(likely & (codes == OTHER)).tolist():
        text = as_written.texts[entry].as_py()
        if text not in known:
            known[text] = _code(text, column.values[entry].as_py(), places)
        codes[entry] = known[text]
    return Cells(codes[column.codes], places)


def _code(text: str, clean: str, places: list[Found]) -> int:
    """The code of a new text; 沪 is known by its clean name."""
    found = read_place(text) or read_place(clean)
    if not found.trusted:
        return OTHER
    places.append(found)
    return KNOWN + len(places) - 1


def combined(parts: list[Codes | Whole]) -> tuple[Whole, Whole]:
    """The number of each row's combination of codes, and the first row of every combination."""
    key = np.zeros(len(parts[0]), dtype=np.int64)
    for part in parts:
        key = key * (int(part.max(initial=0)) + 1) + part
    of, distinct = pd.factorize(key)
    first = np.zeros(len(distinct), dtype=np.int64)
    first[of[::-1]] = np.arange(len(of), dtype=np.int64)[::-1]
    return of.astype(np.int64), first
