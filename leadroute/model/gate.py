"""A gate: a figure of a run that must not be above a limit, or nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


class Figure(StrEnum):
    """What a gate looks at. Leads that waited in the open pool of earlier runs do not count."""

    UNASSIGNED = "unassigned"  # in the open pool or in review, of the leads decided
    POOLED = "pooled"  # in the open pool, of the leads decided
    REVIEW = "review"  # in review, of the leads decided
    DEFAULT_RATE = "default_rate"  # decided by no rule, of the leads put to the rules
    DUPLICATE = "duplicate"  # of all rows
    INVALID = "invalid"  # of all rows
    ARCHIVED = "archived"  # of all rows


@dataclass(frozen=True, slots=True)
class Gate:
    """At most so many rows, or such a ``share`` of those the figure is a part of."""

    figure: Figure
    limit: Fraction
    share: bool

    def __str__(self) -> str:
        """Return the gate as people type it."""
        amount = percent(self.limit) if self.share else str(self.limit)
        return f"{self.figure} > {amount}"


@dataclass(frozen=True, slots=True)
class Tripped:
    """A gate that was passed: the figure is ``count`` of ``rows``."""

    gate: Gate
    count: int
    rows: int


def percent(share: Fraction) -> str:
    """A share as people type it, to the six decimals they can give."""
    return f"{float(share * 100):.6f}".rstrip("0").rstrip(".") + "%"
