"""Statements about a lead: its value on an axis is among some cells, and all or some of such statements.

Cells are bits of a whole number. There is no negation: ``denied`` turns a statement into the opposite one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Among:
    """The lead's cell on an axis is one of ``cells``."""

    axis: int
    cells: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; with no part it always holds."""

    parts: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; with no part it never holds."""

    parts: tuple[Statement, ...]


Statement = Among | Every | Some
HOLDS = Every(())
FAILS = Some(())
"""The statements that always and never hold; there is one of each, so that looking is quick."""


def every(parts: Iterable[Statement]) -> Statement:
    """All of these, with those about one axis taken together."""
    cells: dict[int, int] = {}
    others: list[Statement] = []
    for part in _flat(parts, Every):
        if isinstance(part, Among):
            cells[part.axis] = cells.get(part.axis, part.cells) & part.cells
        elif part is FAILS:
            return FAILS
        else:
            others.append(part)
    if not all(cells.values()):
        return FAILS
    found = (*(Among(axis, among) for axis, among in cells.items()), *others)
    return (found[0] if len(found) == 1 else Every(found)) if found else HOLDS


def some(parts: Iterable[Statement]) -> Statement:
    """At least one of these, with those about one axis taken together."""
    cells: dict[int, int] = {}
    others: list[Statement] = []
    for part in _flat(parts, Some):
        if isinstance(part, Among):
            cells[part.axis] = cells.get(part.axis, 0) | part.cells
        elif part is HOLDS:
            return HOLDS
        else:
            others.append(part)
    found = (*(Among(axis, among) for axis, among in cells.items() if among), *others)
    return (found[0] if len(found) == 1 else Some(found)) if found else FAILS


def denied(statement: Statement, full: Sequence[int]) -> Statement:
    """What holds exactly where the statement does not; ``full`` are all cells of each axis."""
    match statement:
        case Among(axis, cells):
            return Among(axis, full[axis] & ~cells)
        case Every(parts):
            return some(denied(part, full) for part in parts)
        case Some(parts):
            return every(denied(part, full) for part in parts)


def _flat(parts: Iterable[Statement], kind: type[Every | Some]) -> Iterable[Statement]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part
