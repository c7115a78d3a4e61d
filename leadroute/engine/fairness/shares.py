"""Who got what and was entitled to what, overall and by pool."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.account import UNIT, in_leads
from leadroute.engine.eligible import members_of
from leadroute.engine.fairness.caps import member_caps, own_caps
from leadroute.engine.fairness.report import Share
from leadroute.engine.weights import pool_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from leadroute.engine.fairness.receipts import Receipts
    from leadroute.engine.plan import Plan


def overall_shares(plan: Plan, received: Receipts) -> tuple[Share, ...]:
    """The share of every rep over all pools, in roster order."""
    units: Counter[int] = Counter()
    for (_, rep), entitled in _entitlements(plan).items():
        units[rep] += entitled
    shares = _shares(received.together(), 0, units, {at: rep.weight for at, rep in enumerate(plan.roster.reps)})
    return tuple(share.with_caps(own_caps(plan, share.rep, share.held)) for share in shares)


def pool_shares(plan: Plan, received: Receipts) -> dict[str, tuple[Share, ...]]:
    """By pool, the share of every member and of whoever else got something through it, in roster order."""
    units = _entitlements(plan)
    held = received.held.sum(axis=0).tolist()
    found: dict[str, tuple[Share, ...]] = {}
    for at, pool in enumerate(received.pools):
        weights = _weights(plan, pool)
        entitled = {rep: units[pool, rep] for rep in range(len(plan.roster.reps))}
        shares = (
            share for share in _shares(received, at, entitled, weights) if share.rep in weights or not share.empty
        )
        found[pool] = tuple(share.with_caps(member_caps(plan, pool, share, held[share.rep])) for share in shares)
    return found


def entitled_among(plan: Plan, rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Leads each rep was entitled to from some rows only: what the circles of those rows accrue."""
    used = plan.decisions.circle[rows & (plan.decisions.circle >= 0)]
    leads = np.zeros(len(plan.roster.reps))
    for at, times in zip(*np.unique(used, return_counts=True), strict=True):
        circle = plan.decisions.circles[at]
        leads[list(circle.members)] += np.array(circle.accrual) * (float(times) / UNIT)
    return leads


def _entitlements(plan: Plan) -> Counter[tuple[str, int]]:
    """Units each rep was entitled to, by (pool, rep): the exact sums of the plan's lines."""
    units: Counter[tuple[str, int]] = Counter()
    for line in plan.lines:
        units[line.pool, line.rep] += line.entitled
    return units


def _weights(plan: Plan, pool: str) -> Mapping[int, Fraction]:
    """What the members of a pool weigh in it (nobody, for leads that came without a pool)."""
    if pool not in plan.rulebook.pools:
        return {}
    book = plan.rulebook.pools[pool]
    return pool_weights(book, members_of(book.members, plan.roster), plan.roster, plan.now.date())


def _shares(
    received: Receipts, pool: int, units: Mapping[int, int], weights: Mapping[int, Fraction]
) -> tuple[Share, ...]:
    got, free, reserved = (array[pool].tolist() for array in (received.got, received.free, received.reserved))
    everybody = sum(got) + sum(free) or 1
    return tuple(
        Share(
            rep=at,
            weight=weights.get(at, Fraction(0)),
            got=got[at],
            free=free[at],
            reserved=reserved[at],
            entitled=in_leads(units.get(at, 0)),
            part=(got[at] + free[at]) / everybody,
        )
        for at in range(len(got))
    )
