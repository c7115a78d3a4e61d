"""A turn as it was taken: who was asked, who could not and why, what each was entitled to, and what decided.

The leads before it are given out by the code that makes the plan; the desk is looked at; then the lead is given out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.desk import claim
from leadroute.engine.explain.obstacles import by_name, in_pool
from leadroute.engine.turns import Turns

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.errand import Errand
    from leadroute.engine.explain.obstacles import Obstacle
    from leadroute.engine.plan import Circle
    from leadroute.engine.rings import Ring


class Role(Enum):
    """Why a rep is asked before any pool."""

    OWNER = "owner"
    OWNER_DEPUTY = "owner_deputy"
    NAMED = "named"
    DEPUTY = "deputy"
    COMPANY = "company"


class By(Enum):
    """What decided between those who could take a lead."""

    ONLY = "only"
    RANK = "rank"
    BALANCE = "balance"
    PREFERENCE = "preference"
    LONGEST_WAIT = "longest_wait"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True)
class Asked:
    """A rep asked before any pool, and what stood in the way; nothing: the rep took it."""

    role: Role
    rep: int
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A pool that was tried, and what stood in the way of each member."""

    pool: str
    members: tuple[tuple[int, tuple[Obstacle, ...]], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One who earned a share of the lead. Balances are units of the account.

    ``mark`` is the rank by the strategy (the least comes first; 0 when the account decides), ``last`` the number of the
    rep's latest turn (-1: none yet). Those who do not ``take`` are on leave and may catch up.
    """

    rep: int
    before: int
    gain: int
    mark: float
    preferred: bool
    last: int
    takes: bool

    @property
    def balance(self) -> int:
        """What the rep was entitled to when the lead was given out."""
        return self.before + self.gain

    @property
    def claim(self) -> tuple[float, int, int, int]:
        """By what those who could take the lead are told apart; the least takes it."""
        return self.mark, *claim(self.balance, self.last, self.rep, preferred=self.preferred)


@dataclass(frozen=True, slots=True)
class Deal:
    """How a lead was charged: the account, those who earned by their claim, the price, and the receiver's balances.

    ``by`` tells what decided; ``None`` when the receiver was not chosen by turns.
    """

    account: str
    pool: str
    shares: tuple[Share, ...]
    price: int
    balance: int
    by: By | None

    @property
    def after(self) -> int:
        """The receiver's balance after the lead was paid."""
        return self.balance - self.price


@dataclass(frozen=True, slots=True)
class Turn:
    """What happened at a lead's turn; ``deal`` is ``None`` when nobody was charged.

    ``visits`` are the pools whose turn it was; they were asked only where nobody asked by name took the lead.
    """

    errand: Errand
    asked: tuple[Asked, ...]
    visits: tuple[Visit, ...]
    rep: int
    deal: Deal | None

    @property
    def by_turns(self) -> bool:
        """Whether it came to the pools."""
        return bool(self.visits) and all(one.obstacles for one in self.asked)


def turn_of(arranged: Arrangement, row: int) -> Turn | None:
    """The turn of a row; ``None`` when it took none."""
    place = np.flatnonzero(arranged.served == row)
    if not len(place):
        return None
    turns = Turns.before(arranged)
    turns.take(int(place[0]))
    errand = turns.errand
    asked = _asked(turns, errand)
    return _taken(turns, errand, asked, () if _ends(errand) else _visits(turns, errand))


def decided_by(shares: Sequence[Share]) -> By:
    """What told the first from the second, of those who could take the lead."""
    takers = [share for share in shares if share.takes]
    if len(takers) == 1:
        return By.ONLY
    first, second = takers[:2]
    if first.mark != second.mark:
        return By.RANK
    if first.claim[1] != second.claim[1]:
        return By.BALANCE if first.balance > second.balance else By.PREFERENCE
    return By.LONGEST_WAIT if first.last != second.last else By.ROSTER


def _ends(errand: Errand) -> bool:
    """Whether nobody is asked after the customer's owner."""
    return errand.settled or (errand.owner >= 0 and errand.owner_waits)


def _asked(turns: Turns, errand: Errand) -> tuple[Asked, ...]:
    """Those asked by name, up to the one who took it."""
    desk, number = turns.desk, turns.of[turns.at]
    asked: list[Asked] = []
    for role, rep in ((Role.OWNER, errand.owner), (Role.OWNER_DEPUTY, errand.owner_deputy)):
        asked += [Asked(role, rep, by_name(desk, errand, rep, ()))] if rep >= 0 else []
    if not _ends(errand):
        for role, rep in ((Role.NAMED, errand.named), (Role.DEPUTY, errand.deputy)):
            asked += [Asked(role, rep, by_name(desk, errand, rep, errand.needs))] if rep >= 0 else []
        if (rep := turns.company_rep) >= 0:
            pool = desk.own_pool(number, errand)
            asked.append(Asked(Role.COMPANY, rep, by_name(desk, errand, rep, errand.needs, pool)))
    taker = next((at for at, one in enumerate(asked) if not one.obstacles), len(asked))
    return tuple(asked[: taker + 1])


def _visits(turns: Turns, errand: Errand) -> tuple[Visit, ...]:
    """The pools tried, up to the one that had somebody."""
    desk = turns.desk
    ring = desk.seat(turns.of[turns.at], errand).ring
    visits = []
    for stop in errand.chain:
        members = sorted(desk.rings.weights(stop.pool))
        visits.append(Visit(stop.pool, tuple((rep, in_pool(desk, stop, rep)) for rep in members)))
        if ring is not None and ring.circle.pool == stop.pool:
            break
    return tuple(visits)


def _taken(turns: Turns, errand: Errand, asked: tuple[Asked, ...], visits: tuple[Visit, ...]) -> Turn:
    desk, number, key = turns.desk, turns.of[turns.at], turns.keys[turns.at] if turns.keys else ""
    ring = None if errand.settled else desk.seat(number, errand).ring
    marks = _marks(ring, key) if ring else {}
    before = {name: held[:] for name, held in desk.balances.items()}
    last = desk.last[:]
    _, _, rep, circle, balance = turns.take(turns.at + 1)
    if circle < 0:
        return Turn(errand, asked, visits, rep, None)
    made = desk.rings.circles[circle]
    own = ring if ring is not None and ring.circle is made else None
    shares = _shares(made, own, marks, before.get(made.account), last)
    by = decided_by(shares) if visits and all(one.obstacles for one in asked) else None
    return Turn(errand, asked, visits, rep, Deal(made.account, made.pool, shares, made.price, balance, by))


def _marks(ring: Ring, key: str) -> Mapping[int, float]:
    return dict(zip(ring.takers, ring.marks(key), strict=True))


def _shares(
    made: Circle, ring: Ring | None, marks: Mapping[int, float], before: array[int] | None, last: Sequence[int]
) -> tuple[Share, ...]:
    """What each of a circle had and earned, the first claim first; those who could not take the lead last."""
    takers = ring.takers if ring else made.members
    preferred = ring.preferred if ring else frozenset[int]()
    shares = [
        Share(rep, before[rep] if before else 0, gain, marks.get(rep, 0.0), rep in preferred, last[rep], rep in takers)
        for rep, gain in zip(made.members, made.accrual, strict=True)
    ]
    return tuple(sorted(shares, key=lambda share: (not share.takes, share.claim)))
