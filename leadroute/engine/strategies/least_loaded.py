"""Least loaded: fewest open leads for one's weight first, counting what this run has already given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.strategies.way import Way, as_they_are

if TYPE_CHECKING:
    from leadroute.engine.strategies.way import Asking


def loads(asking: Asking, key: str) -> list[int]:  # noqa: ARG001 - the shape of a Rank
    """Open leads per weight, each scaled by the same number."""
    held = asking.open
    return [held[rep] * burden for rep, burden in zip(asking.members, asking.burden, strict=True)]


WAY = Way(as_they_are, loads)
