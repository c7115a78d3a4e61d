"""An axis: one field of a lead, cut into cells that no test of the rulebook tells apart.

A cell with an example is a value and what holds of it. A cell without one stands for values nobody has seen: pieces
that look at a part of their text, or at a list that is not known, may hold there or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.proof import samples
from leadroute.proof.pieces import AGED, MEASURED, is_soft
from leadroute.proof.values import BLANK, Value, hold_all, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from leadroute.proof.ranges import Use
    from leadroute.proof.values import Around, Piece

OPEN = "open"
Mark = bool | str | None
"""Whether a piece holds in a cell; ``None`` unknown to the engine too, ``OPEN`` when it differs within the cell."""


_SIGNS = {True: ord("s"), None: ord("u"), OPEN: ord("o"), False: ord("n")}
_TABLES = [bytes(49 if sign == ord(wanted) else 48 for sign in range(256)) for wanted in "suo"]
"""From a sign for each mark to the binary digits of one of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Values that are alike: an example by field (``None``: none is known), and a mark for each piece."""

    values: Mapping[str, Value] | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Masks:
    """The cells in which a piece surely holds, in which it is unknown, and in which it may hold or not, as bits."""

    sure: int
    unknown: int
    open: int


@dataclass(frozen=True)
class Axis:
    """The cells of one field, or of several that depend on each other; the plainest examples come first.

    ``partial``: there would be too many, so one cell stands for all ranges of numbers, and any piece may hold there.
    """

    fields: tuple[str, ...]
    pieces: tuple[Piece, ...]
    cells: tuple[Cell, ...]
    partial: bool = False

    @cached_property
    def masks(self) -> Mapping[Piece, Masks]:
        """Where each piece holds."""
        columns = zip(self.pieces, zip(*(cell.marks for cell in self.cells), strict=True), strict=True)
        return {piece: _masks(column) for piece, column in columns}

    @property
    def full(self) -> int:
        """All cells, as bits."""
        return (1 << len(self.cells)) - 1

    @cached_property
    def shown(self) -> int:
        """The cells with an example, as bits."""
        return _masks([cell.values is not None for cell in self.cells]).sure


@dataclass(frozen=True, slots=True)
class Subject:
    """A field with its kind and all pieces about it, and the use each rule makes of them.

    ``loose``: texts spelled otherwise may be compared as equal.
    """

    name: str
    kind: Kind
    pieces: tuple[Piece, ...]
    loose: bool = False
    rules: tuple[frozenset[Use], ...] = ()


def field_axis(subject: Subject, around: Around) -> Axis:
    """The axis of a field that depends on no other."""
    hidden = frozenset(piece for piece in subject.pieces if _is_hidden(piece, subject, around))
    between = samples.ranges(subject.pieces, subject.rules) if subject.kind is Kind.NUMBER else []
    values = [*_samples(subject, around), *(between or ()), BLANK]
    columns = [_column(piece, values, around, piece in hidden) for piece in subject.pieces]
    rows = zip(*columns, strict=True) if columns else [()] * len(values)
    seen = [Cell({subject.name: value}, marks) for value, marks in zip(values, rows, strict=True)]
    unlike = [_any_value(subject)] if between is None else []
    cells = _distinct((*seen, *_unseen(subject, seen, around), *unlike))
    return Axis((subject.name,), subject.pieces, cells, partial=between is None)


def joint_axis(fields: Sequence[Subject], rows: Iterable[Mapping[str, Value]], around: Around) -> Axis:
    """The axis of fields that depend on each other, from the rows they may have together."""
    pieces = tuple(piece for field in fields for piece in field.pieces)
    cells = [Cell(row, tuple(holds(piece, row[piece.field], around) for piece in pieces)) for row in rows]
    return Axis(tuple(field.name for field in fields), pieces, _distinct(cells))


def _samples(subject: Subject, around: Around) -> list[Value]:
    if subject.kind is Kind.NUMBER:
        return samples.numbers(subject.pieces)
    if subject.kind is Kind.DATE:
        return samples.moments(subject.pieces, around.now)
    return samples.texts(subject.pieces, subject.kind, around)


def _is_hidden(piece: Piece, subject: Subject, around: Around) -> bool:
    """A list that is not known, or whose values may be spelled otherwise."""
    unknown = piece.operator == "in_rep" and around.reps is None
    unread = piece.operator == "in_table" and getattr(piece.operand, "values", None) is None
    listed = piece.operator in {"in_rep", "in_table"}
    return unknown or unread or (listed and (subject.loose or subject.kind in MEASURED))


def _marks(pieces: Sequence[Piece], value: Value, around: Around, hidden: frozenset[Piece]) -> tuple[Mark, ...]:
    return tuple(OPEN if piece in hidden and not value.blank else holds(piece, value, around) for piece in pieces)


def _column(piece: Piece, values: Sequence[Value], around: Around, hidden: bool) -> Sequence[Mark]:  # noqa: FBT001 - private
    marks = hold_all(piece, values, around)
    return [OPEN if not value.blank else mark for value, mark in zip(values, marks, strict=True)] if hidden else marks


def _unseen(subject: Subject, seen: Sequence[Cell], around: Around) -> list[Cell]:
    """The cells of values that were not looked at."""
    filled = [cell for cell in seen if cell.values and not cell.values[subject.name].blank]
    if subject.kind is Kind.DATE:
        filled = [*filled, *_other_times(subject, filled)]
    if subject.kind in MEASURED:
        unseen = filled if any(map(is_soft, subject.pieces)) else filled[len(seen) - 1 :]
        return [_opened(cell, subject.pieces, is_soft) for cell in unseen]
    if subject.loose:
        return [_any_value(subject)]
    blurred = is_soft if subject.kind is not Kind.TEXT else _is_pattern
    known = [_opened(cell, subject.pieces, blurred) for cell in filled]
    # What equals nothing that is named: the word no rule can have, with every soft piece open.
    hidden = frozenset(piece for piece in subject.pieces if is_soft(piece) or _is_hidden(piece, subject, around))
    return [*known, Cell(None, _marks(subject.pieces, Value("\0", "\0"), around, hidden))]


def _any_value(subject: Subject) -> Cell:
    """Any value but a blank: whatever is asked of it may hold or not."""
    return Cell(None, tuple(False if one.operator == "empty" else OPEN for one in subject.pieces))


def _is_pattern(piece: Piece) -> bool:
    """Patterns look at the text before it is folded: equal texts may differ in what they see."""
    return piece.operator == "matches"


def _opened(cell: Cell, pieces: Sequence[Piece], which: Callable[[Piece], bool]) -> Cell:
    return Cell(None, tuple(OPEN if which(p) else mark for p, mark in zip(pieces, cell.marks, strict=True)))


def _other_times(subject: Subject, filled: Sequence[Cell]) -> list[Cell]:
    """At another moment the same day has another age: every age with every day."""
    aged = [piece.operator in AGED for piece in subject.pieces]
    if all(aged) or not any(aged):
        return []
    days, ages = (
        list(
            dict.fromkeys(tuple(m for m, old in zip(cell.marks, aged, strict=True) if old is which) for cell in filled)
        )
        for which in (False, True)
    )
    return [Cell(None, _woven(aged, day, age)) for day, age in product(days, ages)]


def _woven(aged: Sequence[bool], day: Sequence[Mark], age: Sequence[Mark]) -> tuple[Mark, ...]:
    days, ages = iter(day), iter(age)
    return tuple(next(ages) if old else next(days) for old in aged)


def _masks(marks: Sequence[Mark]) -> Masks:
    """The positions of each mark as bits, the first one lowest."""
    signs = bytes(map(_SIGNS.__getitem__, reversed(marks)))
    return Masks(*(int(signs.translate(table) or b"0", 2) for table in _TABLES))


def _distinct(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The first cell of each kind; one with an example makes one without needless."""
    found: dict[tuple[Mark, ...], Cell] = {}
    for cell in cells:
        if found.setdefault(cell.marks, cell).values is None and cell.values is not None:
            found[cell.marks] = cell
    return tuple(found.values())
