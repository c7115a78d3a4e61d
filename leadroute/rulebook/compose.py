"""YAML text to nodes, event by event: no anchors, no tags, no merging, no recursion, so nothing to hang or to raise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from leadroute.rulebook.nodes import Entry, Keyed, Listed, Node, Scalar, Span
from leadroute.rulebook.syntax import explain

if TYPE_CHECKING:
    from leadroute.rulebook.findings import Findings

DEEPEST = 40
"""Levels of nesting; people use six."""

_TO_THE_END = 1_000_000

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is built in: the same places, ten times as fast."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    mapping: bool
    at: Span
    parts: list[Node] = field(default_factory=list)


def compose(text: str, found: Findings, loader: type[yaml.SafeLoader | yaml.CSafeLoader] = LOADER) -> Node | None:
    """Return the document as nodes, or ``None`` when it cannot be read; what is refused is in ``found``."""
    builder = _Builder(found)
    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event):
                return None
    # ValueError: the pure Python scanner's chr() of an escape that is no character.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        code, at, words = explain(error)
        found.error(code, at, problem=words, name=words)
        return None
    return builder.root


class _Builder:
    """Turns events into nodes with a stack of its own."""

    def __init__(self, found: Findings) -> None:
        self.root: Node | None = None
        self._found = found
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event; ``False`` when there is no point in going on."""
        at = _span(event)
        self._refuse(event, at)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._start_document(event, at)
        if isinstance(event, yaml.ScalarEvent):
            self._put(Scalar(event.value, at, plain=not event.style))
        elif isinstance(event, yaml.AliasEvent):
            self._put(Scalar("", at, plain=False))
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(isinstance(event, yaml.MappingStartEvent), at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        return True

    def _refuse(self, event: yaml.Event, at: Span) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._found.error("LR108", at, name=f"{sign}{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag:
            self._found.error("LR110", at, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def _start_document(self, event: yaml.DocumentStartEvent, at: Span) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._found.error("LR111", at)
        elif event.version or event.tags:
            self._found.error("LR110", at, tag="%")
        return self._documents == 1

    def _open(self, mapping: bool, at: Span) -> bool:  # noqa: FBT001 - which of the two kinds, from one call above
        if len(self._stack) >= DEEPEST:
            self._found.error("LR113", at, limit=DEEPEST)
            return False
        self._stack.append(_Open(mapping, at))
        return True

    def _close(self) -> None:
        done = self._stack.pop()
        self._put(self._keyed(done) if done.mapping else Listed(tuple(done.parts), done.at))

    def _put(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].parts.append(node)
        elif self._documents == 1:
            self.root = node

    def _keyed(self, done: _Open) -> Keyed:
        entries: dict[str, Entry] = {}
        for key, value in zip(done.parts[::2], done.parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._found.error("LR119", key.at)
            elif key.plain and key.value == "<<":
                self._found.error("LR109", key.at)
            elif key.value in entries:
                self._found.error("LR102", key.at, also=entries[key.value].key.at, key=key.value)
            else:
                entries[key.value] = Entry(key, value)
        return Keyed(tuple(entries.values()), done.at)


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Span(1, 1)
    length = end.column - start.column if end.line == start.line else _TO_THE_END
    return Span(start.line + 1, start.column + 1, max(1, length))
