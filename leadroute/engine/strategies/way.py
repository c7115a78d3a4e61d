"""What a strategy is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool

Weights = dict[int, Fraction]
"""Weights of eligible reps by position on the roster, in ascending order of position."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a ranking may look at: who is eligible and their weights, leads they hold now, and the lead's hash key."""

    weights: Mapping[int, Fraction]
    open: Sequence[int]
    key: str
    roster: Roster


class Weigh(Protocol):
    """Turn the weights of the eligible into the weights that accrue."""

    def __call__(self, pool: Pool, weights: Weights, roster: Roster) -> Weights:
        """The weights that accrue, by position on the roster."""


class Rank(Protocol):
    """Say how much a rep is to be preferred (smaller comes first); equals are told apart by the account."""

    def __call__(self, rep: int, asking: Asking) -> float | Fraction:
        """The rank of one eligible rep."""


@dataclass(frozen=True, slots=True)
class Way:
    """A strategy: what the eligible weigh, and their ranking unless the account alone decides."""

    weigh: Weigh
    rank: Rank | None = None


def as_they_are(pool: Pool, weights: Weights, roster: Roster) -> Weights:  # noqa: ARG001 - the shape of a Weigh
    """Weights unchanged."""
    return weights
