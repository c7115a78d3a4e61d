"""The figures of a backtest by the names a condition calls them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.model.gate import Figure
from leadroute.model.outcome import Outcome
from leadroute.model.stop import Amount, Both, Either, Measured, Moves

if TYPE_CHECKING:
    from leadroute.engine.backtest.backtest import Backtest
    from leadroute.model.stop import Stop

NAMES = (Moves.MOVED, *Figure, *Measured)
"""What there is to speak of; how leads moved in other ways only a comparison tells."""

_LEADS = (Outcome.ASSIGNED, Outcome.POOLED, Outcome.REVIEW)
_ENDED = {
    Figure.UNASSIGNED: (Outcome.POOLED, Outcome.REVIEW),
    Figure.POOLED: (Outcome.POOLED,),
    Figure.REVIEW: (Outcome.REVIEW,),
    Figure.DUPLICATE: (Outcome.DUPLICATE,),
    Figure.INVALID: (Outcome.INVALID,),
    Figure.ARCHIVED: (Outcome.ARCHIVED,),
}
_OF_LEADS = (Figure.UNASSIGNED, Figure.POOLED, Figure.REVIEW)


def amounts(found: Backtest) -> dict[str, Amount]:
    """Every figure of the new rulebook; what moved is told against the old one, or else against the truth."""
    new = found.new
    ended = {one: new.count(one) for one in Outcome}
    whole = {figure: sum(ended[one] for one in (_LEADS if figure in _OF_LEADS else Outcome)) for figure in _ENDED}
    counts = {
        figure: Amount(Fraction(sum(ended[one] for one in ends)), whole[figure]) for figure, ends in _ENDED.items()
    }
    part, of = new.default
    return {
        Moves.MOVED.value: _moved(found),
        **{figure.value: amount for figure, amount in counts.items()},
        Figure.DEFAULT_RATE.value: Amount(Fraction(part), of),
        Measured.BALANCE_RATIO.value: Amount(new.even.by_weight.ratio),
        Measured.MAX_GAP.value: Amount(new.even.largest_gap),
    }


def unknown(stop: Stop) -> tuple[str, ...]:
    """The figures of a condition that a backtest does not know."""
    if isinstance(stop, Both | Either):
        return tuple(name for part in stop.parts for name in unknown(part))
    return () if stop.figure in NAMES else (stop.figure,)


def _moved(found: Backtest) -> Amount:
    """Leads with another owner or another end than with the old rulebook; without one, than in truth."""
    if found.moved is not None:
        return Amount(Fraction(found.moved[0]), found.moved[1])
    return Amount(Fraction(found.others), found.owned) if found.really else Amount(None)
