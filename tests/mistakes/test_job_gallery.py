"""Every mistake in a job file is told word for word, and every code about job files has a mistake that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.model.gate import Figure
from leadroute.model.rulebook import Language
from leadroute.render.messages.jobs import MESSAGES
from tests.mistakes.job_gallery import CASES, expected, problems, told

if TYPE_CHECKING:
    from pathlib import Path

RUNNING = "LR788"
"""From here on the codes are about runs."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("language", Language)
def test_a_mistake_is_told_word_for_word(case: Path, language: Language) -> None:
    assert told(case, language) == expected(case, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [code for code in MESSAGES if code < RUNNING])
def test_every_code_has_a_case_named_after_it(code: str) -> None:
    (case,) = (case for case in CASES if case.stem.startswith(code.removeprefix("LR")))
    assert f" {code}: " in expected(case, Language.EN).read_text(encoding="utf-8")


def test_many_mistakes_are_told_at_once_and_shown() -> None:
    (case,) = (case for case in CASES if case.stem == "900_many_at_once")
    found = problems(case)
    assert len(found) >= 10
    assert all(one.excerpt for one in found)


@pytest.mark.parametrize("figure", Figure)
def test_every_figure_is_offered(figure: Figure) -> None:
    assert figure.value in MESSAGES["LR783"].zh_hint
    assert figure.value in MESSAGES["LR783"].en_hint
