"""Caps: how many more leads each rep, each member of a pool and each pool may get in this run."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.outcome import Passed
from leadroute.model.rep import PERIODS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.model.rep import Caps, Opening, Roster
    from leadroute.model.rulebook import Pool

REACHED = {"open": Passed.CAP_OPEN, "day": Passed.CAP_DAY, "week": Passed.CAP_WEEK, "month": Passed.CAP_MONTH}
NO_LIMIT = 2**61


@dataclass(frozen=True, slots=True)
class Reached:
    """A cap that stops another lead: of a rep, or of a ``pool`` on each member or on the ``whole`` of it."""

    period: str
    count: int
    cap: int
    pool: str = ""
    whole: bool = False


class Counters:
    """Leads received so far, and the caps they run into.

    A lead counts once in every period at a time, so the leads a rep holds (``open``) and those a rep got through a pool
    (``through``, kept for pools with caps) tell everything; what was there before the run comes from the opening.
    A ceiling is the count at which the next cap is reached, so that the usual lead costs one comparison. ``through``
    and ``pool_ceiling`` hold a stretch for each pool in ``slot``, one number a rep.
    """

    def __init__(self, roster: Roster, pools: Mapping[str, Pool], opening: Opening) -> None:
        """Start from what is true before the run."""
        self.roster, self.people = roster, len(roster.reps)
        self.pools = {name: pool for name, pool in pools.items() if _limits(pool)}
        self.slot = {name: at for at, name in enumerate(self.pools)}
        self.before = before(roster, opening)
        self.pool_before = {name: pool_before(roster, opening, name) for name in self.pools}
        self.whole_before = {name: whole_before(opening, name) for name in self.pools}
        self.own = [_set(rep.caps) for rep in roster.reps]
        self.each = {name: _set(pool.caps) for name, pool in self.pools.items()}
        self.total = {name: _set(pool.total) for name, pool in self.pools.items()}
        self.open = array("q", self.before["open"])
        self.through = array("q", bytes(8 * self.people * len(self.pools)))
        self.whole = array("q", bytes(8 * len(self.pools)))
        self.ceiling = array("q", [self._ceiling(rep) for rep in range(self.people)])
        ceilings = (self._pool_ceiling(name, rep) for name in self.pools for rep in range(self.people))
        self.pool_ceiling = array("q", ceilings)
        self.whole_ceiling = array("q", [self._whole_ceiling(name) for name in self.pools])

    def count(self, rep: int, pool: str) -> bool:
        """Count one lead; tell whether a cap has just been reached."""
        self.open[rep] += 1
        reached = self.open[rep] == self.ceiling[rep]
        if pool in self.slot:
            at, place = self.slot[pool], self.slot[pool] * self.people + rep
            self.through[place] += 1
            self.whole[at] += 1
            reached |= self.through[place] == self.pool_ceiling[place] or self.whole[at] == self.whole_ceiling[at]
        if reached:
            self.renew(rep, pool)
        return reached

    def renew(self, rep: int, pool: str) -> None:
        """Look for the next caps, after one of the rep or of the pool has been reached."""
        self.ceiling[rep] = self._ceiling(rep)
        if pool in self.slot:
            self.pool_ceiling[self.slot[pool] * self.people + rep] = self._pool_ceiling(pool, rep)
            self.whole_ceiling[self.slot[pool]] = self._whole_ceiling(pool)

    def got(self, rep: int) -> int:
        """Leads received in this run."""
        return self.open[rep] - self.before["open"][rep]

    def blocked(self, rep: int, exempt: frozenset[str]) -> Passed | None:
        """The rep's own cap that stops another lead, if any."""
        return next((REACHED[one.period] for one in self.reached(rep, exempt)), None)

    def blocked_in(self, pool: str, rep: int, exempt: frozenset[str]) -> bool:
        """Tell whether a cap of the pool, on each member or on the whole, stops another lead for this rep."""
        return any(True for _ in self.reached_in(pool, rep, exempt))

    def reached(self, rep: int, exempt: frozenset[str]) -> Iterator[Reached]:
        """The rep's own caps that stop another lead."""
        for period, cap in self.own[rep]:
            count = self.before[period][rep] + self.got(rep)
            if period not in exempt and count >= cap:
                yield Reached(period, count, cap)

    def reached_in(self, pool: str, rep: int, exempt: frozenset[str]) -> Iterator[Reached]:
        """The caps of a pool, on each member or on the whole, that stop another lead for this rep."""
        if pool not in self.slot:
            return
        for period, cap in self.each[pool]:
            if period not in exempt and (count := self._in_pool(pool, rep, period)) >= cap:
                yield Reached(period, count, cap, pool)
        for period, cap in self.total[pool]:
            if period not in exempt and (count := self._in_whole(pool, period)) >= cap:
                yield Reached(period, count, cap, pool, whole=True)

    def _ceiling(self, rep: int) -> int:
        """The count of open leads at which the next cap of the rep, or of a pool on what a rep holds, is reached."""
        own = self.roster.reps[rep].caps
        held = {pool.caps.open for pool in self.pools.values()} - {None}
        gaps = [_gap(own.of(period), self.before[period][rep] + self.got(rep)) for period in PERIODS]
        return self.open[rep] + min([*gaps, *(_gap(cap, self.open[rep]) for cap in held)])

    def _pool_ceiling(self, pool: str, rep: int) -> int:
        gaps = (_gap(cap, self._in_pool(pool, rep, period)) for period, cap in self.each[pool] if period != "open")
        return self.through[self.slot[pool] * self.people + rep] + min(gaps, default=NO_LIMIT)

    def _whole_ceiling(self, pool: str) -> int:
        total = self.pools[pool].total
        gaps = [_gap(total.of(period), self._in_whole(pool, period)) for period in PERIODS[1:]]
        return self.whole[self.slot[pool]] + min(gaps)

    def _in_pool(self, pool: str, rep: int, period: str) -> int:
        if period == "open":
            return self.open[rep]
        return self.pool_before[pool][period][rep] + self.through[self.slot[pool] * self.people + rep]

    def _in_whole(self, pool: str, period: str) -> int:
        return self.whole_before[pool][period] + self.whole[self.slot[pool]]


def before(roster: Roster, opening: Opening) -> dict[str, list[int]]:
    """What each rep holds, and has received in each period, before the run."""
    taken = {period: [opening.taken.get((rep.id, period), 0) for rep in roster.reps] for period in PERIODS[1:]}
    return {"open": [opening.held(rep) for rep in roster.reps], **taken}


def pool_before(roster: Roster, opening: Opening, pool: str) -> dict[str, list[int]]:
    """What each rep has received through a pool in each period, before the run."""
    taken = opening.pool_taken
    return {period: [taken.get((pool, rep.id, period), 0) for rep in roster.reps] for period in PERIODS}


def whole_before(opening: Opening, pool: str) -> Counter[str]:
    """What a pool has given in each period before the run, to reps no longer on the roster, too."""
    given: Counter[str] = Counter()
    for (name, _, period), count in opening.pool_taken.items():
        given[period] += count if name == pool else 0
    return given


def _limits(pool: Pool) -> bool:
    return bool(_set(pool.caps) or _set(pool.total))


def _set(caps: Caps) -> tuple[tuple[str, int], ...]:
    """The caps there are, by period."""
    return tuple((period, cap) for period in PERIODS if (cap := caps.of(period)) is not None)


def _gap(cap: int | None, count: int) -> int:
    """How many more until the cap is reached; without a cap, or once it is reached, endlessly many."""
    return cap - count if cap is not None and cap > count else NO_LIMIT
