"""Every mistake in a decision table is told word for word, and every code about them has a mistake that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.model.rulebook import Language
from leadroute.render.messages.decision_tables import MESSAGES
from tests.build_rule_tables import FILE
from tests.mistakes.table_gallery import CASES, expected, problems, told

if TYPE_CHECKING:
    from pathlib import Path

OF_FILES = {"LR238", "LR247"}
"""Codes of the reader of files; its own tests show them."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("language", Language)
def test_a_mistake_is_told_word_for_word(case: Path, language: Language) -> None:
    assert told(case, language) == expected(case, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", sorted(MESSAGES.keys() - OF_FILES))
def test_every_code_has_a_case_named_after_it(code: str) -> None:
    (case,) = (case for case in CASES if case.stem.startswith(code.removeprefix("LR")))
    assert f" {code}: " in expected(case, Language.EN).read_text(encoding="utf-8")


def test_many_mistakes_are_told_at_once_and_shown() -> None:
    (case,) = (case for case in CASES if case.stem == "900_many_at_once")
    found = [one for one in problems(case) if one.place and one.place.file == FILE]
    assert len({one.code for one in found}) >= 12
    assert all(one.excerpt for one in found)
