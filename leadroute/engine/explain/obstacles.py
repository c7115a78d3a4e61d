"""What stands between a rep and a lead at its turn: every obstacle, not only the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.engine.caps import REACHED
from leadroute.engine.eligible import meets
from leadroute.model.outcome import Passed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadroute.engine.caps import Reached
    from leadroute.engine.desk import Desk
    from leadroute.engine.eligible import Need
    from leadroute.engine.errand import Errand, Stop
    from leadroute.model.rep import Leave

_ON_LEAVE = {Passed.ON_LEAVE, Passed.LEAVE_BUFFER}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a rep cannot take a lead, with what shows it: the need not met, the leave, the cap that is reached."""

    why: Passed
    need: Need | None = None
    leave: Leave | None = None
    cap: Reached | None = None


def in_pool(desk: Desk, stop: Stop, rep: int) -> tuple[Obstacle, ...]:
    """What keeps a member of a pool from a lead, in the order in which it is asked."""
    paused = desk.rings.weights(stop.pool)[rep] <= 0
    caps = (*desk.counters.reached(rep, stop.exempt), *desk.counters.reached_in(stop.pool, rep, stop.exempt))
    return (*_unmet(desk, rep, stop.needs), *_off_duty(desk, rep, paused=paused), *map(_capped, caps))


def by_name(desk: Desk, errand: Errand, rep: int, needs: Sequence[Need], pool: str = "") -> tuple[Obstacle, ...]:
    """What keeps a rep from a lead who is not chosen by turns: the customer's owner, the one named, the company's."""
    paused = desk.roster.reps[rep].weight <= 0
    caps = (*desk.counters.reached(rep, errand.exempt), *desk.counters.reached_in(pool, rep, errand.exempt))
    return (*_unmet(desk, rep, needs), *_off_duty(desk, rep, paused=paused), *map(_capped, caps))


def _unmet(desk: Desk, rep: int, needs: Sequence[Need]) -> Iterator[Obstacle]:
    for need in needs:
        why = meets(desk.roster.reps[rep], (need,))
        if why is not None:
            yield Obstacle(why, need=need)


def _off_duty(desk: Desk, rep: int, *, paused: bool) -> Iterator[Obstacle]:
    why = desk.absent[rep]
    if why is not None:
        yield Obstacle(why, leave=_leave(desk, rep) if why in _ON_LEAVE else None)
    if paused:
        yield Obstacle(Passed.PAUSED)


def _leave(desk: Desk, rep: int) -> Leave | None:
    """The leave that is on or nearest; the roster has it, or nobody would be on leave."""
    today = desk.rings.today
    own = [leave for leave in desk.roster.leaves if leave.rep == desk.roster.reps[rep].id]
    distance = lambda leave: max((leave.start.date() - today).days, (today - leave.end.date()).days)  # noqa: E731
    return min(own, key=distance, default=None)


def _capped(cap: Reached) -> Obstacle:
    return Obstacle(Passed.POOL_CAP if cap.pool else REACHED[cap.period], cap=cap)
