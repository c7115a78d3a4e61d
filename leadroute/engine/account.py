"""The zero-sum account: who is entitled to the next lead, in whole numbers.

For each lead every eligible rep accrues a share in proportion to weight; the highest balance takes the lead and pays.
With whole weights ``w`` of sum ``W`` each rep accrues ``w * (UNIT // W)`` and the receiver pays exactly the sum of all
accruals. So the balances of an account always add up to zero, proportions are exact, and equal weights give equal
numbers: a tie is a tie, not rounding dust. The price of a lead differs from ``UNIT`` by less than ``W / UNIT``.

The rule is the "carpool" rule of Fagin and Williams (1983); with a fixed set of reps it is smooth weighted round robin.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIT = 10**12
"""Units of an account that make one lead."""

_EXACT = 10**7
_FINE = 10**6


def whole_weights(weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Scale weights to small whole numbers in the same proportion.

    Proportions are exact as long as the numbers stay below ten million; measured rates with many different
    denominators are rounded to a millionth of the largest (and a positive weight stays positive).
    """
    scale = lcm(*(weight.denominator for weight in weights))
    whole = [int(weight * scale) for weight in weights]
    common = gcd(*whole) or 1
    whole = [weight // common for weight in whole]
    if sum(whole) <= _EXACT:
        return tuple(whole)
    largest = max(weights)
    return tuple(max(1, round(weight / largest * _FINE)) if weight else 0 for weight in weights)


def accruals(weights: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """What each weight earns per lead, and the price of the lead: exactly their sum."""
    whole = whole_weights(weights)
    total = sum(whole)
    if not total:
        return (0,) * len(whole), 0
    quantum = UNIT // total
    return tuple(weight * quantum for weight in whole), quantum * total


def in_leads(units: int) -> Fraction:
    """Units of an account as a number of leads."""
    return Fraction(units, UNIT)
