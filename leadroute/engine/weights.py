"""What each member of a pool weighs: from the roster, the rulebook or measured conversion, and a ramp for new hires."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.model.rulebook import Strategy, WeightSource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leadroute.model.rep import Rep, Roster
    from leadroute.model.rulebook import Pool, Ramp


def pool_weights(pool: Pool, members: Sequence[int], roster: Roster, today: date) -> Mapping[int, Fraction]:
    """The weight of each member (positions on the roster); 0 means the rep is paused in this pool."""
    reps = {at: roster.reps[at] for at in members}
    weights = _base(pool, reps, roster)
    if pool.ramp is None:
        return weights
    return {at: weight * ramp_share(pool.ramp, reps[at].hired_on, today) for at, weight in weights.items()}


def rate(rep: Rep) -> Fraction | None:
    """The rep's own conversion rate, if the roster tells."""
    if rep.won is not None and rep.worked:
        return Fraction(rep.won, rep.worked)
    return rep.rate


def shrunk_rates(reps: Sequence[Rep], prior: int) -> tuple[Fraction, ...]:
    """Conversion rates drawn towards the group's as if each rep had worked ``prior`` more leads at the group's rate.

    The usual empirical-Bayes shrinkage of a proportion (beta-binomial with a prior weight of ``prior`` trials). A rep
    that states only a rate counts as having worked ``prior`` leads; a rep without any figure gets the group's rate.
    """
    figures = [_figures(rep, prior) for rep in reps]
    worked = sum(count for _, count in figures)
    group = sum((own * count for own, count in figures), Fraction(0)) / worked if worked else Fraction(0)
    weight = max(prior, 1)
    return tuple((own * count + group * weight) / (count + weight) for own, count in figures)


def ramp_share(ramp: Ramp, hired_on: date | None, today: date) -> Fraction:
    """The share of full weight at a day; all of it without a hire date or after the last step."""
    if hired_on is None or not ramp.shares:
        return Fraction(1)
    step = max(0, (today - hired_on).days) // max(1, ramp.every.days)
    return ramp.shares[step] if step < len(ramp.shares) else Fraction(1)


def _base(pool: Pool, reps: Mapping[int, Rep], roster: Roster) -> dict[int, Fraction]:
    if pool.weights is WeightSource.GIVEN:
        given = {roster.find(who): weight for who, weight in pool.given.items()}
        return {at: given.get(at, Fraction(0)) for at in reps}
    paused = {at for at, rep in reps.items() if rep.weight == 0}
    if pool.weights is WeightSource.CONVERSION:
        return {at: Fraction(0) if at in paused else weight for at, weight in _measured(pool, reps).items()}
    if pool.strategy is Strategy.ROUND_ROBIN:
        return {at: Fraction(0) if at in paused else Fraction(1) for at in reps}
    return {at: rep.weight for at, rep in reps.items()}


def _measured(pool: Pool, reps: Mapping[int, Rep]) -> dict[int, Fraction]:
    """Own rates as weights; a rep with too few worked leads weighs what the believed ones weigh on average."""
    own = {at: rate(rep) for at, rep in reps.items() if (rep.worked or pool.minimum) >= pool.minimum}
    believed = {at: value for at, value in own.items() if value is not None}
    usual = sum(believed.values(), Fraction(0)) / len(believed) if believed else Fraction(1)
    return {at: believed.get(at, usual) for at in reps}


def _figures(rep: Rep, prior: int) -> tuple[Fraction, int]:
    own = rate(rep)
    if own is None:
        return Fraction(0), 0
    return own, rep.worked or prior
