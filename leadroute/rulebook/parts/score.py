"""``score:`` and ``lanes:``: points, grades, and who goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rep import PERIODS
from leadroute.model.rulebook import Lane, Points, Score
from leadroute.rulebook import scalars
from leadroute.rulebook.part import entries, list_of, open_part
from leadroute.rulebook.parts.conditions import when

if TYPE_CHECKING:
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.reading import Reading


def score(reading: Reading, node: Node) -> Score:
    """Read points, limits and grades."""
    part = open_part(reading, node, "score")
    points = part.take("points", list_of(_points), ())
    limits = dict(part.take("limits", _numbers, ()))
    grades = part.take("grades", _grades, ())
    _check_limits(reading, part.given.get("limits"), {one.group for one in points if one.group})
    return Score(points, limits, grades)


def lanes(reading: Reading, node: Node) -> tuple[Lane, ...]:
    """Read the lanes in their order."""
    return list_of(_lane)(reading, node)


def _points(reading: Reading, node: Node) -> Points:
    part = open_part(reading, node, "points")
    return Points(
        add=part.take("add", scalars.number, 0.0),
        when=when(part),
        name=part.take("name", scalars.text, ""),
        group=part.take("group", scalars.text, ""),
        place=part.place,
    )


def _numbers(reading: Reading, node: Node) -> tuple[tuple[str, float], ...]:
    read = ((entry.key.value, scalars.number(reading, entry.value)) for entry in entries(reading, node))
    return tuple((name, value) for name, value in read if value is not None)


def _grades(reading: Reading, node: Node) -> tuple[tuple[str, float], ...]:
    """From the highest threshold down; two grades at one threshold leave one that nobody gets."""
    grades = _numbers(reading, node)
    at = {entry.key.value: entry.key.at for entry in entries(reading, node)}
    seen: dict[float, str] = {}
    for name, threshold in grades:
        if seen.setdefault(threshold, name) != name:
            reading.found.error("LR225", at[name], also=at[seen[threshold]], number=f"{threshold:g}")
    return tuple(sorted(grades, key=lambda grade: -grade[1]))


def _check_limits(reading: Reading, node: Node | None, groups: set[str]) -> None:
    for entry in entries(reading, node) if node else ():
        if entry.key.value not in groups:
            reading.unknown("LR217", entry.key, tuple(sorted(groups)))


def _lane(reading: Reading, node: Node) -> Lane:
    part = open_part(reading, node, "lanes")
    return Lane(
        name=part.take("name", scalars.text, ""),
        when=when(part),
        exempt=part.take("exempt", _exempt, frozenset[str]()),
        place=part.place,
    )


def _exempt(reading: Reading, node: Node) -> frozenset[str]:
    words = (scalars.word_of(reading, one, PERIODS) for one in scalars.nodes(reading, node))
    return frozenset(word for word in words if word)
