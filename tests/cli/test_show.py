"""``leadroute show``: sentences on the screen, JSON, and the page, opened in a browser where there is one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from leadroute.commands.exits import Exit
from tests.cli.desk import NOW, ROOT, ZH, Desk, desk, first

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

TOLD = """\
Rulebook
Rulebook rules.yaml

Rules: top down, the first that matches decides
  1. everybody
    If Company is filled in, give it to pool “team”.
  Default
    If no rule above matches, put it into the open pool.

Pools: who takes leads, and how
  team
    Members: everybody on the roster. They take turns by weight; the weights
    are those of the roster. When nobody can take a lead, it goes to the open
    pool.
"""
WITH_LEADS = ("--leads", "leads.csv", "--reps", "reps.csv", *NOW)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def on(tmp_path: Path) -> Desk:
    """A desk on which everything is right."""
    return desk(tmp_path)


def show(on: Desk, *options: str) -> Result:
    return on.run("show", "rules.yaml", *options)


def test_the_rulebook_is_told_in_sentences(on: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = show(on)
    assert result.exit_code == Exit.DONE
    assert "\n".join(line.rstrip() for line in result.stdout.splitlines()).startswith(TOLD)
    assert result.stderr == ""


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_line_fits_the_screen(on: Desk, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shutil.copy(ROOT / "rules.example.yaml", on.folder / "rules.yaml")
    result = show(on)
    assert result.exit_code == Exit.DONE
    assert max(map(cell_len, result.stdout.splitlines())) <= width


def test_with_leads_the_hits_are_told(on: Desk) -> None:
    lines = [line.rstrip() for line in show(on, *WITH_LEADS).stdout.splitlines()]
    assert "Leads leads.csv; roster reps.csv; 2026-11-23 09:00" in lines
    assert {"  1. everybody  3 leads", "  Default  0 leads", "  team  3 leads"} <= set(lines)


def test_in_chinese(on: Desk) -> None:
    lines = show(on.put("rules.yaml", ZH), *WITH_LEADS).stdout.splitlines()
    assert {"  1. everybody  3 条", "    如果公司有值，就分给组“team”。"} <= {line.rstrip() for line in lines}


def test_json_has_the_sentences_and_the_ways(on: Desk) -> None:
    told = json.loads(show(on, "--json", *WITH_LEADS).stdout)
    entry = told["sections"][0]["entries"][0]
    assert entry == {
        "number": 1,
        "name": "everybody",
        "enabled": True,
        "hits": 3,
        "sentences": ["If Company is filled in, give it to pool “team”."],
    }
    assert told["flow"]["from_rules"] == [
        {"number": 1, "rule": "everybody", "outcome": "assigned", "pool": "team", "leads": 3}
    ]
    assert [way["leads"] for way in told["flow"]["to_reps"]] == [2, 1]
    assert told["flow"]["outcomes"]["assigned"] == 3


def test_json_names_what_no_rule_decided(on: Desk) -> None:
    on.put("customers.csv", "company,owner\nAcme,R1\n").put(
        "leads.csv", "company,phone\nAcme,13800001234\n,13800001235\n"
    )
    told = json.loads(show(on, "--json", *WITH_LEADS, "--customers", "customers.csv").stdout)
    assert {way["rule"] for way in told["flow"]["from_rules"]} == {"before", "default"}


def test_json_without_leads_has_no_ways(on: Desk) -> None:
    told = json.loads(show(on, "--json", "--reps", "reps.csv").stdout)
    assert told["flow"] is None
    assert told["sections"][0]["entries"][0]["hits"] is None


def test_the_page_is_written_whole_and_for_few_eyes(on: Desk) -> None:
    result = show(on, "--html", "new/page.html", *WITH_LEADS)
    assert (result.exit_code, result.stdout) == (Exit.DONE, "written: new/page.html; open it in a browser\n")
    path = on.folder / "new" / "page.html"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(at.name for at in path.parent.iterdir()) == ["page.html"]
    before = path.read_bytes()
    assert show(on, "--html", "new/page.html", *WITH_LEADS).exit_code == Exit.DONE
    assert path.read_bytes() == before


def test_with_a_roster_alone_the_page_names_its_people(on: Desk) -> None:
    assert show(on, "--html", "page.html", "--reps", "reps.csv", "--quiet").stdout == ""
    text = (on.folder / "page.html").read_text(encoding="utf-8")
    assert "Roster reps.csv" in text
    assert "Ann R1" in text


@pytest.mark.parametrize(("name", "given"), [("rules.html", ("rules.html",)), ("t.html", ("rules.yaml",))])
def test_a_page_never_takes_the_place_of_what_it_is_made_from(on: Desk, name: str, given: tuple[str, ...]) -> None:
    table = "company: {in_table: {file: t.html}}"
    on.put("rules.html", on.files()["rules.yaml"]).put("t.html", "x")
    on.put("rules.yaml", on.files()["rules.yaml"].decode().replace("company: {present: true}", table))
    if name == "t.html":
        (on.folder / "t.html").rename(on.folder / "t.csv")
        (on.folder / "t.html").symlink_to("t.csv")
        on.put("rules.yaml", on.files()["rules.yaml"].decode().replace("t.html", "t.csv"))
    before = on.files()
    result = on.run("show", *given, "--html", name)
    assert (result.exit_code, "LR617" in first(result)) == (Exit.OUTPUT, True)
    assert on.files() == before


def test_a_folder_in_the_place_of_the_page_is_told(on: Desk) -> None:
    (on.folder / "page.html").mkdir()
    result = show(on, "--html", "page.html")
    assert (result.exit_code, "LR615" in first(result)) == (Exit.OUTPUT, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--leads", "leads.csv"), "with --leads name the roster (--reps), too"),
        (("--html", "page.pdf"), "a page ends in .html, like rules.html"),
    ],
)
def test_wrong_usage(on: Desk, options: tuple[str, ...], said: str) -> None:
    result = show(on, *options)
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "options", "code"),
    [
        ("rules.yaml", "leadroute: 1\n", (), Exit.RULES),
        ("rules.yaml", "leadroute: 1\n", ("--reps", "reps.csv"), Exit.RULES),
        ("rules.yaml", "leadroute: 1\n", WITH_LEADS, Exit.RULES),
        ("reps.csv", "", ("--reps", "reps.csv"), Exit.RULES),
        ("leads.csv", "", WITH_LEADS, Exit.INPUT),
        ("rules.ledger", "no ledger", (*WITH_LEADS, "--ledger", "rules.ledger"), Exit.LEDGER),
    ],
)
def test_what_cannot_be_read_is_refused(on: Desk, name: str, text: str, options: tuple[str, ...], code: Exit) -> None:
    on.put(name, text)
    result = show(on, "--html", "page.html", *options)
    assert (result.exit_code, result.stdout) == (code, "")
    assert not (on.folder / "page.html").exists()


def test_the_ledger_is_asked_only_when_named(on: Desk) -> None:
    assert on.assign("--ledger", "rules.ledger", "-o", "out").exit_code == Exit.DONE
    before = on.files()
    told = [json.loads(show(on, "--json", *WITH_LEADS, *more).stdout) for more in ((), ("--ledger", "rules.ledger"))]
    assert [found["flow"]["outcomes"]["assigned"] for found in told] == [3, 0]
    assert on.files() == before


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (apt-get install chromium)")
def test_a_browser_shows_the_page(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    shutil.copy(ROOT / "rules.example.yaml", tmp_path / "rules.yaml")
    given = ("--leads", "samples/leads.csv", "--reps", "samples/reps.xlsx", *NOW, "--html", "page.html")
    assert show(Desk(tmp_path), *given).exit_code == Exit.DONE
    page = (tmp_path / "page.html").as_uri()
    dom = browsed(tmp_path, "--dump-dom", page)
    assert "</svg>" in dom
    assert "如果省份是上海、江苏或浙江" in dom
    browsed(tmp_path, "--window-size=1600,900", f"--screenshot={tmp_path / 'page.png'}", page)
    blank = 20_000
    assert (tmp_path / "page.png").stat().st_size > blank


def browsed(folder: Path, *options: str) -> str:
    """Let the browser do something, with no network behind it; what it says."""
    assert BROWSER
    alone = ("--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND")
    home = {**os.environ, "HOME": str(folder)}
    command = [BROWSER, *alone, f"--user-data-dir={folder / 'profile'}", *options]
    return subprocess.run(command, env=home, capture_output=True, check=True, timeout=120).stdout.decode()
