"""What chance alone would do: the balance ratio when every lead is given out by drawing lots.

A manager who sees one rep with twice the leads of another must know whether lots would do the same. With ``n`` leads
and weights ``w`` the counts are multinomial. Multinomial counts are independent Poisson counts of means
``n * w / sum(w)``, given that they add up to ``n`` (B. Levin, "A representation for multinomial cumulative distribution
functions", Annals of Statistics 9 (1981) 1123-1126). The ratio hardly depends on the total, so the condition is left
out, and then

    P(max / min <= r) = sum over v of  P(all in [v, r*v]) - P(all in (v, r*v])      (v: the value of the lowest)

is a sum of products of Poisson probabilities: no dice, the same figure every time. 200,000 simulated draws gave 1.86 to
5.33 for ten equal reps and 100 leads (here 1.83 to 5.33), and 1.21 to 1.58 for 1,000 leads (here the same).
"""

from __future__ import annotations

from math import ceil, floor, inf, lgamma, log
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.report import Band

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

_LOW, _HIGH = 0.05, 0.95
_SPREAD = 9.0  # standard deviations beyond which a count is as good as impossible
_POINTS = 1500  # places at which the lowest value is tried; more change nothing visible
_STEPS = 24


def chance_band(leads: int, weights: npt.NDArray[np.float64]) -> Band | None:
    """The 5 % and 95 % points of the balance ratio under lots; ``None`` without leads or with fewer than two reps."""
    if leads <= 0 or len(weights) < 2:  # noqa: PLR2004 (one alone has nobody to be compared with)
        return None
    lots = _Lots(leads, weights)
    return Band(lots.quantile(_LOW), lots.quantile(_HIGH))


class _Count:
    """The distribution of one rep's count: Poisson, tabulated where it matters. Reps of equal weight share one."""

    def __init__(self, mean: float, weight: float, reps: int) -> None:
        reach = _SPREAD * mean**0.5 + _SPREAD
        self.weight, self.reps = weight, reps
        self.first = max(0, floor(mean - reach))
        counts = np.arange(self.first, ceil(mean + reach) + 1)
        steps = np.log(mean / np.maximum(counts[1:], 1))
        start = self.first * log(mean) - mean - lgamma(self.first + 1)
        chances = np.exp(start + np.concatenate(([0.0], np.cumsum(steps))))
        self.values = counts / weight
        self.below = np.concatenate(([0.0], np.cumsum(chances) / chances.sum()))

    def at_most(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """P(count / weight <= value)."""
        return self.below[np.searchsorted(self.values, values * (1 + 1e-12), side="right")]

    def less_than(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """P(count / weight < value)."""
        return self.below[np.searchsorted(self.values, values * (1 - 1e-12), side="left")]


class _Lots:
    """All reps drawing lots: the probability that the ratio stays below a figure, and its inverse."""

    def __init__(self, leads: int, weights: npt.NDArray[np.float64]) -> None:
        distinct, reps = np.unique(weights, return_counts=True)
        means = leads * distinct / weights.sum()
        self.counts = [_Count(*each) for each in zip(means.tolist(), distinct.tolist(), reps.tolist(), strict=True)]
        self.lowest = _places(self.counts)
        self.from_here = [count.less_than(self.lowest) for count in self.counts]
        self.from_next = [np.append(below[1:], 1.0) for below in self.from_here]

    def at_most(self, ratio: float) -> float:
        """P(max / min <= ratio), a lowest value of zero counting as beyond every ratio."""
        tops = [count.at_most(self.lowest * ratio) for count in self.counts]
        inside = _all_between(self.counts, self.from_here, tops)
        above = _all_between(self.counts, self.from_next, tops)
        return float((inside - above).sum())

    def quantile(self, part: float) -> float:
        """The smallest ratio that is reached with this probability; ``inf`` when somebody gets nothing too often."""
        low, high = 1.0, 2.0
        while self.at_most(high) < part:
            low, high = high, high * 2
            if high > 1e6:  # noqa: PLR2004 (no finite ratio of counts of this size is near)
                return inf
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (low, middle) if self.at_most(middle) >= part else (middle, high)
        return high


def _places(counts: Sequence[_Count]) -> npt.NDArray[np.float64]:
    """The values above zero that the lowest may take, thinned when there are very many."""
    values = np.unique(np.concatenate([count.values for count in counts]))
    values = values[values > 0]
    if len(values) > _POINTS:
        values = values[np.unique(np.linspace(0, len(values) - 1, _POINTS).astype(np.intp))]
    return values


def _all_between(
    counts: Sequence[_Count], bottoms: Sequence[npt.NDArray[np.float64]], tops: Sequence[npt.NDArray[np.float64]]
) -> npt.NDArray[np.float64]:
    """For each place of the lowest value: the chance that everybody lies between bottom and top."""
    product = np.ones(len(tops[0]))
    for count, bottom, top in zip(counts, bottoms, tops, strict=True):
        product *= np.maximum(top - bottom, 0.0) ** count.reps
    return product
