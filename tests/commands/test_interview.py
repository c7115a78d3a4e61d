"""The questions of ``leadroute init``: few, with a default each, and asked again when an answer makes no sense."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from leadroute.commands.init import Asked
from leadroute.commands.interview import interview
from leadroute.commands.refusal import Refusal
from leadroute.commands.show_init import show_init
from leadroute.model.rulebook import Language
from leadroute.model.survey import Split, Template
from tests.cli.days import Terminal
from tests.cli.desk import desk

if TYPE_CHECKING:
    from collections.abc import Callable

    Typed = Callable[[str], None]

HERE = Asked(Path("new"))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typed:
    """Somebody types this, in a folder with files."""
    desk(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return lambda text: monkeypatch.setattr(sys, "stdin", Terminal(text))


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ("\n\n\n\n", Asked(Path("new"), template=Template.B2B_CN, language=Language.EN)),
        ("1\n\n\n4\n", Asked(Path("new"), template=Template.SINGLE_TEAM, language=Language.ZH)),
        ("9\nx\n2\n\n\n0\n5\n3\n", Asked(Path("new"), template=Template.FOREIGN_TRADE, language=Language.EN)),
        ("\nleads.csv\n\n\n\n", Asked(Path("new"), (Path("leads.csv"),), language=Language.EN)),
        (
            "2\nno.csv\n'leads.csv'\nreps.csv\n3\nrules.yaml\n",
            Asked(
                Path("new"),
                (Path("leads.csv"),),
                Path("reps.csv"),
                Path("rules.yaml"),
                split=Split.ALL,
                language=Language.EN,
            ),
        ),
    ],
)
def test_answers_say_where_to_begin(typed: Typed, answers: str, known: Asked) -> None:
    typed(answers)
    assert interview(HERE) == known


def test_what_was_said_is_not_asked(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed("\nreps.csv\n")
    said = Asked(Path("new"), customers=Path("c.csv"), split=Split.TEAM, language=Language.ZH)
    known = interview(said)
    assert known == Asked(Path("new"), (), Path("reps.csv"), Path("c.csv"), split=Split.TEAM, language=Language.ZH)
    assert capsys.readouterr().err == "线索文件（没有就直接回车）：销售名册（没有就直接回车）："


def test_a_missing_file_is_named(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed("2\nno.csv\n\n\n\n")
    interview(HERE)
    assert "there is no such file: no.csv\n" in capsys.readouterr().err


@pytest.mark.parametrize("answers", ["", "2\n", "2\nleads.csv\n"])
def test_whoever_goes_away_gets_nothing(typed: Typed, answers: str) -> None:
    typed(answers)
    found = interview(HERE)
    assert isinstance(found, Refusal)
    assert (found.exit, [one.code for one in found.diagnostics]) == (Exit.USAGE, ["LR876"])


def test_nothing_is_asked_where_nothing_could_be_written(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed("2\n\n\n1\n")
    assert show_init(Asked(Path())) is Exit.OUTPUT
    assert capsys.readouterr().err.startswith("rules.yaml: error LR875")


def test_answers_make_files(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed("2\nleads.csv\nreps.csv\n\n\n")
    assert show_init(HERE) is Exit.DONE
    assert "  leadroute check new/rules.yaml" in capsys.readouterr().out.splitlines()
    assert sorted(path.name for path in Path("new").iterdir()) == [
        "inbox",
        "job.yaml",
        "leadroute.schema.json",
        "rules.yaml",
        "rules_test.yaml",
    ]
