"""Figures of both sides as people read them."""

from __future__ import annotations

from math import inf

import pytest

from leadroute.model.rulebook import Language
from leadroute.render.compared.figures import FigureLine
from leadroute.tables.sheet import Shape


@pytest.mark.parametrize(
    ("shape", "before", "after", "shown"),
    [
        (Shape.WHOLE, 3, 12, ("3", "12", "+9")),
        (Shape.WHOLE, 3, 3, ("3", "3", "")),
        (Shape.PERCENT, 0.05, 0.025, ("5.0%", "2.5%", "-2.5 points")),
        (Shape.PERCENT, 0.05, 0.0501, ("5.0%", "5.0%", "")),
        (Shape.DECIMAL, 1.2, 1.35, ("1.20", "1.35", "+0.15")),
        (Shape.DECIMAL, 1.2, 1.2001, ("1.20", "1.20", "")),
        (Shape.DECIMAL, inf, 2.0, ("infinite", "2.00", "-")),
        (Shape.DECIMAL, inf, inf, ("infinite", "infinite", "")),
        (Shape.DECIMAL, None, 2.0, ("-", "2.00", "-")),
        (Shape.DECIMAL, None, None, ("-", "-", "")),
    ],
)
def test_a_figure_and_what_became_of_it(
    shape: Shape, before: float | None, after: float | None, shown: tuple[str, str, str]
) -> None:
    line, language = FigureLine("gap", shape, before, after), Language.EN
    sides = (line.shown(before, language), line.shown(after, language))
    assert (*sides, line.shown_difference(language)) == shown
