"""The headers of a decision table: which row they are, and what each column says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.operators import OPERATORS
from leadroute.rulebook.decision.meanings import EDGES, LONGEST, Asked, meaning, parted
from leadroute.rulebook.decision.words import OFFERED_ROLES, OFFERED_SIGNS, SIGNS, Role, bare

if TYPE_CHECKING:
    from leadroute.rulebook.decision.meanings import Meaning
    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.nodes import Scalar

HEAD_ROWS = 20
"""Above the headers may stand a title and remarks, but not more than this."""

_OFTEN = (Role.IGNORED, Role.TARGET)
"""Columns there may be several of: remarks; and 动作 beside 组, of which the rows show whether they agree."""

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its number, from 1."""

    number: int
    head: Scalar
    meaning: Meaning


def header_row(page: Page) -> int:
    """The row that looks most like headers: half of its cells, and two or more, are understood.

    Without one it is the first row with two cells; 0 without any. A row of groups above the headers fits less well.
    """
    rows = [row for row in range(1, min(page.height, HEAD_ROWS) + 1) if len(page.filled(row)) >= _LEAST]
    known: dict[int, int] = {}
    for row in rows:
        understood, cells = _understood(page, row), len(page.filled(row))
        if understood >= max(_LEAST, cells / 2):
            known[row] = understood
        if row - 1 in known and known[row - 1] == len(page.filled(row - 1)):
            break  # headers, and what is below them
    return max(known, key=known.__getitem__) if known else next(iter(rows), 0)


def columns(page: Page, row: int) -> tuple[Column, ...]:
    """Every column that means something; a header nobody understands is reported."""
    read = (_column(page, row, at) for at in page.filled(row))
    found = [one for one in read if one is not None]
    first: dict[Meaning, Column] = {}
    for one in found:
        if isinstance(one.meaning, Asked) or one.meaning in _OFTEN:
            continue
        if one.meaning in first:
            also = first[one.meaning].head.at
            page.reading.found.error("LR252", one.head.at, also=also, header=one.head.value)
        first.setdefault(one.meaning, one)
    return tuple(one for one in found if first.get(one.meaning, one) is one)


def _understood(page: Page, row: int) -> int:
    cells = (page.cell(row, at).text for at in page.filled(row))
    return sum(meaning(page.reading.field_of, cell) is not None for cell in cells)


def _column(page: Page, row: int, at: int) -> Column | None:
    head = page.scalar(row, at)
    said = meaning(page.reading.field_of, head.value)
    if said is None:
        _report(page, head)
        return None
    own = page.reading.own_field(head.value)
    if isinstance(said, Role) and own:
        page.reading.found.error("LR223", head.at, alias=head.value, first=said.value, second=own)
        return None
    return Column(at, head, said) if not isinstance(said, Asked) or _suits(page, head, said) else None


def _suits(page: Page, head: Scalar, asked: Asked) -> bool:
    """Does the operator suit the kind of the field?"""
    kind, suits = page.reading.kinds[asked.field], OPERATORS[asked.operator].kinds if asked.operator else frozenset()
    if suits and kind not in suits:
        told = ", ".join(sorted(suits))
        page.reading.found.error("LR208", head.at, operator=asked.operator, field=asked.field, kind=kind, suits=told)
        return False
    return True


def _report(page: Page, head: Scalar) -> None:
    """A header nobody understands: its operator if its field is known, its field if its operator is, else all of it."""
    reading = page.reading
    for left, right in reversed([*parted(head.value[:LONGEST])]):
        word = right.strip(EDGES)
        if word and reading.field_of(left.strip(EDGES)) and right[0] in EDGES:
            reading.unknown("LR251", _part(head, head.value.rindex(word), word), OFFERED_SIGNS)
            return
    for left, right in parted(head.value[:LONGEST]):
        word = left.strip(EDGES)
        if word and bare(right) in SIGNS and right[0] in EDGES:
            reading.unknown("LR250", _part(head, head.value.index(word), word), reading.field_names)
            return
    reading.unknown("LR250", head, (*reading.field_names, *OFFERED_ROLES))


def _part(head: Scalar, start: int, word: str) -> Scalar:
    return replace(head, value=word, at=replace(head.at, start=head.at.start + start, length=len(word)))
