"""The desk where turns are taken: the one object that changes while leads are given out."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.engine.account import UNIT
from leadroute.engine.caps import Counters
from leadroute.engine.eligible import meets
from leadroute.engine.rings import Ring, Rings
from leadroute.model.outcome import AWAY, Outcome, Passed, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.errand import Errand, Stop
    from leadroute.engine.plan import Setting
    from leadroute.model.rep import Roster

_UNFIT = {Passed.NO_SKILL, Passed.NO_MATCH}


@dataclass(frozen=True, slots=True)
class Seat:
    """The ring that serves an errand now, and the reason a lead given by it carries; without a ring, why nobody can."""

    ring: Ring | None
    reason: Reason


@dataclass(slots=True)
class Desk:
    """Balances by account, the order in which reps were last served, counts towards caps, and the rings at work.

    ``changes`` counts how often rings had to be forgotten because a cap was reached.
    """

    roster: Roster
    absent: Sequence[Passed | None]
    counters: Counters
    rings: Rings
    balances: dict[str, array[int]]
    last: array[int]
    sequence: int
    changes: int = 0
    _open: dict[Stop, Ring | None] = field(default_factory=dict)
    _seats: dict[int, Seat] = field(default_factory=dict)
    _follows: dict[tuple[int, int], bool] = field(default_factory=dict)

    @classmethod
    def before(cls, setting: Setting, absent: Sequence[Passed | None]) -> Desk:
        """The desk as it stands before the first lead."""
        roster, book, opening = setting.roster, setting.rulebook, setting.opening
        desk = cls(
            roster,
            absent,
            Counters(roster, book.pools, opening),
            Rings(roster, book, absent, setting.now.date()),
            {},
            array("q", [opening.last.get(rep.id, -1) for rep in roster.reps]),
            opening.sequence,
        )
        for account, _ in opening.balances:
            held = [opening.balances.get((account, rep.id), 0) for rep in roster.reps]
            desk.balances[account] = array("q", held)
        return desk

    def seat(self, number: int, errand: Errand) -> Seat:
        """Where errand ``number`` is served as things stand."""
        if number not in self._seats:
            self._seats[number] = self._find(errand)
        return self._seats[number]

    def accrue(self, ring: Ring) -> None:
        """Let everybody of a ring earn their share of one lead."""
        held = ring.held
        for rep, gain in zip(ring.reps, ring.gains, strict=True):
            held[rep] += gain
        if ring.full is not None:
            for rep in ring.away:
                if ring.held[rep] >= ring.full:
                    self.stand_up(rep, "")

    def follows(self, number: int, errand: Errand, rep: int) -> bool:
        """Whether the rep of a lead's company may take it: on duty, under the caps of the lead's own pool too."""
        if (number, rep) not in self._follows:
            self._follows[number, rep] = self.can_take(rep, errand) and not self._pool_full(number, errand, rep)
        return self._follows[number, rep]

    def choose(self, ring: Ring, key: str) -> int:
        """Who of a ring takes a lead, after it accrued: by rank, preference, balance, least recent turn, roster id.

        A preferred rep counts as one lead ahead: first among equals, but nobody else starves.
        """
        if ring.plain:
            return self._richest(ring)
        marks = ring.marks(key)
        least = min(marks)
        tied = [rep for rep, mark in zip(ring.takers, marks, strict=True) if mark == least]
        if len(tied) == 1:
            return tied[0]
        held, last, preferred = ring.held, self.last, ring.preferred
        return min(tied, key=lambda rep: claim(held[rep], last[rep], rep, preferred=rep in preferred))

    def pay(self, ring: Ring, rep: int) -> None:
        """Charge the receiver for a lead of this ring, and count it."""
        circle = ring.circle
        ring.held[rep] -= circle.price
        self.last[rep] = self.sequence
        self.sequence += 1
        if self.counters.count(rep, circle.pool):
            self.stand_up(rep, circle.pool)

    def give_free(self, rep: int) -> None:
        """Count a lead that costs no turn."""
        if self.counters.count(rep, ""):
            self.stand_up(rep, "")

    def stand_up(self, rep: int, pool: str) -> None:
        """A cap has been reached: forget every ring the rep sits in, and those of the pool; they are made anew."""
        self._open = {stop: ring for stop, ring in self._open.items() if ring is None or not _touched(ring, rep, pool)}
        self._seats.clear()
        self._follows.clear()
        self.changes += 1

    def own_pool(self, number: int, errand: Errand) -> str:
        """The pool whose turn a lead of this errand is, even if the rep of its company takes it; "" for none."""
        ring = self.seat(number, errand).ring
        return ring.circle.pool if ring else errand.chain[0].pool if errand.chain else ""

    def account(self, name: str) -> array[int]:
        """The balances of an account by rep; a new account starts at zero."""
        if name not in self.balances:
            self.balances[name] = array("q", bytes(8 * len(self.roster.reps)))
        return self.balances[name]

    def can_take(self, rep: int, errand: Errand) -> bool:
        """Whether a rep who is not chosen by turns (named, or of the same company) may take a lead of this errand."""
        return self.can_serve(rep, errand) and meets(self.roster.reps[rep], errand.needs) is None

    def can_serve(self, rep: int, errand: Errand) -> bool:
        """Whether a customer's owner may take the customer's lead: on duty, not paused, under every cap."""
        on_duty = self.absent[rep] is None and self.roster.reps[rep].weight > 0
        return on_duty and not self.counters.blocked(rep, errand.exempt)

    def _richest(self, ring: Ring) -> int:
        """The highest balance, in one pass: what decides almost always."""
        held, last = ring.held, self.last
        best, most = -1, 0
        for rep in ring.takers:
            own = held[rep]
            if best < 0 or own > most or (own == most and last[rep] < last[best]):
                best, most = rep, own
        return best

    def _find(self, errand: Errand) -> Seat:
        for stop in errand.chain:
            if stop not in self._open:
                self._open[stop] = self.rings.at(stop, self.counters, self.account(stop.account))
            if (ring := self._open[stop]) is not None:
                return Seat(ring, _by_pool(errand, ring))
        return Seat(None, self._why_nobody(errand))

    def _pool_full(self, number: int, errand: Errand, rep: int) -> bool:
        return self.counters.blocked_in(self.own_pool(number, errand), rep, errand.exempt)

    def _why_nobody(self, errand: Errand) -> Reason:
        """Why no pool of the chain has anybody: asked of the first pool, which was meant to take it."""
        passed = set(self.rings.passed(errand.chain[0], self.counters)) if errand.chain else set()
        fit = passed - _UNFIT
        if not fit:
            return Reason.REP_AWAY if errand.named >= 0 else Reason.NO_ELIGIBLE
        return Reason.ALL_AWAY if fit <= AWAY else Reason.ALL_AT_CAP


def claim(balance: int, last: int, rep: int, *, preferred: bool) -> tuple[int, int, int]:
    """By what those of equal rank are told apart, the least first: balance, then the latest turn, then the roster."""
    return -balance - (UNIT if preferred else 0), last, rep


def _by_pool(errand: Errand, ring: Ring) -> Reason:
    if errand.outcome is not Outcome.ASSIGNED or (errand.named < 0 and errand.chain[0].pool == ring.circle.pool):
        return errand.reason
    return Reason.OVERFLOW


def _touched(ring: Ring, rep: int, pool: str) -> bool:
    return rep in ring.circle.members or (bool(pool) and ring.circle.pool == pool)
