"""The load on the review desk: leads per run and per week."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.backtest.step import Step


@dataclass(frozen=True, slots=True)
class Load:
    """Leads at a time: all of them, the most and when that was, and the median; ``times`` is how many there were."""

    total: int
    most: int
    when: str
    median: float
    times: int


def per_run(steps: Sequence[Step]) -> Load:
    """Leads put on the review desk by each run; the day of the most."""
    return _load([(f"{one.now:%Y-%m-%d}", one.review) for one in steps])


def per_week(steps: Sequence[Step]) -> Load:
    """The same by ISO week, of weeks with a run."""
    weeks = Counter[str]()
    for one in steps:
        year, week, _ = one.now.isocalendar()
        weeks[f"{year}-W{week:02}"] += one.review
    return _load(list(weeks.items()))


def _load(each: Sequence[tuple[str, int]]) -> Load:
    if not each:
        return Load(0, 0, "", 0.0, 0)
    when, most = max(each, key=lambda one: one[1])
    counts = [count for _, count in each]
    return Load(sum(counts), most, when if most else "", float(median(counts)), len(counts))
