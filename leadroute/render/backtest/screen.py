"""A backtest on the screen: what it comes to, the figures, people, caps, the review desk, won leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.render.backtest.about import conclusion, sources, title
from leadroute.render.backtest.figures import figures_grid
from leadroute.render.backtest.grid import screen_table
from leadroute.render.backtest.people import desk_grid, full_grid, months_grid, pools_grid, reps_grid
from leadroute.render.backtest.won import groups_grid, reps_won_grid
from leadroute.render.safe import as_text
from leadroute.render.screen.notes import notes_table
from leadroute.render.screen.view import ALERT, FAINT, STRONG
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from leadroute.model.rulebook import Language
    from leadroute.render.backtest.grid import Grid
    from leadroute.render.backtest.told import About, Told
    from leadroute.render.screen.view import View


def backtest_screen(told: Told, about: About, view: View) -> Group:
    """What to show."""
    head: list[RenderableType] = [as_text(title(told), STRONG), as_text(sources(told, about)), Text()]
    if about.broken:
        head.append(view.line("broken", ALERT, laws=", ".join(about.broken)))
    head += [as_text(line, STRONG if at == 0 else "") for at, line in enumerate(conclusion(told))]
    tables = (part for grid in grids(told) for part in _table(grid, view))
    notes: list[RenderableType] = [Text(), notes_table(about.notes, view)] if about.notes else []
    written = [as_text(told.say("written", file=about.file))] if about.file else []
    return Group(*head, Text(), *tables, *notes, *written, *fails(about, told.language))


def fails(about: About, language: Language) -> list[Text]:
    """Whether ``--fail-if`` is true, if there was one."""
    if not about.asked:
        return []
    claims = ", ".join(str(claim) for claim, _ in about.proof)
    said = say("compare.fails", language, claims=claims) if claims else say("compare.passes", language)
    return [as_text(said, ALERT if claims else "")]


def grids(told: Told) -> Iterator[Grid]:
    """Every table that has something to say."""
    yield figures_grid(told)
    yield reps_grid(told)
    yield months_grid(told)
    for grid in (pools_grid(told), full_grid(told)):
        if grid.lines:
            yield grid
    if any(one.review for one in told.found.new.steps):
        yield desk_grid(told)
    if told.found.ends is not None:
        if told.found.ends.learnt.owners_known:
            yield reps_won_grid(told, told.found.ends)
        yield groups_grid(told, told.found.ends)


def _table(grid: Grid, view: View) -> Iterator[RenderableType]:
    yield screen_table(grid, view)
    if grid.below:
        yield as_text(grid.below, FAINT)
        yield Text()
