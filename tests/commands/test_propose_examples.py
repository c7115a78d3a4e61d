"""Examples made up for random rulebooks pass as they are written, and miss no rule that the engine can reach."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from leadroute.commands import coverage
from leadroute.commands.bench import Bench
from leadroute.commands.propose_examples import propose
from leadroute.model.rulebook import Members, Pool
from leadroute.render.example_lines import example_lines
from leadroute.rulebook.example_edit import with_examples
from leadroute.rulebook.example_files import parse_examples
from tests.proof.worlds import NOW, Engine, random_book


@pytest.mark.parametrize("seed", range(6))
def test_every_rule_that_can_be_reached_gets_an_example_that_passes(seed: int) -> None:
    everybody = {name: Pool(name, Members(everybody=True)) for name in "ab"}
    book = replace(random_book(Random(seed)), pools=everybody)  # noqa: S311 - rulebooks, no secrets
    at = Bench(Path("rules.yaml"), book, None, (), {}, NOW.replace(tzinfo=ZoneInfo(book.timezone)), ())
    proposed = propose(at, coverage.tested(book, None, (), at.now), None)
    written = with_examples(b"examples:\n", example_lines(proposed, book), [one.example for one in proposed], book)
    assert written is not None
    found = coverage.tested(book, None, parse_examples(written, "rules_test.yaml", book)[0], at.now)
    assert found.passed
    reached = {book.rules[rule].name for rule in Engine(book).hits if rule >= 0}
    assert [name for name, _ in found.unreached if name in reached] == []
