"""Conditions as values: a tree of all, any and none over tests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadroute.model.diagnostic import Place

NOWHERE = Place("")


class OnMissing(StrEnum):
    """What an unknown condition (a test met an empty field) counts as."""

    NO_MATCH = "no_match"
    MATCH = "match"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class TableRef:
    """A CSV or xlsx beside the rulebook whose values count as a list; ``column`` "" means its first column.

    ``values`` are filled in, folded, once the file has been read; ``None`` until then.
    """

    path: str
    column: str = ""
    values: frozenset[str] | None = None


Operand = str | bool | float | tuple[str, ...] | tuple[float, float] | TableRef
"""What an operator compares with.

Text and lists of text as written (folded when compiled); numbers as float; **dates and date-times as float seconds
since 1970 in the rulebook's zone's local time** (``between`` two of them); durations as float seconds.
"""


@dataclass(frozen=True, slots=True)
class Test:
    """``field: {operator: operand}``; ``on_missing`` overrides the rule's for this test."""

    field: str
    operator: str
    operand: Operand
    on_missing: OnMissing | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no part it always holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds."""

    parts: tuple[Condition, ...]


Condition = All | AnyOf | NoneOf | Test
ALWAYS = All(())
