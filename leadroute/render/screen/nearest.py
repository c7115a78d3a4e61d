"""What single change would send a lead to a rep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.changes import What
from leadroute.render.screen.view import FAINT

if TYPE_CHECKING:
    from rich.text import Text

    from leadroute.engine.explain.changes import Change, Nearest
    from leadroute.engine.explain.explanation import Explanation
    from leadroute.render.screen.page import Page


def nearest_lines(told: Nearest, found: Explanation, page: Page) -> list[Text]:
    """The first change of each kind that does it, and on what they were tried."""
    rep = page.rep(told.rep)
    lines = page.heading(page.say("nearest", rep=rep))
    if found.rep == told.rep:
        return [*lines, *page.lines(page.say("nearest_has", rep=rep))]
    if not told.put:
        return [*lines, *page.lines(page.say("nearest_not_put"))]
    for one in told.changes:
        lines += page.lines(change_text(one, rep, page))
    if not told.changes:
        lines += page.lines(page.say("nearest_none", rep=rep))
    return [*lines, *page.lines(page.say("nearest_tried", count=told.tried), style=FAINT)]


def change_text(one: Change, rep: str, page: Page) -> str:
    """One change, as a condition that would have to be so."""
    if one.what is What.FIELD:
        return page.say("change_field", field=page.teller.field(one.name), value=one.value or page.say("blank"))
    name = page.word(f"period.{one.name}") if one.what is What.CAP else one.name
    return page.say(f"change_{one.what.value}", rep=rep, name=name, value=one.value)
