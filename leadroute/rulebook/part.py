"""One mapping of the rulebook with the keys it may have: unknown ones refused, the others read one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from leadroute.rulebook.keys import PARTS
from leadroute.rulebook.nodes import Keyed, Listed, Node, Scalar, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from leadroute.model.diagnostic import Place
    from leadroute.rulebook.keys import Key
    from leadroute.rulebook.nodes import Entry
    from leadroute.rulebook.reading import Reading

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Part:
    """The values given, by key; what is absent or broken takes its default."""

    reading: Reading
    at: Span
    given: Mapping[str, Node] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the part begins."""
        return self.reading.found.place(self.at)

    def take(self, key: str, read: Callable[[Reading, Node], T | None], default: D) -> T | D:
        """Read the value of a key."""
        node = self.given.get(key)
        value = None if node is None else read(self.reading, node)
        return default if value is None else value


def open_part(reading: Reading, node: Node, name: str) -> Part:
    """Check that the node is a mapping with keys of ``PARTS[name]`` and all that are required."""
    return open_with(reading, node, PARTS[name])


def open_with(reading: Reading, node: Node, keys: Iterable[Key]) -> Part:
    """Check that the node is a mapping with these keys and all of them that are required."""
    known = {key.name: key for key in keys}
    given: dict[str, Node] = {}
    for entry in entries(reading, node):
        if entry.key.value in known:
            given[entry.key.value] = entry.value
        else:
            reading.unknown("LR130", entry.key, tuple(known))
    part = Part(reading, node.at, given)
    missing = [key for key in known.values() if key.required and key.name not in given]
    if isinstance(node, Keyed):
        for key in missing:
            _report_missing(part, key.name)
    return part


def entries(reading: Reading, node: Node) -> tuple[Entry, ...]:
    """The lines of a mapping; nothing written counts as an empty one."""
    if isinstance(node, Keyed):
        return node.entries
    if not (isinstance(node, Scalar) and node.missing):
        report_shape(reading, node)
    return ()


def items(reading: Reading, node: Node) -> tuple[Node, ...]:
    """The items of a list; nothing written counts as an empty one."""
    if isinstance(node, Listed):
        return node.items
    if not (isinstance(node, Scalar) and node.missing):
        reading.found.error("LR132", node.at)
    return ()


def report_shape(reading: Reading, node: Node) -> None:
    """A mapping was wanted; a text with a full-width or cramped colon was meant to be one."""
    if isinstance(node, Scalar) and node.plain:
        for sign, code in (("：", "LR103"), (":", "LR120")):
            at = node.value.find(sign)
            if at > 0:
                span = Span(node.at.line, node.at.column + at)
                reading.found.error(code, span, sign=sign if code == "LR103" else node.value[:at])
                return
    reading.found.error("LR131", node.at)


def list_of(read: Callable[[Reading, Node], T | None]) -> Callable[[Reading, Node], tuple[T, ...]]:
    """Return a reader of a list whose items ``read`` understands; broken items are left out."""

    def read_all(reading: Reading, node: Node) -> tuple[T, ...]:
        found = (read(reading, item) for item in items(reading, node))
        return tuple(one for one in found if one is not None)

    return read_all


def _report_missing(part: Part, key: str) -> None:
    code = {"default": "LR202", "leadroute": "LR147", "leadroute_job": "LR780"}.get(key, "LR145")
    part.reading.found.error(code, part.at, key=key)
