"""Where everything of the picture stands: columns spread over one height, bands in the order of their other ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.render.web.parts import Drawing, Edge, Node

WIDTH = 1000.0
TOP, BOTTOM = 40.0, 8.0
_COLUMNS = ((0.0, 310.0), (420.0, 240.0), (780.0, 220.0))
"""Left edge and width of each column."""
_HEIGHTS, _GAPS = (32.0, 44.0, 28.0), (8.0, 14.0, 6.0)
_THIN, _THICK = 1.5, 15.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node and where it stands."""

    node: Node
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """An edge, the heights at which it leaves and arrives, its ends from left to right, its width."""

    edge: Edge
    x: tuple[float, float]
    y: tuple[float, float]
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture, ``height`` tall."""

    height: float
    columns: tuple[tuple[Box, ...], ...]
    bands: tuple[Band, ...]


def layout(drawing: Drawing) -> Layout:
    """Place everything."""
    columns = (drawing.rules, drawing.stations, drawing.reps)
    needed = [len(nodes) * (height + gap) - gap for nodes, height, gap in zip(columns, _HEIGHTS, _GAPS, strict=True)]
    inner = max(needed)
    boxes = tuple(_column(at, nodes, inner) for at, nodes in enumerate(columns))
    placed = {box.node.key: box for column in boxes for box in column}
    return Layout(TOP + inner + BOTTOM, boxes, _bands(drawing.edges, placed))


def column_left(at: int) -> float:
    """The left edge of a column."""
    return _COLUMNS[at][0]


def _column(at: int, nodes: Sequence[Node], inner: float) -> tuple[Box, ...]:
    """Boxes at even distances over the height."""
    (left, width), height = _COLUMNS[at], _HEIGHTS[at]
    share = inner / max(len(nodes), 1)
    return tuple(
        Box(node, left, TOP + share * (place + 0.5) - height / 2, width, height) for place, node in enumerate(nodes)
    )


def _bands(edges: Sequence[Edge], placed: Mapping[str, Box]) -> tuple[Band, ...]:
    most = max((edge.hits or 0 for edge in edges), default=0)
    leave, arrive = _ports(edges, placed, out=True), _ports(edges, placed, out=False)
    made = []
    for at, edge in enumerate(edges):
        start, end = placed[edge.start], placed[edge.end]
        width = _THIN + (_THICK - _THIN) * (edge.hits or 0) / most if most else _THIN
        made.append(Band(edge, (start.x + start.width, end.x), (leave[at], arrive[at]), width))
    return tuple(made)


def _ports(edges: Sequence[Edge], placed: Mapping[str, Box], *, out: bool) -> dict[int, float]:
    """The height at which each edge touches its box: spread over it, in the order of the boxes at the other ends."""
    of_box: dict[str, list[int]] = {}
    for at, edge in enumerate(edges):
        of_box.setdefault(edge.start if out else edge.end, []).append(at)
    found = {}
    for key, own in of_box.items():
        box = placed[key]
        own.sort(key=lambda at: placed[edges[at].end if out else edges[at].start].y)
        for place, at in enumerate(own):
            found[at] = box.y + box.height * (place + 0.5) / len(own)
    return found
