"""A question on the terminal: yes is yes in both languages, and everything else is no."""

from __future__ import annotations

import sys

import pytest

from leadroute import __version__
from leadroute.cli import app
from leadroute.commands.asking import Answer, ask
from tests.cli.days import Terminal


@pytest.mark.parametrize("typed", ["y\n", "YES\n", " y \n", "是\n", "好\n"])
def test_yes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert ask("Really? ") is Answer.YES
    assert capsys.readouterr() == ("", "Really? ")


@pytest.mark.parametrize("typed", ["n\n", "\n", "", "yes please\n", "不\n"])
def test_anything_else_is_no(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert ask("Really? ") is Answer.NO


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert app(["--version"], standalone_mode=False) in {None, 0}
    assert capsys.readouterr().out == f"leadroute {__version__}\n"
