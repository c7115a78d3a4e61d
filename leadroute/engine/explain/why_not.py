"""Why a rep did not get a lead: every gate on the way to it, in order, and which of them were shut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from leadroute.engine.explain.turn import Role, decided_by
from leadroute.engine.plan import NOT_ASKED
from leadroute.model.outcome import AT_CAP, Passed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.explain.obstacles import Obstacle
    from leadroute.engine.explain.turn import By, Share, Turn


class Gate(Enum):
    """What a rep has to pass on the way to a lead."""

    LEAD = "lead"  # it is put to the rules at all
    CUSTOMER = "customer"  # no owner of a customer has it
    RULE = "rule"  # its rule gives it to somebody
    NAMED = "named"  # nobody was named for it
    COMPANY = "company"  # nobody has its company
    POOL = "pool"  # the rep is in a pool that was tried
    NEED = "need"  # meets what is required
    DUTY = "duty"  # is there
    WEIGHT = "weight"  # is not paused
    CAP = "cap"  # is under every cap
    CLAIM = "claim"  # and comes first among those who could take it


_OF = {
    Gate.NEED: frozenset({Passed.NO_SKILL, Passed.NO_MATCH}),
    Gate.DUTY: frozenset({Passed.LEFT, Passed.INACTIVE, Passed.NOT_HIRED_YET, Passed.ON_LEAVE, Passed.LEAVE_BUFFER}),
    Gate.WEIGHT: frozenset({Passed.PAUSED}),
    Gate.CAP: AT_CAP,
}
_ROLES = {
    Role.OWNER: Gate.CUSTOMER,
    Role.OWNER_DEPUTY: Gate.CUSTOMER,
    Role.NAMED: Gate.NAMED,
    Role.DEPUTY: Gate.NAMED,
    Role.COMPANY: Gate.COMPANY,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A gate, and whether it was shut for the rep; what shows it as far as there is something.

    ``taker`` is who had the lead there, ``pools`` those that were tried or the one the rep is in. At the last gate
    ``own`` is the rep's claim, ``first`` the one before which it had to come, and ``by`` what told them apart.
    """

    gate: Gate
    shut: bool
    obstacles: tuple[Obstacle, ...] = ()
    taker: int = -1
    pools: tuple[str, ...] = ()
    own: Share | None = None
    first: Share | None = None
    by: By | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The gates between a rep and a lead, in order; none when the rep has it or is suggested for it."""

    rep: int
    gates: tuple[Passage, ...]

    @property
    def stopped(self) -> Passage | None:
        """The first gate that was shut."""
        return next((one for one in self.gates if one.shut), None)


def why_not(found: Explanation, rep: int) -> WhyNot:
    """Every gate between a rep and the lead of an explanation."""
    if found.rep == rep:
        return WhyNot(rep, ())
    return WhyNot(rep, tuple(_gates(found, rep)))


def _gates(found: Explanation, rep: int) -> Iterator[Passage]:
    turn = found.turn
    yield Passage(Gate.LEAD, shut=not found.number)
    if not found.number:
        return
    if turn is None:
        yield Passage(Gate.RULE, shut=True)
        return
    yield from _by_name(turn)
    if turn.errand.settled:
        yield Passage(Gate.RULE, shut=True)
        return
    if found.rule != NOT_ASKED:
        yield Passage(Gate.RULE, shut=False)
    yield from _in_pools(turn, rep)
    yield from _claim(turn, rep)


def _by_name(turn: Turn) -> Iterator[Passage]:
    """The gates at which somebody was asked by name: shut when one of them took the lead."""
    for gate in (Gate.CUSTOMER, Gate.NAMED, Gate.COMPANY):
        asked = [one for one in turn.asked if _ROLES[one.role] is gate]
        taker = next((one.rep for one in asked if not one.obstacles), -1)
        waits = gate is Gate.CUSTOMER and turn.errand.owner >= 0 and turn.errand.owner_waits
        if asked:
            yield Passage(gate, shut=taker >= 0 or waits, taker=taker)


def _in_pools(turn: Turn, rep: int) -> Iterator[Passage]:
    """Whether the rep is in a pool that was tried, and what stood in the way in each; of the last every gate."""
    own = [visit for visit in turn.visits if rep in dict(visit.members)]
    if not own:
        yield Passage(Gate.POOL, shut=True, pools=tuple(visit.pool for visit in turn.visits))
    for visit in own:
        why, pools = dict(visit.members)[rep], (visit.pool,)
        yield Passage(Gate.POOL, shut=False, pools=pools)
        for gate, reasons in _OF.items():
            hit = tuple(one for one in why if one.why in reasons)
            if hit or visit is own[-1]:
                yield Passage(gate, shut=bool(hit), obstacles=hit, pools=pools)


def _claim(turn: Turn, rep: int) -> Iterator[Passage]:
    """Who came first among those who could take it."""
    shares = turn.deal.shares if turn.deal and turn.deal.by else ()
    own = next((share for share in shares if share.rep == rep and share.takes), None)
    if own is not None:
        first, pools = shares[0], (turn.deal.pool,) if turn.deal else ()
        by = decided_by((first, own)) if first.rep != rep else None
        yield Passage(Gate.CLAIM, by is not None, taker=first.rep, pools=pools, own=own, first=first, by=by)
