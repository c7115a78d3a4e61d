"""Conditions traced for one lead: the truth of every part, and what the lead has in the field of every test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

import numpy as np

from leadroute.engine.conditions import FALSE, TRUE, UNKNOWN
from leadroute.model.rulebook import All, AnyOf, NoneOf, Test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.engine.conditions import Examiner
    from leadroute.model.rulebook import Condition
    from leadroute.tables.leads import Leads


class Truth(IntEnum):
    """The truth of a condition; unknown when it hangs on a value that is missing."""

    NO = FALSE
    UNKNOWN = UNKNOWN
    YES = TRUE


class Join(Enum):
    """How parts of a condition belong together."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Value:
    """What a lead has in a field: the clean text (``""``: nothing that can be used).

    ``written`` is what stands in the file where that could not be used, ``ground`` the field the text was inferred
    from. ``there`` is false when no file has such a column.
    """

    field: str
    text: str = ""
    written: str = ""
    ground: str = ""
    there: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """A test, what the lead has, and whether it holds."""

    test: Test
    value: Value
    truth: Truth


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts that belong together, and whether they hold as a whole."""

    join: Join
    parts: tuple[Traced, ...]
    truth: Truth


Traced = Judged | Joined


@dataclass(frozen=True, slots=True, eq=False)
class Tracer:
    """Traces conditions for one row.

    Conditions come twice: ``told`` as the rulebook says it, ``asked`` with its operands made comparable.
    """

    leads: Leads
    examiner: Examiner
    row: int

    def trace(self, told: Condition, asked: Condition) -> Traced:
        """The truth of a condition and of each of its parts."""
        truth = Truth(int(self.examiner.truth(asked, np.array([self.row]))[0]))
        if isinstance(told, Test):
            return Judged(told, self.value(told.field), truth)
        same = () if isinstance(asked, Test) else asked.parts
        return Joined(_join(told), tuple(self.trace(*pair) for pair in zip(told.parts, same, strict=True)), truth)

    def value(self, field: str) -> Value:
        """What the row has in a field."""
        leads, row = self.leads, self.row
        column = leads.columns.get(field)
        if column is None:
            return Value(field, there=False)
        code = int(column.codes[row])
        ground = "" if column.grounds is None else str(column.grounds[code])
        text = column.value(row)
        missing = bool(column.missing[code])
        written = str(leads.raw[field].iloc[row]) if missing and field in leads.raw else ""
        return Value(field, "" if missing else text, written, ground)


def judged(traced: Traced) -> Iterator[Judged]:
    """Every test of a condition, in the order of writing."""
    if isinstance(traced, Judged):
        yield traced
    else:
        for part in traced.parts:
            yield from judged(part)


def _join(condition: All | AnyOf | NoneOf) -> Join:
    match condition:
        case All():
            return Join.ALL
        case AnyOf():
            return Join.ANY
        case NoneOf():
            return Join.NONE
