"""The figures of both sides, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from leadroute.render.screen.view import percent
from leadroute.render.words import say
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.compare import Comparison, Figures
    from leadroute.model.rulebook import Language
    from leadroute.model.stop import Amount, Claim

_POINTS, _DIGITS = 100, 2


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure before and after (``None``: there is nothing to measure); shares run from 0 to 1."""

    key: str
    shape: Shape
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """After minus before, where both are numbers."""
        if self.before is None or self.after is None or not (isfinite(self.before) and isfinite(self.after)):
            return None
        return round(self.after - self.before, 6) + 0.0

    def shown(self, value: float | None, language: Language) -> str:
        """One of the two as people read it."""
        if value is None:
            return "-"
        if not isfinite(value):
            return say("screen.infinite", language)
        return {Shape.WHOLE: f"{value:.0f}", Shape.PERCENT: percent(value)}.get(self.shape, f"{value:.2f}")

    def shown_difference(self, language: Language) -> str:
        """The difference with its sign, blank for none."""
        found = self.difference
        if found is None:
            return "" if self.before == self.after else "-"
        if self.shape is Shape.WHOLE:
            return f"{found:+.0f}" if found else ""
        if self.shape is Shape.PERCENT:
            points = round(found * _POINTS, 1)
            return say("compare.points", language, points=f"{points:+.1f}") if points else ""
        return f"{found:+.2f}" if round(found, _DIGITS) else ""


def figure_lines(found: Comparison) -> tuple[FigureLine, ...]:
    """Every figure a manager asks for."""
    sides = [list(_figures(figures)) for figures in found.figures]
    pairs = zip(*sides, strict=True)
    return tuple(FigureLine(key, shape, before, after) for (key, shape, before), (_, _, after) in pairs)


def amount_text(claim: Claim, amount: Amount) -> str:
    """What a figure is, for whoever set a limit to it."""
    if amount.value is not None and not isfinite(amount.value):
        return "inf"
    if amount.whole is None:
        return f"{float(amount.value or 0):.2f}"
    part = f"{float(amount.value or 0):.0f} / {amount.whole}"
    return f"{part}, {percent(float(amount.share))}" if claim.share else part


def _figures(of: Figures) -> Iterator[tuple[str, Shape, float | None]]:
    yield "default_rate", Shape.WHOLE, float(of.default.value or 0)
    yield "default_share", Shape.PERCENT, float(of.default.share)
    yield "review_load", Shape.WHOLE, float(of.review.value or 0)
    yield "review_share", Shape.PERCENT, float(of.review.share)
    yield "unassigned", Shape.WHOLE, float(of.unassigned.value or 0)
    yield "balance_ratio", Shape.DECIMAL, of.balance_ratio
    yield "jain", Shape.DECIMAL, of.jain
    yield "gap", Shape.DECIMAL, of.gap
    yield "cap_hits", Shape.WHOLE, of.cap_hits
    yield "at_cap", Shape.WHOLE, of.at_cap
    yield "idle", Shape.WHOLE, of.idle
