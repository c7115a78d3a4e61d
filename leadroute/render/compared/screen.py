"""A comparison on the screen: what it comes to, why, what it does to people, and the leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.engine.compare import Change
from leadroute.render.compared.about import conclusion, sources, title
from leadroute.render.compared.figures import figure_lines
from leadroute.render.compared.lists import changed_table, streams_table, tally_table
from leadroute.render.safe import as_text
from leadroute.render.screen.notes import notes_table
from leadroute.render.screen.view import ALERT, STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.render.compared.about import About
    from leadroute.render.compared.told import Compared
    from leadroute.render.screen.view import View


def compared_screen(told: Compared, about: About, view: View) -> Group:
    """What to show; of a change that changes nothing only that."""
    lines: list[RenderableType] = [as_text(line, STRONG) for line in conclusion(told)]
    if about.broken:
        lines.append(view.line("broken", ALERT, laws=", ".join(about.broken)))
    if not told.found.same:
        head: list[RenderableType] = [as_text(title(told), STRONG), as_text(sources(told, about)), Text()]
        lines = [*head, *lines, Text(), *_tables(told, view), *changed_table(told, view)]
    if about.notes:
        lines += [Text(), as_text(told.say("notes"), STRONG), notes_table(about.notes, view)]
    return Group(*lines, *_verdict(told, about))


def _tables(told: Compared, view: View) -> Iterator[RenderableType]:
    yield _classes(told, view)
    yield streams_table(told, view)
    yield _figures(told, view)
    for heading, tallies in told.found.tallies.items():
        if any(one.gained or one.lost for one in tallies):
            yield tally_table(heading, tallies, told, view)


def _classes(told: Compared, view: View) -> Table:
    changed = told.found.changed
    table = view.table(told.say("classes"), *map(told.say, ("class", "leads", "moved_leads", "what")), tail=1)
    for kind in Change:
        own = changed.kind == kind
        counts = (str(changed.of(kind)), str(int((own & changed.moved).sum())))
        table.add_row(told.say(kind.word), *counts, told.say(f"what_{kind.word}"))
    return table


def _figures(told: Compared, view: View) -> Table:
    table = view.table(told.say("figures"), *map(told.say, ("figure", "before", "after", "difference")))
    for line in figure_lines(told.found):
        sides = (line.shown(value, told.language) for value in (line.before, line.after))
        table.add_row(told.say(line.key), *sides, line.shown_difference(told.language))
    return table


def _verdict(told: Compared, about: About) -> list[Text]:
    written = [as_text(told.say("written", file=about.file))] if about.file else []
    return [*written, *_fails(told, about)]


def _fails(told: Compared, about: About) -> list[Text]:
    if not about.asked:
        return []
    if not about.proof:
        return [as_text(told.say("passes"))]
    claims = ", ".join(str(claim) for claim, _ in about.proof)
    return [as_text(told.say("fails", claims=claims), ALERT)]
