"""The headers of a decision table: what each column says, as people head columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.model.operators import OPERATORS
from leadroute.rulebook.decision.words import (
    DEMANDS,
    OFFERED_ROLES,
    OFFERED_SIGNS,
    ROLES,
    SIGNS,
    Role,
    bare,
    without_hints,
)
from leadroute.rulebook.findings import Findings
from leadroute.rulebook.reading import Reading
from leadroute.rulebook.spellings import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leadroute.rulebook.decision.page import Page
    from leadroute.rulebook.nodes import Scalar

    FieldOf = Callable[[str], str | None]

HEAD_ROWS = 20
"""Above the headers may stand a title and remarks, but not more than this."""

_OFTEN = (Role.IGNORED, Role.TARGET)
"""Columns there may be several of: remarks; and 动作 beside 组, of which the rows show whether they agree."""

_LONGEST = 80
_LEAST = 2
_EDGES = " \t\n_*＊:：-()（）[]【】"
_BRACKETS = str.maketrans(dict.fromkeys("()（）[]【】", " "))


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition: a field, the operator ("": as the cell says), whether its denial is meant."""

    field: str
    operator: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Demanded:
    """Something asked of the rep: ``require`` or ``prefer``, and what reps have."""

    key: str
    attribute: str


Meaning = Role | Asked | Demanded


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its number, from 1."""

    number: int
    head: Scalar
    meaning: Meaning


def fit(cells: Sequence[str]) -> float:
    """How well a row of cells heads a decision table: how many of them are understood."""
    known = Reading(Findings("")).field_of
    return float(sum(meaning(known, cell) is not None for cell in cells if cell.strip()))


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


def meaning(field_of: FieldOf, header: str) -> Meaning | None:
    """What a header says: a word of the table's own, a field, a field and an operator, something asked of the rep."""
    text = header.strip()[:_LONGEST]
    forms = (text, text.translate(_BRACKETS), without_hints(text))
    asked = (one for form in forms for one in _asked(field_of, form))
    # What stands in brackets may be an operator; only if it is none is it a remark.
    return _named(field_of, text) or next(asked, None) or _demanded(text) or _named(field_of, forms[-1])


def _understood(page: Page, row: int) -> int:
    cells = (page.cell(row, at).text for at in page.filled(row))
    return sum(meaning(page.reading.field_of, cell) is not None for cell in cells)


def _named(field_of: FieldOf, text: str) -> Role | Asked | None:
    """A word of the table's own, or a field."""
    if role := ROLES.get(bare(text)):
        return role
    field = field_of(text.strip(_EDGES))
    return Asked(field) if field else None


def _asked(field_of: FieldOf, text: str) -> Iterator[Asked]:
    """Every way to part a header into a field and an operator, the longest operator first."""
    for left, right in _parted(text):
        field = field_of(left.strip(_EDGES))
        if field and (sign := SIGNS.get(bare(right))):
            yield Asked(field, *sign)
    for left, right in reversed([*_parted(text)]):
        field = field_of(right.strip(_EDGES))
        if field and (sign := SIGNS.get(bare(left))):
            yield Asked(field, *sign)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """A text cut in two, but not within a word of Latin letters."""
    for at in range(1, len(text)):
        left, right = text[:at], text[at:]
        if not (_is_latin(left[-1]) and _is_latin(right[0])):
            yield left, right


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _demanded(text: str) -> Demanded | None:
    for left, right in _parted(text):
        key, what = DEMANDS.get(bare(left)), right.strip(_EDGES)
        if key and what and right[0] in _EDGES:
            return Demanded(key, attribute(what))
    return None


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
    for left, right in reversed([*_parted(head.value[:_LONGEST])]):
        word = right.strip(_EDGES)
        if word and reading.field_of(left.strip(_EDGES)) and right[0] in _EDGES:
            reading.unknown("LR251", _part(head, head.value.rindex(word), word), OFFERED_SIGNS)
            return
    for left, right in _parted(head.value[:_LONGEST]):
        word = left.strip(_EDGES)
        if word and bare(right) in SIGNS and right[0] in _EDGES:
            reading.unknown("LR250", _part(head, head.value.index(word), word), reading.field_names)
            return
    reading.unknown("LR250", head, (*reading.field_names, *OFFERED_ROLES))


def _part(head: Scalar, start: int, word: str) -> Scalar:
    return replace(head, value=word, at=replace(head.at, start=head.at.start + start, length=len(word)))
