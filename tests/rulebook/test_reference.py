"""docs/rulebook.md is what the program reads: its tables are the key tables, its examples are rulebooks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leadroute.model.operators import OPERATORS
from leadroute.model.rulebook import Strategy
from leadroute.rulebook.keys import PARTS
from leadroute.rulebook.parse import parse
from leadroute.rulebook.parts.actions import ACTIONS
from leadroute.rulebook.reference import refreshed, table

PAGE = Path("docs/rulebook.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_tables_are_up_to_date() -> None:
    assert refreshed(PAGE) == PAGE


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"total", "has", "table"}))
def test_every_part_has_its_table(part: str) -> None:
    assert f"<!-- keys: {part} -->\n{table(part)}<!-- end -->" in PAGE


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_rulebook_without_a_problem(example: str) -> None:
    book, found = parse(example.encode(), "docs")
    assert book is not None
    assert {one.code for one in found} <= {"LR213"}


@pytest.mark.parametrize(
    "heading", [*(f"Strategy `{one}`" for one in Strategy), *(f"Operator `{one}`" for one in OPERATORS)]
)
def test_every_strategy_and_operator_has_a_heading(heading: str) -> None:
    assert f"### {heading}\n" in PAGE


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_has_a_heading(action: str) -> None:
    assert f"#### Action {action}" in PAGE
