"""Every mistake of the gallery is told word for word, and every code has a mistake that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.model.diagnostic import has_errors
from leadroute.model.rulebook import Language
from leadroute.render.messages.check import MESSAGES as PROVED
from leadroute.render.messages.examples import EXAMPLES
from leadroute.render.messages.rulebook import MESSAGES
from tests.mistakes.gallery import CASES, HERE, examples, expected, problems, told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("language", Language)
def test_a_mistake_is_told_word_for_word(case: Path, language: Language) -> None:
    assert told(case, language) == expected(case, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [*MESSAGES, *(code for code in PROVED if code < "LR240")])
def test_every_code_has_a_case_named_after_it(code: str) -> None:
    (case,) = (case for case in CASES if case.stem.startswith(code.removeprefix("LR")))
    assert f" {code}: " in expected(case, Language.EN).read_text(encoding="utf-8")


def test_twelve_mistakes_and_more_are_told_at_once() -> None:
    case = HERE / "900_many_at_once.yaml"
    found = problems(case.read_bytes(), case.name)
    assert has_errors(found)
    assert len({one.code for one in found}) >= 12
    assert all(one.excerpt for one in found)


def test_the_lessons_show_the_cases_of_the_gallery() -> None:
    assert examples() == EXAMPLES
