"""Retrace a turn: the leads before it are given out by the code that makes the plan, then the desk is looked at.

Then the lead is given out, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.explain.obstacles import by_name, in_pool
from leadroute.engine.explain.turn import Asked, Deal, Role, Share, Turn, Visit, decided_by
from leadroute.engine.turns import Turns

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from leadroute.engine.arrange import Arrangement
    from leadroute.engine.errand import Errand
    from leadroute.engine.plan import Circle
    from leadroute.engine.rings import Ring


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
