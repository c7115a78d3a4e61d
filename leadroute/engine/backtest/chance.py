"""Whether figures differ by more than chance: the tail of the chi-square distribution, in closed form."""

from __future__ import annotations

from math import erfc, exp, pi, sqrt


def tail(square: float, freedom: int) -> float:
    """P(chi-square with so many degrees of freedom > ``square``): a finite sum for whole degrees, no series, no dice.

    Abramowitz and Stegun (1964), 26.4.4 and 26.4.5.
    """
    if freedom < 1 or square <= 0:
        return 1.0
    odd = freedom % 2
    term = sqrt(2 * square / pi) * exp(-square / 2) if odd else exp(-square / 2)
    total = erfc(sqrt(square / 2)) if odd else 0.0
    for step in range(odd, freedom, 2):
        total += term
        term *= square / (step + 2)
    return min(1.0, total)
