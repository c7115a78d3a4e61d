"""What the caps did, month by month: who was full and when, and how many leads went elsewhere for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leadroute.engine.backtest.step import Step


@dataclass(frozen=True, slots=True)
class RepFull:
    """A rep in a month: after how many of its ``runs`` a cap was used up, first on what day, leads that passed by."""

    month: str
    rep: int
    full: int
    runs: int
    since: date | None
    passed: int


@dataclass(frozen=True, slots=True)
class PoolFull:
    """A pool in a month: leads ``sent`` on to another pool as nobody could take them, ``left`` in the open pool."""

    month: str
    pool: str
    sent: int
    left: int


def month_of(step: Step) -> str:
    """The calendar month of a run, as 2026-10."""
    return f"{step.now:%Y-%m}"


def reps_full(steps: Sequence[Step]) -> tuple[RepFull, ...]:
    """The reps who had a cap used up, by month and roster order."""
    runs = Counter(map(month_of, steps))
    full, passed = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    since: dict[tuple[str, int], date] = {}
    for one in steps:
        month = month_of(one)
        for rep in one.full:
            full[month, rep] += 1
            since.setdefault((month, rep), one.now.date())
        for rep, count in one.passed.items():
            passed[month, rep] += count
    return tuple(
        RepFull(month, rep, full[month, rep], runs[month], since.get((month, rep)), passed[month, rep])
        for month, rep in sorted(full.keys() | passed.keys())
    )


def pools_full(steps: Sequence[Step]) -> tuple[PoolFull, ...]:
    """The pools that could not place every lead meant for them, by month."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in steps:
        for at, counts in enumerate((one.sent, one.left)):
            for pool, count in counts.items():
                found[month_of(one), pool][at] += count
    return tuple(PoolFull(month, pool, *counts) for (month, pool), counts in sorted(found.items()))
