"""An example of a cell at another moment: what is a week old then has another date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.proof.pieces import AGED
from leadroute.proof.samples import moment_value
from leadroute.proof.values import Around, holds
from leadroute.rulebook.moments import to_seconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from leadroute.proof.axis import Axis, Cell
    from leadroute.proof.values import Value


def moved(axis: Axis, cell: Cell, around: Around, moment: datetime) -> Mapping[str, Value] | None:
    """The example of a cell as it is at a moment; ``None`` if its days and ages do not go together then."""
    values = dict(cell.values or {})
    then = Around(to_seconds(moment), around.reps)
    if then.now == around.now or not any(piece.operator in AGED for piece in axis.pieces):
        return values
    (name,) = axis.fields
    given = values[name]
    shifted = given if given.number is None else moment_value(given.number + then.now - around.now)
    for value in (shifted, given):
        if all(holds(piece, value, then) is mark for piece, mark in zip(axis.pieces, cell.marks, strict=True)):
            return {name: value}
    return None
