"""Who is away at a moment, told from the roster alone.

This repeats on purpose, in the plainest words, what the engine decides with tables: the laws are checked against an
answer that was not made by the code they check.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from leadroute.model.outcome import Passed
from leadroute.model.rep import Status

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.model.rep import Rep, Roster
    from leadroute.model.rulebook import LeavePolicy, Rulebook


def absences(roster: Roster, rulebook: Rulebook, now: datetime) -> tuple[Passed | None, ...]:
    """For each rep of the roster: why the rep can take nothing at this moment (``None``: is there)."""
    moment = local_time(now, rulebook.timezone)
    on_leave = _on_leave(roster, moment, rulebook.leave)
    return tuple(_standing(rep, moment) or on_leave.get(rep.id) or _paused(rep) for rep in roster.reps)


def local_time(now: datetime, timezone: str) -> datetime:
    """The moment as the clock on the wall shows it in the rulebook's zone, without a zone, as leave is written."""
    return now.astimezone(ZoneInfo(timezone)).replace(tzinfo=None) if now.tzinfo else now


def _standing(rep: Rep, moment: datetime) -> Passed | None:
    if rep.status is Status.LEFT:
        return Passed.LEFT
    if rep.status is not Status.ACTIVE:
        return Passed.INACTIVE
    if rep.hired_on and rep.hired_on > moment.date():
        return Passed.NOT_HIRED_YET
    return None


def _on_leave(roster: Roster, moment: datetime, policy: LeavePolicy | None) -> dict[str, Passed]:
    before, after = (policy.before, policy.after) if policy else (timedelta(), timedelta())
    away = {
        leave.rep: Passed.LEAVE_BUFFER for leave in roster.leaves if leave.start - before <= moment < leave.end + after
    }
    return away | {leave.rep: Passed.ON_LEAVE for leave in roster.leaves if leave.start <= moment < leave.end}


def _paused(rep: Rep) -> Passed | None:
    return None if rep.weight > 0 else Passed.PAUSED
