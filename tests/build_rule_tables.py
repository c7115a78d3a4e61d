"""Decision tables from short texts: a line a row, cells parted by ``|``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.model.rule_table import Cell, CellKind, Merge, RuleTable, TableName
from leadroute.rulebook.parse import parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Rulebook

NAME = TableName("rules.xlsx")
FILE = "rules.xlsx"
HEAD = """leadroute: 1
fields:
  urgency: {aliases: [紧急程度]}
pools:
  east: {members: [R001]}
  senior: {members: [R002]}
"""
TABLE = f"{HEAD}rules: {{table: rules.xlsx}}\ndefault: open_pool\n"


def cells(text: str, kinds: Mapping[str, CellKind] | None = None) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a text; ``kinds`` gives the kind of cells by their text, ``⏎`` is a line break."""
    told = kinds or {}
    lines = [[one.strip().replace("⏎", "\n") for one in line.split("|")] for line in text.strip().splitlines()]
    return tuple(tuple(Cell(one, told.get(one, CellKind.TEXT)) for one in line) for line in lines)


def rule_table(
    text: str,
    kinds: Mapping[str, CellKind] | None = None,
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: Sequence[int] = (),
) -> RuleTable:
    """The sheet ``规则`` of ``rules.xlsx``."""
    ranges = tuple(Merge(*one) for one in merged)
    return RuleTable(NAME, FILE, "规则", cells(text, kinds), ranges, tuple(hidden), "0" * 64)


def read(table: RuleTable, yaml: str = TABLE) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
    """The rulebook with the table."""
    return parse(yaml.encode(), "rules.yaml", {table.name: table})


def book(table: RuleTable, yaml: str = TABLE) -> Rulebook:
    """The same where nothing is wrong with it."""
    made, found = read(table, yaml)
    assert made is not None, found
    return made
