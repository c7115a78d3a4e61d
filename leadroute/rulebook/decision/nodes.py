"""Nodes made of cells; keys stand where the cell stands, so that whatever is said of them points at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.rulebook.nodes import Entry, Keyed, Listed, Node, Scalar, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def word(value: str, at: Span) -> Scalar:
    """A word of YAML, such as ``true``."""
    return Scalar(value, at)


def keyed(pair: tuple[str, Node], at: Span) -> Keyed:
    """A mapping with one line."""
    return mapping([pair], at)


def mapping(pairs: Iterable[tuple[str, Node]], at: Span) -> Keyed:
    """A mapping; a key stands where its value stands."""
    return Keyed(tuple(Entry(Scalar(key, value.at), value) for key, value in pairs), at)


def listed(items: Iterable[Node], at: Span) -> Listed:
    """A list."""
    return Listed(tuple(items), at)
