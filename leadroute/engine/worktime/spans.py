"""Stretches of time put together, laid over each other, and turned inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.worktime.clock import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

Spans = tuple[Stretch, ...]
"""Stretches in order, apart from each other."""


def united(stretches: Iterable[Stretch]) -> Spans:
    """What any of them covers; stretches that touch are one."""
    found: list[Stretch] = []
    for one in sorted(stretches):
        if found and one.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, one.end))
        elif one.start < one.end:
            found.append(one)
    return tuple(found)


def common(each: Sequence[Spans]) -> Spans:
    """What all of them cover; of none at all, nothing."""
    first, *rest = each or ((),)
    for other in rest:
        first = united(
            Stretch(max(one.start, two.start), min(one.end, two.end))
            for one in first
            for two in other
            if max(one.start, two.start) < min(one.end, two.end)
        )
    return first


def between(stretches: Iterable[Stretch], start: datetime, end: datetime) -> Spans:
    """What lies between stretches in order, from ``start`` to the first that begins at ``end`` or later."""
    found, reached = [], start
    for one in stretches:
        if one.start > reached:
            found.append(Stretch(reached, one.start))
        reached = max(reached, one.end)
        if one.start >= end:
            break
    return tuple(found)
