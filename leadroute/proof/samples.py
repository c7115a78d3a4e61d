"""Values to look at: those the rules name, one between any two of them, one that no rule names, and none at all."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from leadroute.model.fields import Kind
from leadroute.model.fold import fold
from leadroute.model.rulebook import TableRef
from leadroute.proof.pieces import AGED
from leadroute.proof.ranges import MOST
from leadroute.proof.ranges import ranges as needed
from leadroute.proof.values import Value, numeric

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leadroute.proof.ranges import Use
    from leadroute.proof.values import Around, Piece

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - wall time, as dates of leads are
_DAY = 86400.0
_SPELLED = re.compile(r"[^\W_](?:[\w -]*[^\W_])?")
_OTHERS = {
    Kind.PHONE: "13800001234",
    Kind.EMAIL: "someone@example.com",
    Kind.DOMAIN: "example.com",
}
_WORDS = ("其他", "另一个", "别的", "something else", "another")


def texts(pieces: Iterable[Piece], kind: Kind, around: Around) -> list[Value]:
    """The texts that are named, whole or in part, then one that is not."""
    named = list(dict.fromkeys(text for each in pieces for text in _named(each, around)))
    return [*(Value(text, fold(text)) for text in named if text), *_others(kind, frozenset(map(fold, named)))]


def numbers(pieces: Iterable[Piece]) -> list[Value]:
    """The numbers that are named and one in each gap."""
    return [numeric(point) for point in _numbers(pieces)]


def ranges(pieces: Sequence[Piece], rules: Iterable[frozenset[Use]]) -> list[Value] | None:
    """Ranges of these numbers; not all, but all that matter to rules that use them so; ``None``: too many."""
    points = _numbers(pieces)
    found = list(combinations(points, 2)) if any(map(_is_odd, pieces)) else needed(points, rules)
    return None if found is None or len(found) > MOST else [_range(low, high) for low, high in found]


def moments(pieces: Iterable[Piece], now: float) -> list[Value]:
    """The moments that are named or as old as is named, one in each gap."""
    cuts = {
        now - each.operand if each.operator in AGED else each.operand
        for each in pieces
        if isinstance(each.operand, float)
    }
    return [moment_value(point) for point in _points(sorted(cuts or {now}), _DAY)]


def moment_value(seconds: float) -> Value:
    """A moment with its usual text."""
    text = (_EPOCH + timedelta(seconds=seconds)).isoformat(sep=" ", timespec="minutes").removesuffix(" 00:00")
    return numeric(seconds, text)


def _named(piece: Piece, around: Around) -> Iterable[str]:
    """The texts a piece names: itself, what its pattern spells out, or the values of its list."""
    if piece.operator == "in_rep":
        return sorted((around.reps or {}).get(str(piece.operand), ()))
    if isinstance(piece.operand, TableRef):
        return sorted(piece.operand.values or ())
    if piece.operator == "matches":
        return _SPELLED.findall(str(piece.operand))
    if piece.operator == "domain_in":
        return (f"someone@{piece.operand}", str(piece.operand))
    return (piece.operand,) if isinstance(piece.operand, str) else ()


def _is_odd(piece: Piece) -> bool:
    """A range that is named as a text is equal to that text, whatever its ends are; ages are not ordered as numbers."""
    return piece.operator in AGED or (piece.operator == "eq" and not isinstance(piece.operand, float))


def _range(low: float, high: float) -> Value:
    text = f"{low:g}-{high:g}"
    return Value(text, text, low, high)


def _numbers(pieces: Iterable[Piece]) -> list[float]:
    return _points(sorted({each.operand for each in pieces if isinstance(each.operand, float)}))


def _points(cuts: list[float], step: float = 1.0) -> list[float]:
    """Every cut, one value between neighbours, one below the first and one above the last."""
    if not cuts:
        return [step]
    between = (_between(low, high, step) for low, high in pairwise(cuts))
    first = cuts[0] / 2 if cuts[0] > 0 and step < _DAY else cuts[0] - step
    return sorted(
        {first, *cuts, *between, cuts[-1] + step, cuts[-1] * 2 if cuts[-1] >= step < _DAY else cuts[-1] + step}
    )


def _between(low: float, high: float, step: float) -> float:
    """A round value between two if there is one."""
    middle = (low + high) / 2
    rounded = middle // step * step
    return rounded if low < rounded < high else middle


def _others(kind: Kind, named: frozenset[str]) -> Iterator[Value]:
    if kind is Kind.PROVINCE:
        # Late: the lists of places are only for rulebooks that name some.
        from leadroute.intake.places.provinces import PROVINCES  # noqa: PLC0415 - see above

        yield from (Value(name, fold(name)) for name in PROVINCES if fold(name) not in named)
    words = (_OTHERS[kind],) if kind in _OTHERS else _WORDS
    yield from (Value(word, fold(word)) for word in words if fold(word) not in named)
