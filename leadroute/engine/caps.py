"""Caps: how many more leads each rep, each member of a pool and each pool may get in this run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.outcome import Passed
from leadroute.model.rep import PERIODS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rep import Opening, Roster
    from leadroute.model.rulebook import Pool

REACHED = {"open": Passed.CAP_OPEN, "day": Passed.CAP_DAY, "week": Passed.CAP_WEEK, "month": Passed.CAP_MONTH}
NO_LIMIT = 2**62


class Counters:
    """Leads received so far, and the caps they run into.

    Every lead counts once in each period at a time, so one count per rep (``got``) and one per rep and pool is enough;
    what was there before the run comes from the opening. ``room`` is how many leads are left until the next cap is
    reached, so that the usual lead costs one subtraction.
    """

    def __init__(self, roster: Roster, pools: Mapping[str, Pool], opening: Opening) -> None:
        """Start from what is true before the run."""
        self.roster, self.pools = roster, pools
        self.before = _before(roster, opening)
        self.pool_before = {name: _pool_before(roster, opening, name) for name in pools}
        self.got = [0] * len(roster.reps)
        self.open = list(self.before["open"])
        self.by_pool = {name: [0] * len(roster.reps) for name in pools}
        self.room = [self._room(at) for at in range(len(roster.reps))]
        limited = [name for name, pool in pools.items() if _limits(pool)]
        self.pool_room = {name: [self._pool_room(name, at) for at in range(len(roster.reps))] for name in limited}
        self.pool_left = {name: self._pool_left(name) for name in limited}

    def count(self, rep: int, pool: str) -> bool:
        """Count one lead; tell whether a cap has just been reached."""
        self.got[rep] += 1
        self.open[rep] += 1
        self.room[rep] -= 1
        reached = not self.room[rep]
        if pool:
            self.by_pool[pool][rep] += 1
            reached |= pool in self.pool_room and self._count_limited(rep, pool)
        if reached:
            self.room[rep] = self._room(rep)
        return reached

    def blocked(self, rep: int, exempt: frozenset[str]) -> Passed | None:
        """The rep's own cap that stops another lead, if any."""
        caps = self.roster.reps[rep].caps
        for period in PERIODS:
            cap = caps.of(period)
            if cap is not None and period not in exempt and self.before[period][rep] + self.got[rep] >= cap:
                return REACHED[period]
        return None

    def blocked_in(self, pool: str, rep: int, exempt: frozenset[str]) -> bool:
        """Tell whether a cap of the pool, on each member or on the whole, stops another lead for this rep."""
        members, whole = self.pools[pool].caps, self.pools[pool].total
        return any(
            _reached(members.of(period), self._in_pool(pool, rep, period))
            or _reached(whole.of(period), self._in_whole(pool, period))
            for period in PERIODS
            if period not in exempt
        )

    def _count_limited(self, rep: int, pool: str) -> bool:
        self.pool_room[pool][rep] -= 1
        self.pool_left[pool] -= 1
        reached = not (self.pool_room[pool][rep] and self.pool_left[pool])
        if reached:
            self.pool_room[pool][rep] = self._pool_room(pool, rep)
            self.pool_left[pool] = self._pool_left(pool)
        return reached

    def _room(self, rep: int) -> int:
        """Leads left until the next of the rep's own caps, or of the pools' caps on what a rep holds, is reached."""
        own = self.roster.reps[rep].caps
        held = {pool.caps.open for pool in self.pools.values()} - {None}
        gaps = [_gap(own.of(period), self.before[period][rep] + self.got[rep]) for period in PERIODS]
        return min([*gaps, *(_gap(cap, self.open[rep]) for cap in held)])

    def _pool_room(self, pool: str, rep: int) -> int:
        caps = self.pools[pool].caps
        return min(_gap(caps.of(period), self._in_pool(pool, rep, period)) for period in PERIODS[1:])

    def _pool_left(self, pool: str) -> int:
        total = self.pools[pool].total
        return min(_gap(total.of(period), self._in_whole(pool, period)) for period in PERIODS)

    def _in_pool(self, pool: str, rep: int, period: str) -> int:
        return self.open[rep] if period == "open" else self.pool_before[pool][period][rep] + self.by_pool[pool][rep]

    def _in_whole(self, pool: str, period: str) -> int:
        return sum(self.pool_before[pool][period]) + sum(self.by_pool[pool])


def _before(roster: Roster, opening: Opening) -> dict[str, list[int]]:
    taken = {period: [opening.taken.get((rep.id, period), 0) for rep in roster.reps] for period in PERIODS[1:]}
    return {"open": [opening.open.get(rep.id, rep.open_leads or 0) for rep in roster.reps], **taken}


def _pool_before(roster: Roster, opening: Opening, pool: str) -> dict[str, list[int]]:
    taken = opening.pool_taken
    return {period: [taken.get((pool, rep.id, period), 0) for rep in roster.reps] for period in PERIODS}


def _limits(pool: Pool) -> bool:
    return any(caps.of(period) is not None for caps in (pool.caps, pool.total) for period in PERIODS)


def _reached(cap: int | None, count: int) -> bool:
    return cap is not None and count >= cap


def _gap(cap: int | None, count: int) -> int:
    """How many more until the cap is reached; without a cap, or once it is reached, endlessly many."""
    return cap - count if cap is not None and cap > count else NO_LIMIT
