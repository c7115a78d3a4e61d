"""How well a dialect suits a text: the headers it names, how evenly it parts the rows, how often quotes go wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from leadroute.files.read.header import HEAD_ROWS
from leadroute.files.read.records import records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from leadroute.files.read.lines import Dialect

    Fit = Callable[[Sequence[str]], float]

LINES = 100
"""So many lines are tried."""

_HARDLY = 100


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What speaks for a dialect; ordered by what counts most.

    ``known``: how well the best of the first rows fits as a header. ``quality``: ``even``, the share of rows of the
    usual ``width``, less the share of rows in which quotes do not pair (``troubled`` in number).
    """

    known: float = 0.0
    quality: float = 0.0
    even: float = 0.0
    width: int = 1
    troubled: int = 0


def evidence(lines: Sequence[str], dialect: Dialect, fit: Fit) -> Evidence:
    """Read the first lines under a dialect and judge what comes out."""
    found = list(islice(records(lines, dialect), LINES))
    rows = [cells for cells, _, _ in found if any(cell.strip() for cell in cells)]
    if not rows:
        return Evidence()
    known, cells = max((fit(row), len(row)) for row in rows[:HEAD_ROWS])
    (width, count), *_ = Counter(map(len, rows)).most_common(1)
    even = count / len(rows)
    troubled = sum(bool(trouble) for _, trouble, _ in found)
    one_name = bool(known) and cells == 1  # a header of one name: what parts the rows below is part of their text
    quality = even / _HARDLY if width == 1 or one_name else even - troubled / len(found)
    return Evidence(round(known, 2), round(quality, 3), even, width, troubled)
