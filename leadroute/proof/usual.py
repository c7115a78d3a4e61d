"""Where to look for an example first: leads of values that rules name say more than an empty one."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.proof.axis import Axis, Cell
    from leadroute.proof.world import World


def usual(world: World) -> Iterator[tuple[int, ...]]:
    """The cells of each axis to look at: first only values that rules name, then any but blanks and ranges."""
    shown = world.shown
    for cells in (_named, _filled):
        masks = [cells(axis) & axis.shown or axis.shown for axis in world.axes]
        yield (*masks, *shown[len(masks) :])


def _named(axis: Axis) -> int:
    equal = [axis.masks[piece].sure for piece in axis.pieces if piece.operator == "eq"]
    return reduce(or_, equal) if equal else _filled(axis)


def _filled(axis: Axis) -> int:
    return sum(1 << bit for bit, cell in enumerate(axis.cells) if _is_filled(cell))


def _is_filled(cell: Cell) -> bool:
    values = (cell.values or {}).values()
    return not any(value.blank or value.number != value.upper for value in values)
