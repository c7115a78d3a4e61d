"""The same month by month."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.backtest.caps import month_of
from leadroute.engine.backtest.played import totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.backtest.played import Played
    from leadroute.engine.fairness.report import Evenness
    from leadroute.tables.leads import Whole


@dataclass(frozen=True, slots=True, eq=False)
class Month:
    """A calendar month: its runs, the rows that came, who got how many, and what went by the default and to review.

    ``really`` is how many leads of the month each rep really had (``None``: nobody knows).
    """

    name: str
    runs: int
    rows: int
    got: Whole
    default: tuple[int, int]
    review: int
    held: int
    even: Evenness
    really: Whole | None = None
    really_even: Evenness | None = None


def months(played: Played, really: Sequence[Whole] | None) -> tuple[Month, ...]:
    """The months of the runs; ``really`` has, for each run, how many of its leads each rep really had."""
    found = []
    for name, group in groupby(range(len(played.steps)), lambda at: month_of(played.steps[at])):
        at = list(group)
        steps = [played.steps[one] for one in at]
        own = totals(steps, len(played.roster.reps))
        had = np.sum([really[one] for one in at], axis=0) if really is not None else None
        found.append(
            Month(
                name=name,
                runs=len(steps),
                rows=sum(one.rows for one in steps),
                got=own.got,
                default=(sum(one.default[0] for one in steps), sum(one.default[1] for one in steps)),
                review=sum(one.review for one in steps),
                held=sum(one.held for one in steps),
                even=played.evenness(own.got, own),
                really=had,
                really_even=None if had is None else played.evenness(had),
            )
        )
    return tuple(found)
