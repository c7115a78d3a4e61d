"""What a header says, as people head columns: a word of the table's own, a field, a field and an operator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.rulebook.decision.words import DEMANDS, ROLES, SIGNS, Role, bare, narrow, without_hints
from leadroute.rulebook.findings import Findings
from leadroute.rulebook.reading import Reading
from leadroute.rulebook.spellings import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    FieldOf = Callable[[str], str | None]

LONGEST = 80
"""Letters of a header that are looked at."""

EDGES = " \t\n_*＊:：-()（）[]【】"
"""What may stand around a field or an operator."""

_BRACKETS = str.maketrans(dict.fromkeys("()（）[]【】", " "))
_COMPARES = frozenset("<>=≥≤")


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


def fit(cells: Sequence[str]) -> float:
    """How well a row of cells heads a decision table: how many of them are understood."""
    known = Reading(Findings("")).field_of
    return float(sum(meaning(known, cell) is not None for cell in cells if cell.strip()))


def meaning(field_of: FieldOf, header: str) -> Meaning | None:
    """What a header says: a word of the table's own, a field, a field and an operator, something asked of the rep."""
    text = header.strip()[:LONGEST]
    forms = (text, text.translate(_BRACKETS), without_hints(text))
    asked = (one for form in forms for one in _asked(field_of, form))
    said = _named(field_of, text) or next(asked, None) or _demanded(text)
    # What stands in brackets may be an operator; only if it cannot be meant for one is it a remark.
    return said or (None if _COMPARES & {*narrow(text)} else _named(field_of, forms[-1]))


def parted(text: str) -> Iterator[tuple[str, str]]:
    """A text cut in two, but not within a word of Latin letters."""
    for at in range(1, len(text)):
        left, right = text[:at], text[at:]
        if not (_is_latin(left[-1]) and _is_latin(right[0])):
            yield left, right


def _named(field_of: FieldOf, text: str) -> Role | Asked | None:
    """A word of the table's own, or a field."""
    if role := ROLES.get(bare(text)):
        return role
    field = field_of(text.strip(EDGES))
    return Asked(field) if field else None


def _asked(field_of: FieldOf, text: str) -> Iterator[Asked]:
    """Every way to part a header into a field and an operator, the longest operator first."""
    for left, right in parted(text):
        field = field_of(left.strip(EDGES))
        if field and (sign := SIGNS.get(bare(right))):
            yield Asked(field, *sign)
    for left, right in reversed([*parted(text)]):
        field = field_of(right.strip(EDGES))
        if field and (sign := SIGNS.get(bare(left))):
            yield Asked(field, *sign)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _demanded(text: str) -> Demanded | None:
    for left, right in parted(text):
        key, what = DEMANDS.get(bare(left)), right.strip(EDGES)
        if key and what and right[0] in EDGES:
            return Demanded(key, attribute(what))
    return None
