"""The figures of a backtest: what really happened, the old rulebook, the new one, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.outcome import Outcome
from leadroute.render.backtest.grid import Cell, Column, Grid
from leadroute.tables.sheet import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.backtest.played import Played
    from leadroute.render.backtest.told import Told

_OUTCOMES = (Outcome.ASSIGNED, Outcome.POOLED, Outcome.REVIEW, Outcome.ARCHIVED, Outcome.DUPLICATE, Outcome.INVALID)
Line = tuple[str, Shape, Cell]


def figures_grid(told: Told) -> Grid:
    """Every figure a manager asks for, one a line; numbers as texts, as their units differ from line to line."""
    sides = {key: list(lines) for key, lines in _sides(told)}
    columns = (Column(told.say("figure")), *(Column(told.say(key), Shape.WHOLE) for key in sides))
    named = [(key, shape) for key, shape, _ in sides["new"]]
    lines = tuple(
        (told.say(f"figure_{key}"), *(_shown(told, shape, side[at][2]) for side in sides.values()))
        for at, (key, shape) in enumerate(named)
    )
    return Grid("figures", told.say("figures"), columns, lines)


def _shown(told: Told, shape: Shape, value: Cell) -> str:
    return Column("", shape, digits=2).shown(value, told.language)


def _sides(told: Told) -> Iterator[tuple[str, Iterator[Line]]]:
    found = told.found
    if found.really is not None:
        yield "really", _of_truth(told)
    if found.old is not None:
        yield "old", _of_played(found.old)
    yield "new", _of_played(found.new)


def _of_played(played: Played) -> Iterator[Line]:
    for outcome in _OUTCOMES:
        yield outcome.word, Shape.WHOLE, played.count(outcome)
    part, whole = played.default
    yield "default", Shape.WHOLE, part
    yield "default_share", Shape.PERCENT, part / whole if whole else 0.0
    yield "held", Shape.WHOLE, played.held
    yield "ratio", Shape.DECIMAL, played.even.by_weight.ratio
    yield "jain", Shape.DECIMAL, played.even.jain
    yield "gap", Shape.DECIMAL, played.even.largest_gap


def _of_truth(told: Told) -> Iterator[Line]:
    """Of the truth only who had the leads is known."""
    had, even = told.found.had, told.found.really_even
    known: dict[str, Cell] = {"assigned": None if had is None else int(had.sum())}
    if even is not None:
        known |= {"ratio": even.by_weight.ratio, "jain": even.jain}
    for key, shape, _ in _of_played(told.found.new):
        yield key, shape, known.get(key)
