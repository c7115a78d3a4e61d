"""Won shares of groups of leads, drawn towards the share of all as far as chance explains their difference.

A group's share is taken as drawn from a beta distribution around the share of all, what is won of it as binomial. The
strength of that distribution comes from the spread of the shares themselves (method of moments, beta-binomial: J. C.
Kleinman, "Proportions with extraneous variance", JASA 68 (1973) 46-54). A group of few leads lies near the mean, one of
many where its own leads put it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Counts = npt.NDArray[np.int64]
    Shares = npt.NDArray[np.float64]


_A_LITTLE = 1e-9  # a group without a lead has nothing of its own, however little the others have in common


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """Won shares by group, drawn towards the ``mean`` of all.

    ``prior`` is how many leads at the mean are added to a group's own (``inf``: the groups differ by chance only).
    ``rate`` and ``variance`` are the drawn shares and how uncertain they are, one entry a group, as are ``known`` and
    ``won``, the leads with a known end and those won.
    """

    mean: float
    prior: float
    known: Counts
    won: Counts
    rate: Shares
    variance: Shares


def drawn_rates(won: Counts, known: Counts) -> Rates:
    """Draw the shares ``won / known`` towards each other; without a single lead the mean is 0."""
    total = int(known.sum())
    mean = float(won.sum()) / total if total else 0.0
    prior = _prior(won, known, mean)
    own = np.zeros(len(known)) if prior == inf else known / np.maximum(known + prior, _A_LITTLE)
    rate = own * np.divide(won, known, out=np.full(len(known), mean), where=known > 0) + (1 - own) * mean
    around = np.zeros(len(known)) if prior == inf else rate * (1 - rate) / (known + prior + 1)
    of_mean = mean * (1 - mean) / total if total else 0.0
    return Rates(mean, prior, known, won, rate, around + (1 - own) ** 2 * of_mean)


def _prior(won: Counts, known: Counts, mean: float) -> float:
    """How many leads at the mean are worth as much as knowing that a group is one of these."""
    some = known > 0
    n, groups, spread = known[some].astype(np.float64), int(some.sum()), mean * (1 - mean)
    room = float(((1 - n / n.sum()) * (n - 1)).sum()) if groups else 0.0
    if groups < 2 or spread <= 0 or room <= 0:  # noqa: PLR2004 - one group differs from no other
        return inf
    square = float((n * (won[some] / n - mean) ** 2).sum()) / spread
    alike = (square - (groups - 1)) / room
    if alike <= 0:
        return inf
    return 0.0 if alike >= 1 else (1 - alike) / alike
