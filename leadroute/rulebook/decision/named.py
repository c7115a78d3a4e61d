"""The decision tables a rulebook names under ``rules:``, and their rows put in the place of their names."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from leadroute.model.rule_table import TableName
from leadroute.rulebook.decision.rows import rows
from leadroute.rulebook.nodes import Keyed, Listed, Scalar
from leadroute.rulebook.part import open_part
from leadroute.rulebook.parts.operands import is_table_path, table_path
from leadroute.rulebook.scalars import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leadroute.model.rule_table import RuleTable
    from leadroute.rulebook.nodes import Node, Span
    from leadroute.rulebook.reading import Reading

_RULES = "rules"
_TABLE = "table"


def tables_named(root: Node | None) -> dict[TableName, Span]:
    """The decision tables a rulebook names, each once, and where each is named first."""
    found: dict[TableName, Span] = {}
    for node in _tables(_rules(root)):
        name = _plain(node)
        if is_table_path(name.path):
            found.setdefault(name, node.at)
    return found


def with_rows(reading: Reading, node: Node | None, tables: Mapping[TableName, RuleTable | None]) -> Node | None:
    """``rules:`` as a list of rules: in the place of a decision table stand its rows.

    ``tables`` holds those that were read, and ``None`` for one that cannot be, which has been told.
    """
    if node is None or not any(_tables(node)):
        return node
    used: dict[TableName, Span] = {}
    each = (_rows(reading, item, tables, used) if _is_table(item) else (item,) for item in _items(node))
    return Listed(tuple(chain.from_iterable(each)), node.at)


def _rows(
    reading: Reading, node: Node, tables: Mapping[TableName, RuleTable | None], used: dict[TableName, Span]
) -> tuple[Node, ...]:
    part = open_part(reading, node, "rule_table")
    path, sheet = part.take("table", table_path, ""), part.take("sheet", text, "")
    name = TableName(path, sheet)
    if not path:
        return ()
    if name in used:
        reading.found.error("LR239", node.at, also=used[name], file=path)
        return ()
    used[name] = node.at
    if name not in tables:
        reading.found.error("LR269", node.at, file=path)
    table = tables.get(name)
    return rows(reading, table) if table else ()


def _rules(root: Node | None) -> Node | None:
    entries = root.entries if isinstance(root, Keyed) else ()
    return next((entry.value for entry in entries if entry.key.value == _RULES), None)


def _tables(node: Node | None) -> Iterator[Keyed]:
    return (item for item in _items(node) if isinstance(item, Keyed) and _is_table(item))


def _items(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Listed):
        return node.items
    return (node,) if node is not None else ()


def _is_table(node: Node) -> bool:
    return isinstance(node, Keyed) and any(entry.key.value == _TABLE for entry in node.entries)


def _plain(node: Keyed) -> TableName:
    """What is named, without a word about what is wrong with it: that is said when it is read."""
    given = {entry.key.value: entry.value.value.strip() for entry in node.entries if isinstance(entry.value, Scalar)}
    return TableName(given.get(_TABLE, ""), given.get("sheet", ""))
