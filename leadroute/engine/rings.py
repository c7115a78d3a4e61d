"""Circles at work: who may take a lead right now, ready for quick turns."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.engine.account import UNIT, accruals
from leadroute.engine.eligible import Candidates, candidates, meets, members_of
from leadroute.engine.plan import Circle
from leadroute.engine.strategies import STRATEGIES
from leadroute.engine.strategies.way import asking_of
from leadroute.engine.weights import pool_weights
from leadroute.model.outcome import Passed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from leadroute.engine.caps import Counters
    from leadroute.engine.errand import Stop
    from leadroute.engine.strategies.way import Asking, Rank, Weights
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook


_DUST = UNIT // 10**6  # shares are rounded down: a lead earned in thirds is a hair less than a lead
_ON_LEAVE = {Passed.ON_LEAVE, Passed.LEAVE_BUFFER}


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """A circle with what a turn needs at hand.

    ``number`` is its position among all circles of the run. ``reps`` holds its members by ascending position on the
    roster and ``gains`` what each earns, ``held`` the balances of the circle's account. ``takers`` are those who may be
    chosen; ``away`` those on leave who earn but may not, and ``full`` the balance at which they stop earning. ``rank``
    is ``None`` when the account decides.
    """

    number: int
    circle: Circle
    reps: array[int]
    gains: array[int]
    held: array[int]
    takers: tuple[int, ...] = ()
    away: tuple[int, ...] = ()
    preferred: frozenset[int] = frozenset()
    rank: Rank | None = None
    asking: Asking | None = None
    full: int | None = None

    @property
    def plain(self) -> bool:
        """Whether the highest balance simply takes the lead."""
        return self.rank is None and not self.preferred

    def marks(self, key: str) -> Sequence[float]:
        """How much each taker is to be preferred for a lead with this hash key; all alike when the account decides."""
        return self.rank(self.asking, key) if self.rank and self.asking else (0,) * len(self.takers)


@dataclass(slots=True)
class Rings:
    """Makes rings, and remembers what does not change in a run: members, weights, who fits a stop at all."""

    roster: Roster
    book: Rulebook
    absent: Sequence[Passed | None]
    today: date
    circles: list[Circle] = field(default_factory=list)
    _fits: dict[Stop, Candidates] = field(default_factory=dict)
    _weights: dict[str, Mapping[int, Fraction]] = field(default_factory=dict)
    _alone: dict[tuple[int, str], Ring] = field(default_factory=dict)

    def at(self, stop: Stop, counters: Counters, held: array[int]) -> Ring | None:
        """The ring of a stop as things stand, or ``None`` when nobody is left; ``held`` are the account's balances."""
        fit = self.fit(stop)
        capped = {at: why for at in fit.weights if (why := _capped(stop, at, counters))}
        free: Weights = {at: weight for at, weight in fit.weights.items() if at not in capped}
        if not free:
            return None
        pool = self.book.pools[stop.pool]
        way = STRATEGIES[pool.strategy]
        away = self._catching_up(fit, stop, held)
        weights = way.weigh(pool, free | away, self.roster)
        accrual, price = accruals(list(weights.values()))
        circle = Circle(stop.pool, stop.account, tuple(weights), accrual, price, (*fit.passed, *capped.items()))
        wanted = frozenset(at for at in free if stop.wants and meets(self.roster.reps[at], stop.wants) is None)
        pairs = sorted(zip(circle.members, accrual, strict=True))
        return Ring(
            self._keep(circle),
            circle,
            array("i", [rep for rep, _ in pairs]),
            array("q", [gain for _, gain in pairs]),
            held,
            takers=tuple(free),
            away=tuple(away),
            preferred=wanted if len(wanted) < len(free) else frozenset(),
            rank=way.rank,
            asking=asking_of(free, counters.open, self.roster) if way.rank else None,
            full=self._bank(),
        )

    def alone(self, rep: int, held: array[int], account: str) -> Ring:
        """A ring of one, for a rep who is named and not chosen: accrues a lead and pays a lead."""
        if (rep, account) not in self._alone:
            circle = Circle("", account, (rep,), (UNIT,), UNIT)
            alone = Ring(self._keep(circle), circle, array("i", [rep]), array("q", [UNIT]), held, takers=(rep,))
            self._alone[rep, account] = alone
        return self._alone[rep, account]

    def passed(self, stop: Stop, counters: Counters) -> tuple[Passed, ...]:
        """Why each member of a stop's pool cannot take a lead now."""
        fit = self.fit(stop)
        capped = (_capped(stop, at, counters) for at in fit.weights)
        return (*(why for _, why in fit.passed), *(why for why in capped if why))

    def fit(self, stop: Stop) -> Candidates:
        """Who of the stop's pool may take the lead as far as can be said before the run."""
        if stop not in self._fits:
            self._fits[stop] = candidates(self.weights(stop.pool), stop.needs, self.absent, self.roster)
        return self._fits[stop]

    def weights(self, name: str) -> Mapping[int, Fraction]:
        """What each member of a pool weighs."""
        if name not in self._weights:
            pool = self.book.pools[name]
            self._weights[name] = pool_weights(pool, members_of(pool.members, self.roster), self.roster, self.today)
        return self._weights[name]

    def _catching_up(self, fit: Candidates, stop: Stop, held: array[int]) -> Weights:
        """Members on leave who go on earning because the rulebook lets them catch up, up to the bank."""
        bank = self._bank()
        if bank == 0:
            return {}
        on_leave = [at for at, why in fit.passed if why in _ON_LEAVE and (bank is None or held[at] < bank)]
        return {at: weight for at in on_leave if (weight := self._weights[stop.pool][at]) > 0}

    def _bank(self) -> int | None:
        leads = self.book.fairness.catch_up
        return None if leads is None else max(0, leads * UNIT - _DUST)

    def _keep(self, circle: Circle) -> int:
        self.circles.append(circle)
        return len(self.circles) - 1


def _capped(stop: Stop, rep: int, counters: Counters) -> Passed | None:
    if counters.blocked_in(stop.pool, rep, stop.exempt):
        return counters.blocked(rep, stop.exempt) or Passed.POOL_CAP
    return counters.blocked(rep, stop.exempt)
