"""Runs of usual leads, dealt by a compiled loop.

A million leads mean tens of millions of additions, one after the other, because each choice depends on all before it:
the one place where Python itself is the bottleneck and columns do not help. ``_express.c`` deals leads that are
usual: any of a ring's members may take it by account or by load, or the rep of its company does. It stops at anything
else and when a cap is reached; the code in ``distribute`` and ``desk`` can deal every lead and deals those. Where the
package was built without a compiler it deals all of them, with the same results.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.strategies import least_loaded
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.desk import Desk
    from leadroute.engine.errand import Errand
    from leadroute.engine.rings import Ring

try:
    from leadroute.engine._express import run as compiled
except ImportError:  # built without a compiler
    compiled = None  # type: ignore[assignment]

COMPILED = compiled is not None
"""Whether the package was built with a compiler at hand."""

GIFT = 5
"""Numbers kept for each lead dealt: see ``distribute.Gift``."""

_NOBODY, _BY_ACCOUNT, _BY_LOAD = 0, 1, 2  # who chooses among a ring's members; as in _express.c
_UNKNOWN, _NO, _YES = 255, 0, 1
_TOO_MANY = 50_000_000
_LARGEST = 2**31


@dataclass(frozen=True, slots=True)
class Work:
    """What is dealt and what is found, lead by lead: errand, number of its company (-1: alone), and the gifts made.

    ``company`` holds the rep of each company, -1 as long as nobody has it.
    """

    of: array[int]
    mates: array[int]
    company: array[int]
    gifts: array[int]


@dataclass(slots=True)
class Express:
    """The compiled loop with what it needs: a ring for each errand as numbers, and which rep may follow a company."""

    desk: Desk
    errands: Sequence[Errand]
    work: Work
    rings: list[array[int] | None]
    follows: bytearray
    seen: int = 0

    @classmethod
    def over(cls, desk: Desk, errands: Sequence[Errand], work: Work) -> Express | None:
        """The express for some work; ``None`` without the compiled loop, or when accounts are scoped."""
        places = len(errands) * len(desk.roster.reps)
        if not COMPILED or places > _TOO_MANY or any(map(_scoped, errands)):
            return None
        return cls(desk, errands, work, [None] * len(errands), bytearray(b"\xff") * places)

    def run(self, at: int) -> int:
        """Deal usual leads from position ``at`` on; return the position of the first that is not usual."""
        desk, counters, work = self.desk, self.desk.counters, self.work
        while True:
            self._forget()
            at, desk.sequence, reached = compiled(
                self.rings,
                work.of,
                work.mates,
                work.company,
                self.follows,
                desk.account(""),
                desk.last,
                counters.open,
                counters.ceiling,
                counters.through,
                counters.pool_ceiling,
                counters.whole,
                counters.whole_ceiling,
                work.gifts,
                at,
                desk.sequence,
            )
            if reached >= 0:
                self._renew(reached, at - 1)
            elif at == len(work.of) or not self._prepared(at):
                return at

    def _forget(self) -> None:
        """Rings and answers of before a cap was reached do not hold any more."""
        if self.seen != self.desk.changes:
            self.seen = self.desk.changes
            self.rings = [None] * len(self.errands)
            self.follows = bytearray(b"\xff") * len(self.follows)

    def _renew(self, rep: int, at: int) -> None:
        pool = self.desk.rings.circles[self.work.gifts[at * GIFT + 3]].pool
        self.desk.counters.renew(rep, pool)
        self.desk.stand_up(rep, pool)

    def _prepared(self, at: int) -> bool:
        """Fill in what the loop stopped for; tell whether it can go on with this lead."""
        number = self.work.of[at]
        errand = self.errands[number]
        if self.rings[number] is None:
            ring = None if errand.settled or errand.owner >= 0 or errand.named >= 0 else self._ring(number, errand)
            self.rings[number] = ring
            return ring is not None
        mate = self.work.mates[at]
        known = self.work.company[mate] if mate >= 0 else -1
        place = number * len(self.desk.roster.reps) + known
        if known < 0 or self.follows[place] != _UNKNOWN:
            return False
        self.follows[place] = _YES if self.desk.follows(number, errand, known) else _NO
        return True

    def _ring(self, number: int, errand: Errand) -> array[int] | None:
        seat = self.desk.seat(number, errand)
        ring = seat.ring
        if ring is None or ring.away:
            return None
        slot = self.desk.counters.slot.get(ring.circle.pool, -1)
        base = slot * len(self.desk.roster.reps)
        follow = Reason.SAME_COMPANY if errand.outcome is Outcome.ASSIGNED else errand.reason
        choice = _choice(ring)
        burdens = ring.asking.burden if ring.asking and choice == _BY_LOAD else (0,) * len(ring.reps)
        head = (errand.outcome, seat.reason, follow, ring.number, ring.circle.price, slot, base, choice, len(ring.reps))
        return array("q", [*head, *ring.reps, *ring.gains, *burdens])


def _scoped(errand: Errand) -> bool:
    """Does the lead, or a pool it may reach, keep an account of its own?"""
    return bool(errand.account) or any(stop.account for stop in errand.chain)


def _choice(ring: Ring) -> int:
    if ring.preferred:
        return _NOBODY
    if ring.rank is None:
        return _BY_ACCOUNT
    small = ring.asking is not None and max(ring.asking.burden) < _LARGEST
    return _BY_LOAD if ring.rank is least_loaded.WAY.rank and small else _NOBODY
