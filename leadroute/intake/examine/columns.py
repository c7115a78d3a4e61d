"""The columns of a table: which field each is and how that is known, its cells by state, a few of its values."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.intake.examine.seen import USED, ColumnSeen
from leadroute.tables.arrow import flags, of_series
from leadroute.tables.leads import DAMAGED, INFERRED, INVALID, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from leadroute.intake.examine.seen import How
    from leadroute.tables.leads import Column, Mask
    from leadroute.tables.raw import RawTable

SAMPLES = 3
"""So many different values of a column are shown."""

_LONGEST = 40
_FIRST = 2_000
_STATES = 5


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a header: the field, how it was found, and names it is almost."""

    field: str
    how: How
    near: tuple[str, ...] = ()


def columns_seen(
    table: RawTable, known: Mapping[str, Known], clean: Mapping[str, Column] | None = None
) -> tuple[ColumnSeen, ...]:
    """Look at every column; ``clean`` holds the cleaned ones by field."""

    def seen(header: str) -> ColumnSeen:
        about = known[header]
        column = clean.get(about.field) if clean and about.how in USED else None
        return _seen(header, of_series(table.frame[header]), about, column, table.damaged.get(header))

    with ThreadPoolExecutor() as pool:  # Arrow lets go of Python's lock
        return tuple(pool.map(seen, map(str, table.frame.columns)))


def _seen(header: str, texts: pa.ChunkedArray, about: Known, column: Column | None, damaged: Mask | None) -> ColumnSeen:
    filled = flags(pc.invert(pc.or_(pc.equal(pc.binary_length(texts), 0), pc.utf8_is_space(texts))))
    filled = filled if damaged is None else filled | damaged
    states = _states(column, filled)
    return ColumnSeen(
        header=header,
        field=about.field,
        how=about.how,
        rows=len(texts),
        filled=int(np.count_nonzero(filled)),
        near=about.near,
        samples=_samples(texts, filled),
        placeholder=states[PLACEHOLDER],
        damaged=states[DAMAGED],
        invalid=states[INVALID],
        inferred=states[INFERRED],
    )


def _states(column: Column | None, filled: Mask) -> list[int]:
    """How many of the filled cells have each status; what was concluded for blank ones is left out."""
    if column is None:
        return [0] * _STATES
    counts = np.bincount(column.status[column.codes[filled]], minlength=_STATES)
    return [int(count) for count in counts]


def _samples(texts: pa.ChunkedArray, filled: Mask) -> tuple[str, ...]:
    """The first few different values, cut short."""
    rows = np.flatnonzero(filled[:_FIRST])
    if len(rows) < SAMPLES:
        rows = np.flatnonzero(filled)[:_FIRST]
    different = texts.take(rows).unique()[:SAMPLES].to_pylist()
    return tuple(_short(text) for text in different)


def _short(text: str) -> str:
    """One line, of bounded length."""
    line = " ".join(text[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
