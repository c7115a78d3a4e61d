"""A backtest as a workbook for the meeting: what it comes to, then a sheet for each table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.render.backtest.about import conclusion, sources, title
from leadroute.render.backtest.grid import sheet
from leadroute.render.backtest.screen import fails, grids
from leadroute.tables.sheet import Workbook

if TYPE_CHECKING:
    from leadroute.render.backtest.told import About, Told


def backtest_workbook(told: Told, about: About) -> Workbook:
    """Sentences above the figures, then people, months, caps, the review desk, won leads: whole, however long."""
    first, *rest = (sheet(grid, told.language) for grid in grids(told))
    verdict = (line.plain for line in fails(about, told.language))
    above = (title(told), sources(told, about), *conclusion(told), *verdict)
    return Workbook((replace(first, above=above, title=told.say("sheet")), *rest))
