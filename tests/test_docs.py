"""What the documentation says is so: its commands run, its links lead somewhere, it names what there is."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

import leadroute
from leadroute.cli import app
from leadroute.engine.account import whole_weights
from leadroute.model.operators import OPERATORS
from leadroute.model.outcome import Outcome, Passed, Reason
from leadroute.model.rulebook import Strategy

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DOCS = sorted(ROOT.glob("docs/*.md"))
BLOCK = re.compile(r"<!-- (run|command: [\w ]+) -->\n```bash\n(.*?)```\n", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
STEP = re.compile(r"<!-- run(?:: (\d+))? -->\n```bash\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
TURN = re.compile(r"^\| \d+ \| (-?\d+), (-?\d+), (-?\d+) \| ([ABC]) \| (-?\d+), (-?\d+), (-?\d+) \|$", re.MULTILINE)


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _name(value: object) -> str:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else str(value)


def _commands(page: Path) -> list[str]:
    """The marked commands of a page; of a set-up chain only the last link, as set up here already."""
    return [command.rpartition("&& ")[2].replace(".venv/bin/", "") for _, command in BLOCK.findall(_read(page))]


RUN = (
    "tutorial",
    "init",
    "doctor",
    "plan-and-apply",
    "cron",
    "explain",
    "testing",
    "check",
    "compare",
    "backtest",
    "show",
    "decision-tables",
)
"""Pages whose every command is run in a room of its own."""

RUNNABLE = [
    pytest.param(command, id=f"{page.name}-{number}")
    for page in (ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in RUN))
    for number, command in enumerate(_commands(page))
    if "pytest" not in command
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the project's own, as far as a reader of the README needs it."""
    place = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "samples", place / "samples")
    shutil.copy(ROOT / "rules.example.yaml", place)
    return place


@pytest.mark.parametrize("command", RUNNABLE)
def test_a_command_of_the_docs_runs(folder: Path, command: str) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    shell = ["/bin/bash", "-euo", "pipefail", "-c", command]
    ran = subprocess.run(shell, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode(errors="replace")


def test_the_three_days_with_the_ledger_show_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples", "samples")
    shutil.copy(ROOT / "rules.example.yaml", ".")
    steps = STEP.findall(_read(ROOT / "docs" / "tutorial-ledger.md"))
    assert len(steps) >= 12
    for code, commands, shown in steps:
        codes, output = zip(*map(_done, commands.splitlines()), strict=True)
        assert codes[-1] == int(code or 0), (commands, output)
        assert _missing(shown, "".join(output)) == [], commands


def _done(command: str) -> tuple[int, str]:
    """Do a command of a page, ours in this process; its exit code and all it says."""
    program, *words = shlex.split(command)
    if program == "leadroute":
        ran = CliRunner().invoke(app, words)
        return ran.exit_code, ran.output
    return subprocess.run([program, *words], check=True).returncode, ""


def _missing(shown: str, output: str) -> list[str]:
    """Lines of a page that a command does not say, in this order; ``…`` stands for any lines or the end of one."""
    said = iter(output.splitlines())
    wanted = (line.rstrip() for line in shown.splitlines() if line != "…")
    return [line for line in wanted if not any(_is(one.rstrip(), line) for one in said)]


def _is(said: str, wanted: str) -> bool:
    return said.startswith(wanted[:-1]) if wanted.endswith("…") else said == wanted


@pytest.mark.parametrize(
    "path", [["undo"], ["correct"], ["status"], *(["ledger", name] for name in ("show", "verify", "backup"))]
)
def test_the_page_on_the_ledger_names_every_option(path: list[str]) -> None:
    command, page = get_command(app), _read(ROOT / "docs" / "ledger.md")
    for name in path:
        assert isinstance(command, TyperGroup)
        command = command.commands[name]
    assert f"`leadroute {' '.join(path)}" in page
    options = [one.opts[0] for one in command.params if one.param_type_name == "option" and one.name != "help"]
    assert [option for option in options if not re.search(rf"`{option}\b", page)] == []


def test_the_page_on_backtests_names_every_option() -> None:
    command, page = get_command(app), _read(ROOT / "docs" / "backtest.md")
    assert isinstance(command, TyperGroup)
    named = command.commands["backtest"].params
    options = [one.opts[0] for one in named if one.param_type_name == "option" and one.name != "help"]
    assert [option for option in options if not re.search(rf"`{option}\b", page)] == []


def test_there_are_commands_to_run() -> None:
    assert len(RUNNABLE) >= 2


def test_both_readmes_give_the_same_commands() -> None:
    assert BLOCK.findall(_read(ROOT / "README.md")) == BLOCK.findall(_read(ROOT / "README.zh.md"))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(_read(page)) if "://" not in link]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_page_has_one_title_and_ends_in_one_line_break(page: Path) -> None:
    text = _read(page)
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert len(re.findall(r"^# ", outside, re.MULTILINE)) == 1
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("page", [page for page in DOCS if page.name != "README.md"], ids=_name)
def test_the_index_lists_every_page(page: Path) -> None:
    assert f"({page.name})" in _read(ROOT / "docs" / "README.md")


@pytest.mark.parametrize(
    "word",
    [*Strategy, *OPERATORS, *(member.word for kind in (Outcome, Reason, Passed) for member in kind)],
)
def test_the_docs_name_it(word: str) -> None:
    assert any(f"`{word}`" in _read(page) for page in DOCS)


def test_the_changes_name_this_version() -> None:
    assert f"## {leadroute.__version__} " in _read(ROOT / "CHANGELOG.md")


def test_the_account_worked_by_hand_is_right() -> None:
    weights = whole_weights([Fraction(3), Fraction("1.5"), Fraction(1)])
    balances, turns = [0, 0, 0], TURN.findall(_read(ROOT / "docs" / "concepts.md"))
    for *earned, taker, after_a, after_b, after_c in turns:
        balances = [balance + weight for balance, weight in zip(balances, weights, strict=True)]
        assert [*map(int, earned)] == balances
        assert taker == "ABC"[balances.index(max(balances))]
        balances["ABC".index(taker)] -= sum(weights)
        assert [int(after_a), int(after_b), int(after_c)] == balances
    assert len(turns) == sum(weights)
