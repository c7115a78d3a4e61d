"""The score and the grade as one axis: a grade follows from a score, and points add up only so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.fold import fold
from leadroute.proof.axis import Axis, Subject, joint_axis
from leadroute.proof.samples import numbers
from leadroute.proof.values import BLANK, Piece, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from leadroute.model.rulebook import Score
    from leadroute.proof.values import Around

JOINT = ("score", "grade")


def score_axis(fields: Sequence[Subject], score: Score, around: Around) -> Axis:
    """Scores between the least and the most that all points can make, each with its grade."""
    if not score.points:
        return joint_axis(fields, [dict.fromkeys(JOINT, BLANK)], around)
    return joint_axis(fields, _rows(fields, score), around)


def limits(score: Score) -> tuple[float, float]:
    """The least and the most that the points can add up to."""
    sums: dict[str, tuple[float, float]] = {}
    for points in score.points:
        low, high = sums.get(points.group, (0.0, 0.0))
        sums[points.group] = (low + min(points.add, 0.0), high + max(points.add, 0.0))
    kept = [
        (max(low, -score.limits[group]), min(high, score.limits[group])) if group in score.limits else (low, high)
        for group, (low, high) in sums.items()
    ]
    return sum(low for low, _ in kept), sum(high for _, high in kept)


def _rows(fields: Sequence[Subject], score: Score) -> Iterator[Mapping[str, Value]]:
    low, high = limits(score)
    named: Iterable[Piece] = (piece for field in fields if field.name == "score" for piece in field.pieces)
    cuts = [*named, *(Piece("score", "gte", float(threshold)) for _, threshold in score.grades)]
    cuts += [Piece("score", "gte", low), Piece("score", "gte", high)]
    for value in numbers(cuts):
        if value.number is not None and low <= value.number <= high:
            grade = next((name for name, threshold in score.grades if value.number >= threshold), "")
            yield {"score": value, "grade": Value(grade, fold(grade)) if grade else BLANK}
