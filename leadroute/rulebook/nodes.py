"""What the YAML says before anybody asks what it means: scalars as written, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line: line and column count from 1."""

    line: int
    column: int
    length: int = 1


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
