"""What a rulebook says before anybody asks what it means: texts as written, lists and mappings, with their places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line: line and column count from 1.

    In a decision table (``table`` is its number, from 1) line and column are those of a cell, ``start`` is where in its
    text the stretch begins.
    """

    line: int
    column: int
    length: int = 1
    table: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as it was written; ``plain`` without quotes."""

    value: str
    at: Span
    plain: bool = True

    @property
    def missing(self) -> bool:
        """Nothing was written, or one of YAML's words for nothing."""
        return self.plain and self.value in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    items: tuple[Node, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping; no key stands twice."""

    entries: tuple[Entry, ...]
    at: Span


Node = Scalar | Listed | Keyed
