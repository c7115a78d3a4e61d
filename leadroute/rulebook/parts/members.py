"""Who belongs to a pool, and what weights they have there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rulebook import ALL_REPS, Members, WeightSource
from leadroute.rulebook import amounts, scalars
from leadroute.rulebook.nodes import Keyed, Node, Scalar
from leadroute.rulebook.part import entries, report_shape
from leadroute.rulebook.spellings import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from leadroute.rulebook.reading import Reading

_NAMED = "named"


def members(reading: Reading, node: Node) -> Members | None:
    """``all``, names or ids, or ``{team: 华东, level: [高级]}`` (with ``named: [...]`` for further people)."""
    place = reading.found.place(node.at)
    if isinstance(node, Keyed):
        return _query(reading, node)
    if isinstance(node, Scalar) and node.value.strip() == ALL_REPS:
        return Members(everybody=True, place=place)
    named = scalars.texts(reading, node)
    return Members(named=named, place=place) if named else None


def weights(reading: Reading, node: Node, named: tuple[str, ...]) -> tuple[WeightSource, Mapping[str, Fraction]] | None:
    """``roster``, ``conversion``, ``{王伟: 3, 李娜: 1.5}``, or ``3:1.5:1`` for members given as a list."""
    if isinstance(node, Keyed):
        return WeightSource.GIVEN, _each(reading, node)
    one = scalars.scalar(reading, node)
    if one is None:
        return None
    ratio = amounts.to_ratio(one.value)
    if ratio is None and one.plain and "：" in one.value:
        report_shape(reading, one)
        return None
    if ratio is None:
        word = scalars.word_of(reading, one, (WeightSource.ROSTER, WeightSource.CONVERSION))
        return (WeightSource(word), {}) if word else None
    if len(ratio) != len(named):
        reading.found.error("LR226", one.at, weights=len(ratio), members=len(named))
        return None
    return WeightSource.GIVEN, dict(zip(named, ratio, strict=True))


def _query(reading: Reading, node: Keyed) -> Members | None:
    read = [(attribute(entry.key.value), scalars.texts(reading, entry.value)) for entry in entries(reading, node)]
    if not read:
        reading.found.error("LR148", node.at)
    where = tuple((name, values) for name, values in read if values and name != _NAMED)
    named = next((values for name, values in read if values and name == _NAMED), ())
    return Members(named=named, where=where, place=reading.found.place(node.at))


def _each(reading: Reading, node: Keyed) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    for entry in node.entries:
        one = scalars.scalar(reading, entry.value)
        weight = amounts.to_weight(one.value) if one else None
        if weight is not None:
            found[entry.key.value.strip()] = weight
        elif one:
            reading.found.error("LR143", one.at, word=one.value)
    return found
