"""What stood between a rep and a lead, in words and with what shows it."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from leadroute.engine.eligible import attribute_values

if TYPE_CHECKING:
    from datetime import datetime

    from leadroute.engine.caps import Reached
    from leadroute.engine.eligible import Need
    from leadroute.engine.explain.obstacles import Obstacle
    from leadroute.render.screen.page import Page

_SHOWN = 6


def obstacle_text(one: Obstacle, rep: int, page: Page) -> str:
    """Why a rep could not take a lead."""
    why = page.word(f"passed.{one.why.word}")
    if one.need is not None:
        return _need(one.need, rep, why, page)
    if one.leave is not None:
        first, last = _day(one.leave.start), _day(one.leave.end, ends=True)
        return page.say("leave", why=why, first=first, last=last)
    return _cap(one.cap, why, page) if one.cap is not None else why


def _need(need: Need, rep: int, why: str, page: Page) -> str:
    if not need.values:
        return page.say("needs_unknown", why=why)
    has = sorted(attribute_values(page.plan.roster.reps[rep], need.attribute))
    own = page.say("has", values=page.joined(has[:_SHOWN], "sheet.listed")) if has else page.say("has_none")
    return page.say("needs", why=why, values=page.joined(list(need.values), "sheet.listed"), rep=own)


def _cap(cap: Reached, why: str, page: Page) -> str:
    if not cap.pool:
        return page.say("cap", why=why, count=cap.count, cap=cap.cap)
    key, period = "cap_whole" if cap.whole else "cap_pool", page.word(f"period.{cap.period}")
    return page.say(key, pool=page.view.pool(cap.pool), period=period, count=cap.count, cap=cap.cap)


def _day(moment: datetime, *, ends: bool = False) -> str:
    """A day, with the time unless it is a whole day; a leave that ends at midnight ended the day before."""
    if moment.time() != time():
        return f"{moment:%Y-%m-%d %H:%M}"
    return f"{moment - timedelta(days=1) if ends else moment:%Y-%m-%d}"
