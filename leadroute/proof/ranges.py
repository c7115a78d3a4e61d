"""Which ranges of numbers (a budget of 50-100) must be looked at, so that whoever looks at no others misses nothing.

Of hundreds of limits there are as many ranges as pairs of them. But a condition that must surely hold (or surely not)
holds of every narrower range, and one that counts as met where it is unknown holds of every wider one; no range is
exactly a number. A question asks for some of the first (narrow) and some of the second (wide) kind. If a range meets
it, so does the widest that the narrow ones let be, and that ends at their limits; of wide ones alone the widest of all
is enough, of narrow ones alone single numbers. The narrow conditions of a question are those of one rule, and those of
earlier rules that count the unknown and must not take the lead. So the ends are those of one rule, and of all rules of
the rarer kind, these within the plain limits of that one. Where rules that count the unknown are the usual ones, the
same is true of the narrowest range.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import product
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.proof.values import Piece

MOST = 20_000
"""So many ranges are looked at; where more would be needed, nothing is known of any range."""

_LOW, _HIGH = 0, 1
_BELOW, _AT, _ABOVE = -1, 0, 1
_ENDS = {
    "gte": ((_LOW, _AT), (_HIGH, _BELOW)),
    "gt": ((_LOW, _ABOVE), (_HIGH, _AT)),
    "lte": ((_HIGH, _AT), (_LOW, _ABOVE)),
    "lt": ((_HIGH, _BELOW), (_LOW, _AT)),
}
"""Which end of the widest range an operator sets if it must surely hold, and which if it must surely fail, seen from
its limit. Of the narrowest range of which it may hold, or may fail, that is the other end."""

_SIDES = ((_LOW, _BELOW), (_LOW, _AT), (_HIGH, _AT), (_HIGH, _ABOVE))
"""The narrowest ranges that are not this number begin or end there."""

Range = tuple[float, float]
End = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Use:
    """A piece of one field in a rule.

    ``unknown``: the rule rather takes a lead of which it is unknown; ``denied``: one of which it does not hold;
    ``needed``: none of which it does not count as met.
    """

    piece: Piece
    unknown: bool
    denied: bool
    needed: bool = False


def ranges(points: Sequence[float], rules: Iterable[frozenset[Use]]) -> list[Range] | None:
    """The ranges between points to look at, in order; ``None`` if they are too many.

    ``rules`` are the uses of the field by rule; ``points`` are all limits, one value beside each, in order.
    """
    own = set(rules)
    uses = frozenset[Use]().union(*own)
    unsure = {use for use in uses if use.unknown and use.piece.operator in _ENDS}
    sure = {use for use in uses if not use.unknown or use.piece.operator == "eq"}
    widest = len(unsure) <= len(sure)
    left = {end for use in (unsure if widest else sure) for end in _ends(use, points, widest=widest, taken=False)}
    outer = {(_LOW, points[0]), (_HIGH, points[-1])}
    left |= outer
    found = set(_between(left, left))
    for each in own:
        taken = outer | {end for use in each for end in _ends(use, points, widest=widest, taken=True)}
        low, high = _within(each)
        near = {end for end in left if low <= end[1] <= high}
        found.update(_between(taken, taken), _between(taken, near), _between(near, taken))
        if len(found) > MOST:
            return None
    return sorted(found)


def _between(first: Iterable[End], last: Iterable[End]) -> Iterable[Range]:
    lows = [at for side, at in first if side == _LOW]
    highs = [at for side, at in last if side == _HIGH]
    return ((low, high) for low, high in product(lows, highs) if low < high)


def _within(uses: Iterable[Use]) -> Range:
    """Between which numbers a range lies that a rule takes, as far as that is plain."""
    limits = [use.piece for use in uses if use.needed and not use.unknown]
    lows = [one.operand for one in limits if one.operator in {"gte", "gt"} and isinstance(one.operand, float)]
    highs = [one.operand for one in limits if one.operator in {"lte", "lt"} and isinstance(one.operand, float)]
    return max(lows, default=-inf), min(highs, default=inf)


def _ends(use: Use, points: Sequence[float], *, widest: bool, taken: bool) -> Iterable[End]:
    """The ends of the widest or narrowest range that is taken by such a use, or left."""
    limit = use.piece.operand
    if not isinstance(limit, float):
        return
    at = bisect_left(points, limit)
    if use.piece.operator in _ENDS:
        side, step = _ENDS[use.piece.operator][use.denied is taken]
        yield side if widest else 1 - side, points[at + step]
    elif use.piece.operator == "eq" and not widest:
        yield from ((side, points[at + step]) for side, step in _SIDES)
