"""Give the leads out one after the other: a sequence with memory over small integers."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from leadroute.engine.express import GIFT, Express, Work
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.companies import Companies
    from leadroute.engine.desk import Desk
    from leadroute.engine.errand import Errand
    from leadroute.engine.rings import Ring


Gift = tuple[int, int, int, int, int]
"""What became of one lead: outcome, reason, receiver (-1 nobody), circle that accrued (-1: no turn), balance before."""


def deal(
    desk: Desk, errands: Sequence[Errand], of: array[int], companies: Companies, keys: Sequence[str]
) -> array[int]:
    """Give leads out in order.

    ``of`` holds each lead's errand, ``keys`` its hash key (may be empty when no pool hashes). Returns the gifts one
    after the other, five numbers each; ``companies`` learns who has each company.
    """
    gifts = array("q", bytes(8 * GIFT * len(of)))
    mates, company_rep = companies.of, companies.rep
    express = Express.over(desk, errands, Work(of, mates, company_rep, gifts))
    at = 0
    while at < len(of):
        if express is not None and (reached := express.run(at)) > at:
            at = reached
            continue
        mate = mates[at]
        known = company_rep[mate] if mate >= 0 else -1
        gift = _give(desk, of[at], errands[of[at]], known, keys[at] if keys else "")
        gifts[at * GIFT : (at + 1) * GIFT] = array("q", gift)
        if mate >= 0 and known < 0 and gift[2] >= 0:
            company_rep[mate] = gift[2]
        at += 1
    return gifts


def _give(desk: Desk, number: int, errand: Errand, company_rep: int, key: str) -> Gift:
    """Try, in order: the customer's owner, the rep named by the rule, the rep of the company, the pools."""
    gift = _to_owner(desk, number, errand)
    if gift is None and errand.settled:
        return errand.outcome, errand.reason, -1, -1, 0
    gift = gift or _to_named(desk, errand)
    if gift is None and company_rep >= 0 and desk.follows(number, errand, company_rep):
        return _follow(desk, number, errand, company_rep)
    return gift or _to_pool(desk, number, errand, key)


def _to_owner(desk: Desk, number: int, errand: Errand) -> Gift | None:
    tries = ((errand.owner, Reason.CUSTOMER_OWNER), (errand.owner_deputy, Reason.CUSTOMER_DEPUTY))
    for rep, reason in tries:
        if rep >= 0 and desk.can_serve(rep, errand):
            if errand.charge_owner:
                return _take(desk, _own_ring(desk, number, errand, rep), rep, reason)
            desk.give_free(rep)
            return Outcome.ASSIGNED, reason, rep, -1, 0
    waits = errand.owner >= 0 and errand.owner_waits
    return (Outcome.REVIEW, Reason.CUSTOMER_OWNER_AWAY, -1, -1, 0) if waits else None


def _to_named(desk: Desk, errand: Errand) -> Gift | None:
    for rep, reason in ((errand.named, Reason.NAMED_REP), (errand.deputy, Reason.DEPUTY)):
        if rep >= 0 and desk.can_take(rep, errand):
            ring = desk.rings.alone(rep, desk.account(errand.account), errand.account)
            return _as(errand, _take(desk, ring, rep, reason))
    return None


def _follow(desk: Desk, number: int, errand: Errand, rep: int) -> Gift:
    """The rep who has the company takes and pays; the lead's own circle earns, as if one of it had been served."""
    return _as(errand, _take(desk, _own_ring(desk, number, errand, rep), rep, Reason.SAME_COMPANY))


def _own_ring(desk: Desk, number: int, errand: Errand, rep: int) -> Ring:
    """Those who would have shared the lead, had it not been somebody's already: they earn, so that others come next."""
    ring = None if errand.settled else desk.seat(number, errand).ring
    return ring or desk.rings.alone(rep, desk.account(errand.account), errand.account)


def _to_pool(desk: Desk, number: int, errand: Errand, key: str) -> Gift:
    """The usual turn: everybody accrues, the first by rank, preference and balance takes the lead and pays."""
    seat = desk.seat(number, errand)
    ring = seat.ring
    if ring is None:
        waiting = Outcome.POOLED if errand.outcome is Outcome.ASSIGNED else errand.outcome
        return waiting, seat.reason if waiting is Outcome.POOLED else errand.reason, -1, -1, 0
    desk.accrue(ring)
    rep = desk.choose(ring, key)
    balance = ring.held[rep]
    desk.pay(ring, rep)
    return errand.outcome, seat.reason, rep, ring.number, balance


def _take(desk: Desk, ring: Ring, rep: int, reason: Reason) -> Gift:
    desk.accrue(ring)
    balance = ring.held[rep]
    desk.pay(ring, rep)
    return Outcome.ASSIGNED, reason, rep, ring.number, balance


def _as(errand: Errand, gift: Gift) -> Gift:
    """A lead held for review keeps its own outcome and reason; the receiver is only suggested, the turn reserved."""
    return gift if errand.outcome is Outcome.ASSIGNED else (errand.outcome, errand.reason, *gift[2:])
