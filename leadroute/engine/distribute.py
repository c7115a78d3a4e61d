"""Give the leads out one after the other: a sequence with memory over small integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.engine.desk import Desk
    from leadroute.engine.errand import Errand
    from leadroute.engine.rings import Ring


class Gift(NamedTuple):
    """What became of one lead: the receiver (-1 nobody), the circle that accrued (-1: no turn), the balance before."""

    outcome: int
    reason: int
    rep: int = -1
    circle: int = -1
    balance: int = 0


def deal(
    desk: Desk, errands: Sequence[Errand], of: Sequence[int], mates: Sequence[int], keys: Sequence[str]
) -> list[Gift]:
    """Give leads out in order.

    ``of`` holds each lead's errand, ``mates`` the number of its company if others share it (-1 if not), ``keys`` its
    hash key (may be empty when no pool hashes).
    """
    gifts: list[Gift] = []
    company_rep: dict[int, int] = {}
    simple = [errand.owner < 0 and errand.named < 0 and not errand.settled for errand in errands]
    for at, number in enumerate(of):
        errand, mate = errands[number], mates[at]
        ring = desk.ring(number, errand) if simple[number] and mate < 0 else None
        if ring is not None and ring.plain:
            gift = _turn(desk, errand, ring)
        else:
            gift = _give(desk, number, errand, company_rep.get(mate, -1), keys[at] if keys else "")
        gifts.append(gift)
        if mate >= 0 and gift.rep >= 0:
            company_rep.setdefault(mate, gift.rep)
    return gifts


def _turn(desk: Desk, errand: Errand, ring: Ring) -> Gift:
    """The usual turn: everybody accrues, the highest balance takes the lead and pays; in one pass, for speed."""
    held, last = ring.held, desk.last
    best, most = -1, 0
    for rep, gain in ring.pairs:
        held[rep] = own = held[rep] + gain
        if own > most or best < 0 or (own == most and last[rep] < last[best]):
            best, most = rep, own
    desk.pay(ring, best)
    return Gift(errand.outcome, _usual(errand, ring), best, ring.number, most)


def _give(desk: Desk, number: int, errand: Errand, company_rep: int, key: str) -> Gift:
    """Try, in order: the customer's owner, the rep named by the rule, the rep of the company, the pools."""
    gift = _to_owner(desk, errand)
    if gift is None and errand.settled:
        return Gift(errand.outcome, errand.reason)
    return (
        gift
        or _to_named(desk, errand)
        or _to_company_rep(desk, number, errand, company_rep)
        or _to_pool(desk, number, errand, key)
    )


def _to_owner(desk: Desk, errand: Errand) -> Gift | None:
    tries = ((errand.owner, Reason.CUSTOMER_OWNER), (errand.owner_deputy, Reason.CUSTOMER_DEPUTY))
    for rep, reason in tries:
        if rep >= 0 and desk.can_serve(rep, errand):
            if errand.charge_owner:
                return _take(desk, desk.rings.alone(rep, desk.account(errand.account), errand.account), rep, reason)
            desk.count(rep, "")
            return Gift(Outcome.ASSIGNED, reason, rep)
    waits = errand.owner >= 0 and errand.owner_waits
    return Gift(Outcome.REVIEW, Reason.CUSTOMER_OWNER_AWAY) if waits else None


def _to_named(desk: Desk, errand: Errand) -> Gift | None:
    for rep, reason in ((errand.named, Reason.NAMED_REP), (errand.deputy, Reason.DEPUTY)):
        if rep >= 0 and desk.can_take(rep, errand):
            ring = desk.rings.alone(rep, desk.account(errand.account), errand.account)
            return _as(errand, _take(desk, ring, rep, reason))
    return None


def _to_company_rep(desk: Desk, number: int, errand: Errand, rep: int) -> Gift | None:
    """The rep who has the company takes and pays; the lead's own circle earns, as if one of it had been served."""
    if rep < 0 or not desk.can_take(rep, errand):
        return None
    ring = desk.ring(number, errand) or desk.rings.alone(rep, desk.account(errand.account), errand.account)
    return _as(errand, _take(desk, ring, rep, Reason.SAME_COMPANY))


def _to_pool(desk: Desk, number: int, errand: Errand, key: str) -> Gift:
    ring = desk.ring(number, errand)
    if ring is None:
        outcome = Outcome.POOLED if errand.outcome is Outcome.ASSIGNED else errand.outcome
        return Gift(outcome, desk.why_nobody(errand) if outcome is Outcome.POOLED else errand.reason)
    desk.accrue(ring)
    rep = desk.choose(ring, key)
    balance = ring.held[rep]
    desk.pay(ring, rep)
    return Gift(errand.outcome, _usual(errand, ring), rep, ring.number, balance)


def _take(desk: Desk, ring: Ring, rep: int, reason: Reason) -> Gift:
    desk.accrue(ring)
    balance = ring.held[rep]
    desk.pay(ring, rep)
    return Gift(Outcome.ASSIGNED, reason, rep, ring.number, balance)


def _as(errand: Errand, gift: Gift) -> Gift:
    """A lead held for review keeps its own outcome and reason; the receiver is only suggested, the turn reserved."""
    assigned = errand.outcome is Outcome.ASSIGNED
    return gift if assigned else gift._replace(outcome=errand.outcome, reason=errand.reason)


def _usual(errand: Errand, ring: Ring) -> Reason:
    if errand.outcome is not Outcome.ASSIGNED or (errand.named < 0 and errand.chain[0].pool == ring.circle.pool):
        return errand.reason
    return Reason.OVERFLOW
