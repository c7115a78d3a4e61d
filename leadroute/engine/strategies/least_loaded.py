"""Least loaded: fewest open leads for one's weight first, counting what this run has already given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.strategies.way import Way, as_they_are

if TYPE_CHECKING:
    from fractions import Fraction

    from leadroute.engine.strategies.way import Asking


def load(rep: int, asking: Asking) -> Fraction:
    """Open leads per weight."""
    return asking.open[rep] / asking.weights[rep]


WAY = Way(as_they_are, load)
