"""How much better or worse than the usual each rep did, drawn towards the usual as far as chance explains it.

A rep's index is what was won over what could be expected of these leads, whoever worked them (indirect
standardisation). Indices are taken as normal around their own mean with a common variance, and estimated by parametric
empirical Bayes for unequal variances: C. N. Morris, "Parametric empirical Bayes inference: theory and applications",
JASA 78 (1983) 47-55. His factors (k - 3) / (k - 1) and the last term of the variance pay for estimating mean and
variance from the same reps, so that an interval is not too narrow where the variance comes out as nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.backtest.chance import tail

if TYPE_CHECKING:
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

_FEWEST = 4
"""Reps needed to draw them towards each other; fewer keep their own index."""
_STEPS, _CLOSE = 200, 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Effects:
    """The index of every rep (1: as usual) and its variance; those without enough leads have the mean of the others.

    ``own`` is the index as it was counted (nan without any expectation). ``between`` is the variance between reps
    beyond chance; ``chance`` the probability that reps who are all alike would differ as much.
    """

    index: Numbers
    variance: Numbers
    own: Numbers
    between: float
    chance: float


def drawn_effects(won: Numbers, expected: Numbers, noise: Numbers, believed: Mask) -> Effects:
    """Draw the indices ``won / expected`` of the reps who are ``believed`` towards each other.

    ``noise`` is the variance of what a rep wins by chance alone, in leads squared.
    """
    own = np.divide(won, expected, out=np.full(len(won), np.nan), where=expected > 0)
    index, variance = np.ones(len(won)), np.zeros(len(won))
    some = np.flatnonzero(believed & (expected > 0) & (noise > 0))
    if not len(some):
        return Effects(index, variance, own, 0.0, 1.0)
    counted, by_chance = own[some], noise[some] / expected[some] ** 2
    drawn, mean, between = _drawn(counted, by_chance)
    index[:], variance[:] = mean[0], between + mean[1]
    index[some], variance[some] = drawn
    return Effects(index, variance, own, between, _chance(counted, by_chance))


def _drawn(own: Numbers, noise: Numbers) -> tuple[tuple[Numbers, Numbers], tuple[float, float], float]:
    """Index and variance of each, mean and its variance, the variance between them."""
    k = len(own)
    between = _between(own, noise) if k >= _FEWEST else 0.0
    weight = 1 / (noise + between)
    mean = float((weight * own).sum() / weight.sum())
    of_mean = (mean, float(1 / weight.sum()))
    if k < _FEWEST:
        return (own, noise), of_mean, between
    shrink = (k - 3) / (k - 1) * noise * weight
    usual = float((weight * noise).sum() / weight.sum())
    doubt = 2 / (k - 3) * shrink**2 * (usual + between) * weight
    kept = 1 - (1 - weight / weight.sum()) * shrink
    return (own + shrink * (mean - own), noise * kept + doubt * (own - mean) ** 2), of_mean, between


def _between(own: Numbers, noise: Numbers) -> float:
    """The variance between reps beyond chance, by Morris' iteration; it starts at none and grows to where it rests."""
    k, found = len(own), 0.0
    for _ in range(_STEPS):
        weight = 1 / (noise + found)
        mean = (weight * own).sum() / weight.sum()
        new = max(0.0, float((weight * (k / (k - 1) * (own - mean) ** 2 - noise)).sum() / weight.sum()))
        if abs(new - found) <= _CLOSE * max(1.0, new):
            return new
        found = new
    return found


def _chance(own: Numbers, noise: Numbers) -> float:
    """How likely indices that are all the same lie as far apart (Cochran's Q)."""
    weight = 1 / noise
    mean = (weight * own).sum() / weight.sum()
    return tail(float((weight * (own - mean) ** 2).sum()), len(own) - 1)
