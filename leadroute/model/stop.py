"""When a comparison of two rulebooks is to fail: claims about named figures, joined by *and* and *or*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING

from leadroute.model.gate import Figure, percent

if TYPE_CHECKING:
    from collections.abc import Mapping


class Moves(StrEnum):
    """What can be counted of the difference: leads, of those that either side decides."""

    CHANGED = "changed"  # decided differently in any way
    MOVED = "moved"  # another rep, or another outcome
    DIRECT = "direct"
    CASCADE = "cascade"
    HYGIENE = "hygiene"
    VIP_MOVED = "vip_moved"  # moved, and in the first lane or of the best grade on either side


class Measured(StrEnum):
    """What is measured of the new side and is no number of leads out of others."""

    BALANCE_RATIO = "balance_ratio"
    MAX_GAP = "max_gap"


FIGURES: tuple[str, ...] = (*Moves, *Figure, *Measured)
"""Every figure there is to speak of."""


class Sign(StrEnum):
    """How a figure is compared with a limit."""

    AT_LEAST = ">="
    AT_MOST = "<="
    IS = "=="
    ABOVE = ">"
    BELOW = "<"


_COMPARED = {Sign.AT_LEAST: ge, Sign.AT_MOST: le, Sign.IS: eq, Sign.ABOVE: gt, Sign.BELOW: lt}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure: ``value``, and the number of leads it is a part of (``None``: of none).

    A value of ``None`` is not known: there is nothing to measure. It may be infinite.
    """

    value: Fraction | float | None
    whole: int | None = None

    @property
    def share(self) -> Fraction:
        """The part of the whole; of nothing it is nothing."""
        return Fraction(self.value or 0) / self.whole if self.whole else Fraction(0)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure above, below or at a limit: a number, or with ``share`` a part of the leads it is a part of."""

    figure: str
    sign: Sign
    limit: Fraction
    share: bool

    def __str__(self) -> str:
        """Return the claim as people type it."""
        limit = percent(self.limit) if self.share else f"{float(self.limit):.15g}"
        return f"{self.figure} {self.sign} {limit}"

    def holds(self, amount: Amount) -> bool:
        """Whether it is so; of what is not known nothing is so."""
        value = amount.share if self.share else amount.value
        return value is not None and bool(_COMPARED[self.sign](value, self.limit))


@dataclass(frozen=True, slots=True)
class Both:
    """All parts."""

    parts: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part."""

    parts: tuple[Stop, ...]


Stop = Claim | Both | Either


def proved(stop: Stop, amounts: Mapping[str, Amount]) -> tuple[Claim, ...]:
    """The claims that make it true; none when it is not."""
    if isinstance(stop, Claim):
        return (stop,) if stop.holds(amounts[stop.figure]) else ()
    found = [proved(part, amounts) for part in stop.parts]
    if isinstance(stop, Both) and not all(found):
        return ()
    return tuple(dict.fromkeys(claim for claims in found for claim in claims))
