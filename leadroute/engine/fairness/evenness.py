"""Figures of evenness over arrays: Jain's index, Gini's coefficient, the balance ratio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.fairness.chance import chance_band
from leadroute.engine.fairness.report import Balance, Evenness

if TYPE_CHECKING:
    import numpy.typing as npt

_FEW = 5.0  # the usual rule of thumb for expected counts (Cochran 1954)


def jain(amounts: npt.NDArray[np.float64]) -> float | None:
    """Jain's index of fairness, ``(sum x)^2 / (n * sum x^2)``: 1 is even, 1/n is all to one (Jain et al. 1984)."""
    squares = float((amounts**2).sum())
    return float(amounts.sum()) ** 2 / (len(amounts) * squares) if squares else None


def gini(amounts: npt.NDArray[np.float64]) -> float | None:
    """Gini's coefficient, half the mean absolute difference over the mean: 0 is even, (n-1)/n is all to one."""
    total, n = float(amounts.sum()), len(amounts)
    if not total:
        return None
    ranks = 2 * np.arange(1, n + 1) - n - 1
    return float((ranks * np.sort(amounts)).sum()) / (n * total)


def balance(amounts: npt.NDArray[np.float64], reps: npt.NDArray[np.intp]) -> Balance:
    """Compare the largest with the smallest amount; ``reps`` says whose the amounts are."""
    if len(amounts) < 2 or not amounts.any():  # noqa: PLR2004 (one alone has nobody to be compared with)
        return Balance(None, (), ())
    low, high = float(amounts.min()), float(amounts.max())
    most = tuple(int(rep) for rep in reps[amounts == high])
    least = tuple(int(rep) for rep in reps[amounts == low])
    return Balance(high / low if low else float("inf"), most, least)


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """What to compare; every array has one entry per rep of the roster.

    ``got`` counts leads that cost a turn, ``turns`` those and the reserved ones, ``entitled`` is in leads, ``weights``
    are zero for reps who were not available.
    """

    got: npt.NDArray[np.int64]
    turns: npt.NDArray[np.int64]
    entitled: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]


def evenness(amounts: Amounts, limit: float) -> Evenness:
    """Measure how evenly leads were spread over the reps who were available."""
    who = np.flatnonzero(amounts.weights)
    got, weight = amounts.got[who], amounts.weights[who]
    leads, each = int(got.sum()), got / weight
    by_weight = balance(each, who)
    comparable = by_weight.ratio is not None
    gaps = np.abs(amounts.turns - amounts.entitled)
    return Evenness(
        leads=leads,
        reps=len(who),
        by_weight=by_weight,
        by_entitlement=against_entitlement(amounts.turns, amounts.entitled),
        band=chance_band(leads, weight) if comparable else None,
        limit=limit,
        small=comparable and leads * float(weight.min()) / float(weight.sum()) < _FEW,
        jain=jain(each),
        gini=gini(each),
        largest_gap=float(gaps.max()) if len(gaps) else 0.0,
    )


def against_entitlement(turns: npt.NDArray[np.int64], entitled: npt.NDArray[np.float64]) -> Balance:
    """Compare turns received per turn entitled to, among reps entitled to one lead or more.

    Below one lead the figure says nothing: a rep entitled to half a lead can only get none or twice that.
    """
    who = np.flatnonzero(entitled >= 1 - 1e-9)
    return balance(turns[who] / entitled[who], who)
