"""Long lists of a comparison: leads by heading, and the leads themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.safe import as_text
from leadroute.render.screen.view import CAUTION, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.engine.compare import Tally
    from leadroute.render.compared.told import Compared
    from leadroute.render.screen.view import View

MOST = 15
"""So many leads, and lines of a table, are shown without ``--all``."""


def tally_table(heading: str, tallies: Sequence[Tally], told: Compared, view: View) -> Table:
    """A line for each rep, pool … whose leads are others than before, those with the largest difference first."""
    columns = map(told.say, ("before", "after", "difference", "gained", "lost"))
    table = view.table(told.say(heading), told.say(f"of_{heading}"), *columns)
    other = [one for one in tallies if one.gained or one.lost]
    shown = tallies if view.everything else sorted(other, key=lambda one: -abs(one.difference))[:MOST]
    for one in shown:
        style = CAUTION if one.difference else ""
        difference = as_text(f"{one.difference:+d}" if one.difference else "", style)
        moves = (str(one.gained or ""), str(one.lost or ""))
        table.add_row(as_text(told.name(heading, one)), str(one.before), str(one.after), difference, *moves)
    if not view.everything:
        rest = {"more": len(other) - len(shown), "alike": len(tallies) - len(other)}
        for key, count in rest.items():
            if count:
                table.add_row(as_text(told.say(key, count=count), FAINT))
    return table


def streams_table(told: Compared, view: View) -> Table:
    """The changed leads with the same rules, pools and reasons together: what a change does in a few lines."""
    columns = map(told.say, ("class", "rule", "row_pool", "reason", "leads"))
    table = view.table(told.say("streams"), *columns, text=4)
    shown = told.streams if view.everything else told.streams[:MOST]
    for at, count in shown:
        words = (as_text(change(before[at], after[at], told)) for before, after in told.decided_by)
        table.add_row(told.kinds[at], *words, str(count))
    if len(shown) < len(told.streams):
        table.add_row(as_text(told.say("more", count=len(told.streams) - len(shown)), FAINT))
    return table


def changed_table(told: Compared, view: View) -> Iterator[RenderableType]:
    """The leads decided differently: where each goes, by which rule and why, before and after."""
    count = len(told.found.changed)
    shown = count if view.everything else min(count, MOST)
    columns = map(told.say, ("lead", "class", "goes_to", "rule", "reason"))
    table = view.table(told.say("list"), *columns, text=5)
    rule, _, reason = told.decided_by
    to = (told.goes_to, rule, reason)
    vip = told.found.changed.vip & told.found.changed.moved
    for at in range(shown):
        kind = told.say("vip", kind=told.kinds[at]) if vip[at] else told.kinds[at]
        lead = as_text(told.leads[at])
        if told.leads[at] != told.places[at]:
            lead.append("\n").append_text(as_text(told.places[at], FAINT))
        table.add_row(lead, kind, *(as_text(change(before[at], after[at], told)) for before, after in to))
    yield table
    if shown < count:
        yield as_text(told.say("list_more", count=count - shown))


def change(before: str, after: str, told: Compared) -> str:
    """One thing before and after; once if it stays."""
    if before == after:
        return before or told.say("none")
    return told.say("to", before=before or told.say("none"), after=after or told.say("none"))
