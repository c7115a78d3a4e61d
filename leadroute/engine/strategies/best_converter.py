"""Best converter: the eligible rep with the best shrunk rate gets most, a share is left for the others.

Written as weights of the account: the best accrues ``1 - others`` of every lead, the rest share ``others`` by their own
weights. So the preference needs no dice and no memory of its own, and stays exact over any cut into runs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from leadroute.engine.strategies.way import Way, Weights
from leadroute.engine.weights import shrunk_rates

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Pool


def favour_the_best(pool: Pool, weights: Weights, roster: Roster) -> Weights:
    """Split the lead between the best (equal bests share) and the others."""
    rates = dict(zip(weights, shrunk_rates([roster.reps[at] for at in weights], pool.minimum), strict=True))
    top = max(rates.values())
    best = [at for at in weights if rates[at] == top]
    others = sum((weight for at, weight in weights.items() if at not in best), Fraction(0))
    left = Fraction(str(pool.others)) if others else Fraction(0)
    return {at: (1 - left) / len(best) if at in best else left * weight / others for at, weight in weights.items()}


WAY = Way(favour_the_best)
