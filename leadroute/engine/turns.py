"""The inner loop of taking turns: everybody of a ring earns, the highest balance takes the lead.

A million leads mean tens of millions of additions, one after the other because each choice depends on all before it:
the one place where Python itself is the bottleneck and columns do not help. So the two functions exist twice: here,
and compiled in ``_turns.c`` (used when the package was built with a compiler at hand; the results are the same).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

__all__ = ["accrue", "slow_accrue", "slow_turn", "turn"]


def slow_accrue(held: array[int], reps: array[int], gains: array[int]) -> None:
    """Add each rep's gain to the rep's balance. Arrays: balances by position on the roster, reps (int), gains."""
    for rep, gain in zip(reps, gains, strict=True):
        held[rep] += gain


def slow_turn(held: array[int], reps: array[int], gains: array[int], last: array[int]) -> int:
    """Let everybody earn, and return who has most; equals: the least recently served (``last``), then the first."""
    best, most = -1, 0
    for rep, gain in zip(reps, gains, strict=True):
        held[rep] = own = held[rep] + gain
        if best < 0 or own > most or (own == most and last[rep] < last[best]):
            best, most = rep, own
    return best


try:
    from leadroute.engine._turns import accrue, turn
except ImportError:  # built without a compiler
    accrue, turn = slow_accrue, slow_turn
