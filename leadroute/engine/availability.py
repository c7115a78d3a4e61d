"""Who is on duty at a moment, whatever the lead: standing, hire date, leave and the buffer around it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leadroute.model.outcome import Passed
from leadroute.model.rep import Status

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.model.rep import Leave, Rep, Roster
    from leadroute.model.rulebook import LeavePolicy


def absences(roster: Roster, policy: LeavePolicy | None, now: datetime) -> tuple[Passed | None, ...]:
    """For each rep of the roster: why not on duty at ``now`` (local time), or ``None`` when on duty."""
    moment = now.replace(tzinfo=None)
    leaves: dict[str, list[Leave]] = {}
    for leave in roster.leaves:
        leaves.setdefault(leave.rep, []).append(leave)
    return tuple(_standing(rep, moment) or _leave(leaves.get(rep.id, []), policy, moment) for rep in roster.reps)


def _standing(rep: Rep, moment: datetime) -> Passed | None:
    if rep.status is Status.LEFT:
        return Passed.LEFT
    if rep.status is Status.INACTIVE:
        return Passed.INACTIVE
    if rep.hired_on is not None and moment.date() < rep.hired_on:
        return Passed.NOT_HIRED_YET
    return None


def _leave(leaves: list[Leave], policy: LeavePolicy | None, moment: datetime) -> Passed | None:
    if any(leave.start <= moment < leave.end for leave in leaves):
        return Passed.ON_LEAVE
    before = policy.before if policy else timedelta(0)
    after = policy.after if policy else timedelta(0)
    near = any(leave.start - before <= moment < leave.end + after for leave in leaves)
    return Passed.LEAVE_BUFFER if near else None
