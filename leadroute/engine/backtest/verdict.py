"""What may be concluded about won leads, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.engine.backtest.conversion import Ended, Estimate, Model, difference, expected, learn

if TYPE_CHECKING:
    from leadroute.tables.leads import Mask, Whole

_OWNED = 0.9
"""The part of leads with a known end, won and lost alike, whose owner must be known."""
_TRIED = 0.8
"""The part of the leads compared that must lie with reps whose results are known well enough."""


class Verdict(StrEnum):
    """What the figures say of another way of giving the same leads out."""

    NO_ENDS = "no_ends"  # it is not known of any lead how it ended
    FEW_ENDS = "few_ends"  # of too few
    NO_OWNERS = "no_owners"  # the ends are known, but not who had the leads
    WON_OWNERS = "won_owners"  # owners are known of won leads mostly: rates made from that mean nothing
    UNTRIED = "untried"  # too many leads would lie with reps nobody knows the results of
    SAME = "same"  # the difference may be nothing
    MORE = "more"
    FEWER = "fewer"

    @property
    def concludes(self) -> bool:
        """Whether anything is concluded at all."""
        return self in {Verdict.SAME, Verdict.MORE, Verdict.FEWER}


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The two ways of giving out the same leads, weighed by what is won.

    ``leads`` is how many leads have an owner in both and are compared, ``tried`` the part of them that would lie with
    reps of known results. ``before`` and ``after`` are what may be expected, ``change`` their difference.
    """

    verdict: Verdict
    leads: int
    tried: float
    before: Estimate
    after: Estimate
    change: Estimate


@dataclass(frozen=True, slots=True, eq=False)
class Learnt:
    """What the ends of the past tell: the model, and how many leads have a known end, an owner, both."""

    past: Ended
    model: Model

    @property
    def ends(self) -> int:
        """Leads with a known end."""
        return int(self.past.known.sum())

    @property
    def open(self) -> int:
        """Leads whose end is not known yet."""
        return len(self.past.end) - self.ends

    @property
    def wins(self) -> int:
        """Leads won."""
        return int(self.model.rates.won.sum())

    @property
    def owned(self) -> tuple[float, float]:
        """The part of won leads, and of lost ones, whose owner is known."""
        with_owner, known, won = self.past.rep >= 0, self.past.known, self.past.end > 0
        return _part(with_owner, known & won), _part(with_owner, known & ~won)

    @property
    def owners_known(self) -> bool:
        """Whether it is known who had nearly all of the won and of the lost leads."""
        return min(self.owned) >= _OWNED


def learnt(past: Ended) -> Learnt:
    """Learn from the past."""
    return Learnt(past, learn(past))


def weigh(found: Learnt, before: Whole, after: Whole) -> Weighed:
    """Weigh two ways of giving out the leads of the past, each a rep a lead (-1: nobody)."""
    both = (before >= 0) & (after >= 0)
    group, model = found.past.group, found.model
    tried = _part(model.believed[after], both)
    sides = [expected(model, group[both], rep[both]) for rep in (before, after)]
    change = difference(model, group, before, after)
    return Weighed(_verdict(found, tried, change), int(both.sum()), tried, sides[0], sides[1], change)


def _verdict(found: Learnt, tried: float, change: Estimate) -> Verdict:
    hindrance = _hindrance(found)
    if hindrance is not None:
        return hindrance
    if tried < _TRIED:
        return Verdict.UNTRIED
    if change.low <= 0 <= change.high:
        return Verdict.SAME
    return Verdict.MORE if change.value > 0 else Verdict.FEWER


def _hindrance(found: Learnt) -> Verdict | None:
    """What keeps anybody from concluding, whatever the new way is."""
    of_won, of_lost = found.owned
    if not found.ends:
        return Verdict.NO_ENDS
    if found.ends < found.model.need or found.wins in {0, found.ends}:
        return Verdict.FEW_ENDS
    if of_won < _OWNED and of_lost < _OWNED:
        return Verdict.NO_OWNERS
    return None if found.owners_known else Verdict.WON_OWNERS


def _part(which: Mask, of: Mask) -> float:
    """The part of some that are also others; of nobody it is nothing."""
    some = int(of.sum())
    return float((which & of).sum()) / some if some else 0.0
