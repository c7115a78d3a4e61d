"""Readers of single values: a node in, its meaning out; ``None`` once the problem has been reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leadroute.model.rulebook import ALL_REPS
from leadroute.rulebook import amounts, moments
from leadroute.rulebook.nodes import Listed, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from enum import StrEnum

    from leadroute.rulebook.reading import Reading

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")

_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def scalar(reading: Reading, node: Node) -> Scalar | None:
    """One text, not empty."""
    if not isinstance(node, Scalar):
        reading.found.error("LR133", node.at)
        return None
    if node.missing:
        reading.found.error("LR134", node.at)
        return None
    return node


def text(reading: Reading, node: Node) -> str | None:
    """One text as written."""
    one = scalar(reading, node)
    return one.value.strip() if one else None


def nodes(reading: Reading, node: Node) -> tuple[Scalar, ...]:
    """One text or a list of texts."""
    parts = node.items if isinstance(node, Listed) else (node,)
    if not parts:
        reading.found.error("LR148", node.at)
    return tuple(one for part in parts if (one := scalar(reading, part)))


def texts(reading: Reading, node: Node) -> tuple[str, ...] | None:
    """One text or a list of texts, as written."""
    return tuple(one.value.strip() for one in nodes(reading, node)) or None


def flag(reading: Reading, node: Node) -> bool | None:
    """``true`` or ``false`` (yes, no, 是, 否)."""
    one = scalar(reading, node)
    if one is None:
        return None
    value = _FLAGS.get(one.value.strip().lower())
    if value is None:
        reading.found.error("LR139", one.at, word=one.value)
    return value


def choice(kind: type[E]) -> Callable[[Reading, Node], E | None]:
    """Return a reader of one word of an enumeration."""

    def read(reading: Reading, node: Node) -> E | None:
        words = tuple(member.value for member in kind)
        word = word_of(reading, node, words)
        return kind(word) if word else None

    return read


def word_of(reading: Reading, node: Node, words: tuple[str, ...]) -> str | None:
    """One of the words."""
    one = scalar(reading, node)
    if one is None or one.value.strip() in words:
        return one.value.strip() if one else None
    reading.unknown("LR140", one, words)
    return None


def number(reading: Reading, node: Node) -> float | None:
    """``1,000``, ``100万``, ``50%``."""
    return _meant(reading, node, amounts.to_number, "LR135")


def whole(reading: Reading, node: Node) -> int | None:
    """A whole number, zero or more."""
    value = _meant(reading, node, amounts.to_whole, "LR136")
    if value is not None and value < 0:
        reading.found.error("LR144", node.at, number=value)
        return None
    return value


def positive(reading: Reading, node: Node) -> float | None:
    """A number above zero."""
    value = number(reading, node)
    if value is not None and value <= 0:
        reading.found.error("LR144", node.at, number=f"{value:g}")
        return None
    return value


def share(reading: Reading, node: Node) -> float | None:
    """``5%`` or ``0.05``."""
    return _meant(reading, node, amounts.to_share, "LR141")


def duration(reading: Reading, node: Node) -> timedelta | None:
    """``30d``, ``12h``, ``2w``."""
    return _meant(reading, node, amounts.to_duration, "LR137")


def moment(reading: Reading, node: Node) -> datetime | None:
    """A date, or a date and time."""
    return _meant(reading, node, moments.to_moment, "LR138")


def end(reading: Reading, node: Node) -> datetime | None:
    """The moment a validity ends; a bare date is included."""
    return _meant(reading, node, moments.to_end, "LR138")


def weekdays(reading: Reading, node: Node) -> frozenset[int] | None:
    """ISO numbers of the weekdays named."""
    found: set[int] = set()
    for one in nodes(reading, node):
        days = moments.to_weekdays(one.value)
        if days is None:
            reading.unknown("LR142", one, tuple(moments.WEEKDAYS))
        else:
            found |= days
    return frozenset(found) or None


def fields(reading: Reading, node: Node) -> tuple[str, ...] | None:
    """Known fields, one or a list."""
    return tuple(name for one in nodes(reading, node) if (name := reading.known_field(one))) or None


def field(reading: Reading, node: Node) -> str | None:
    """One known field."""
    one = scalar(reading, node)
    return reading.known_field(one) if one else None


def pool(reading: Reading, node: Node) -> str | None:
    """One pool of the rulebook, or ``all``."""
    one = scalar(reading, node)
    return reading.known_pool(one, ALL_REPS) if one else None


def target(reading: Reading, node: Node) -> str | None:
    """One pool, ``all``, or ``open_pool``."""
    one = scalar(reading, node)
    return reading.known_target(one) if one else None


def _meant(reading: Reading, node: Node, means: Callable[[str], T | None], code: str) -> T | None:
    one = scalar(reading, node)
    if one is None:
        return None
    value = means(one.value)
    if value is None:
        reading.found.error(code, one.at, word=one.value)
    return value
