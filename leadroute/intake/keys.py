"""Keys of whole leads as small numbers: rows whose numbers are equal have equal keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.tables.keys import key_numbers

if TYPE_CHECKING:
    from leadroute.tables.leads import Leads, Whole


def line_numbers(leads: Leads, line: tuple[str, ...]) -> Whole:
    """Small numbers of the combined key of a line; -1 where any part is blank."""
    first, *more = (key_numbers(leads.columns[name]) for name in line)
    for numbers in more:
        combined = first * (int(numbers.max(initial=0)) + 1) + numbers
        rows = np.flatnonzero((first >= 0) & (numbers >= 0))
        first = np.full(len(leads), -1, dtype=np.int64)
        first[rows], _ = pd.factorize(combined[rows])
    return first


def only_repeated(numbers: Whole) -> Whole:
    """Smaller numbers for keys seen at least twice, -1 for all else."""
    repeated = np.bincount(numbers + 1, minlength=1) > 1
    repeated[0] = False  # blanks
    return np.where(repeated, np.cumsum(repeated) - 1, -1)[numbers + 1]
