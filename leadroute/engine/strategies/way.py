"""What a strategy is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Protocol

from leadroute.engine.account import whole_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool

Weights = dict[int, Fraction]
"""Weights of eligible reps by position on the roster, in ascending order of position."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a ranking may look at: who is eligible, in order, with weights; leads each rep of the roster holds now.

    ``burden`` holds, for each member, a whole number in inverse proportion to weight: open leads times burden compares
    as open leads per weight does, without fractions.
    """

    members: tuple[int, ...]
    weights: tuple[Fraction, ...]
    burden: tuple[int, ...]
    open: Sequence[int]
    roster: Roster


class Weigh(Protocol):
    """Turn the weights of the eligible into the weights that accrue."""

    def __call__(self, pool: Pool, weights: Weights, roster: Roster) -> Weights:
        """The weights that accrue, by position on the roster."""


class Rank(Protocol):
    """Say how much each member is to be preferred for a lead with this hash key (smaller comes first).

    Equals are told apart by the account.
    """

    def __call__(self, asking: Asking, key: str) -> Sequence[float]:
        """One mark for each member, in order."""


@dataclass(frozen=True, slots=True)
class Way:
    """A strategy: what the eligible weigh, and their ranking unless the account alone decides."""

    weigh: Weigh
    rank: Rank | None = None


def asking_of(weights: Weights, open_: Sequence[int], roster: Roster) -> Asking:
    """What a ranking of these eligible reps looks at."""
    whole = whole_weights(list(weights.values()))
    common = lcm(*whole)
    burden = tuple(common // weight for weight in whole)
    return Asking(tuple(weights), tuple(weights.values()), burden, open_, roster)


def as_they_are(pool: Pool, weights: Weights, roster: Roster) -> Weights:  # noqa: ARG001 - the shape of a Weigh
    """Weights unchanged."""
    return weights
