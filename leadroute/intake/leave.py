"""Leave: whole days, half days and times, from a leave table or from columns of the roster."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from leadroute.intake.clean.date_forms import read_date
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.fold import fold
from leadroute.model.rep import Leave

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.intake.rep_cells import Row
    from leadroute.model.rep import Roster

_HALF = re.compile(r"[\s(]*(上午|下午|am|pm|morning|afternoon)[\s)]*$")
_SECOND_HALF = {"下午", "pm", "afternoon"}
_CLOCK = re.compile(r"\d[:点时]")
_DAY, _NOON = timedelta(days=1), timedelta(hours=12)


def read_leaves(rows: Sequence[Row], roster: Roster, found: list[Diagnostic]) -> tuple[Leave, ...]:
    """Read the leave of each row; who is not on the roster and dates that make no sense are reported."""
    leaves = {leave for row in rows if (leave := _leave(row, roster, found))}
    return tuple(sorted(leaves, key=lambda leave: (leave.rep, leave.start, leave.end, leave.reason)))


def start_of(text: str) -> datetime | None:
    """The moment a leave begins: midnight, noon for 下午, or the time given."""
    day, half = _parts(text)
    return day + _NOON if day and half in _SECOND_HALF else day


def end_of(text: str) -> datetime | None:
    """The moment a leave is over: the midnight after its last day, noon for 上午, or the time given."""
    day, half = _parts(text)
    if day is None or (not half and _CLOCK.search(text) and day.time() != datetime.min.time()):
        return day
    return day + (_NOON if half and half not in _SECOND_HALF else _DAY)


def _parts(text: str) -> tuple[datetime | None, str]:
    folded = fold(text)
    half = _HALF.search(folded)
    day, _ = read_date(folded[: half.start()] if half else folded)
    return (day.replace(tzinfo=None) if day else None), (half[1] if half else "")


def _leave(row: Row, roster: Roster, found: list[Diagnostic]) -> Leave | None:
    begun, ended = row.get("leave_start"), row.get("leave_end")
    if not begun and not ended:
        return None
    at = roster.find(row.who)
    if at is None:
        found.append(Diagnostic("LR529", Severity.WARNING, row.place("name"), facts(who=row.who)))
        return None
    if not begun or not ended:
        found.append(Diagnostic("LR532", Severity.ERROR, row.place("leave_end" if begun else "leave_start")))
        return None
    start, end = start_of(begun), end_of(ended)
    for label, text, moment in (("leave_start", begun, start), ("leave_end", ended, end)):
        if moment is None:
            found.append(Diagnostic("LR527", Severity.ERROR, row.place(label), facts(value=text)))
    if start is None or end is None:
        return None
    if end <= start:
        told = facts(start=begun, end=ended)
        found.append(Diagnostic("LR528", Severity.ERROR, row.place("leave_end"), told))
        return None
    return Leave(roster.reps[at].id, start, end, row.get("reason"))
