"""How far every cap is used after the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import CapUse, Told
from leadroute.model.rep import PERIODS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.fairness.report import Share
    from leadroute.engine.plan import Plan
    from leadroute.model.rep import Caps


def open_before(plan: Plan) -> tuple[int, ...]:
    """Open leads of each rep before the run."""
    return tuple(plan.opening.held(rep) for rep in plan.roster.reps)


def open_from(plan: Plan) -> tuple[Told, ...]:
    """Who tells how many leads each rep holds before the run."""
    silent = Told.NOBODY if plan.known is None else Told.LEDGER
    return tuple(silent if rep.open_leads is None else Told.ROSTER for rep in plan.roster.reps)


def own_caps(plan: Plan, rep: int, given: int) -> tuple[CapUse, ...]:
    """A rep's own caps, ``given`` leads received in this run."""
    who = plan.roster.reps[rep]
    taken = {period: plan.opening.taken.get((who.id, period), 0) for period in PERIODS}
    before = taken | {"open": plan.opening.held(who)}
    return _uses(who.caps, {period: count + given for period, count in before.items()})


def member_caps(plan: Plan, pool: str, share: Share, held: int) -> tuple[CapUse, ...]:
    """The caps a pool puts on each member, for one; the open one counts all that the rep holds (``held``: new ones)."""
    if pool not in plan.rulebook.pools:
        return ()
    who, taken = plan.roster.reps[share.rep], plan.opening.pool_taken
    used = {period: taken.get((pool, who.id, period), 0) + share.held for period in PERIODS}
    used["open"] = plan.opening.held(who) + held
    return _uses(plan.rulebook.pools[pool].caps, used)


def total_caps(plan: Plan, pool: str, given: int) -> tuple[CapUse, ...]:
    """The caps on what a pool gives altogether, ``given`` leads in this run."""
    if pool not in plan.rulebook.pools:
        return ()
    used = {period: given + taken_from(plan, pool, period) for period in PERIODS}
    return _uses(plan.rulebook.pools[pool].total, used)


def taken_from(plan: Plan, pool: str, period: str) -> int:
    """Leads a pool gave in a period before the run, all members together."""
    earlier = plan.opening.pool_taken.items()
    return sum(count for (name, _, at), count in earlier if (name, at) == (pool, period))


def _uses(caps: Caps, used: Mapping[str, int]) -> tuple[CapUse, ...]:
    limits = ((period, caps.of(period)) for period in PERIODS)
    return tuple(CapUse(period, used[period], limit) for period, limit in limits if limit is not None)
