"""Columns of text made once per distinct value and spread over the rows by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.tables.leads import Column

Rows = npt.NDArray[np.intp]
Coded = npt.NDArray[np.integer]


def spread(texts: Iterable[str], codes: Coded) -> pd.Categorical:
    """For each row the text of its code; code -1 is blank."""
    listed = np.array([*texts, ""], dtype=object)
    positions, distinct = pd.factorize(listed)
    return pd.Categorical.from_codes(positions[codes], pd.Index(distinct, dtype=object))


def spread_column(column: Column) -> pd.Categorical:
    """The clean texts of a column of leads, row by row."""
    return spread(column.values.to_pylist(), column.codes)


def distinct(*parts: Coded) -> tuple[Coded, Rows]:
    """Number the combinations of several codes: the combination of each row, and a row that has each combination."""
    key = np.zeros(len(parts[0]), dtype=np.int64)
    for part in parts:
        low = int(part.min(initial=0))
        key = key * (int(part.max(initial=0)) - low + 1) + (part.astype(np.int64) - low)
    codes, found = pd.factorize(key)
    first = np.zeros(len(found), dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes), dtype=np.intp)[::-1]
    return codes, first


def unique_headers(headers: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """The headers, those already used (here or in ``taken``) numbered: ``手机``, ``手机 (2)``."""
    used = set(taken)
    made = []
    for header in headers:
        number, free = 1, header
        while free in used:
            number += 1
            free = f"{header} ({number})"
        used.add(free)
        made.append(free)
    return made
