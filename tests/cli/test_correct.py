"""``leadroute correct``: every row that leaves a doubt is told with its place, and then nothing is moved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.days import AT, HEADER, LATER, MONDAY, ledger_files, office, widest
from tests.cli.desk import REPS, RULES, ZH, Desk, first

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

MORE = REPS + "R3,Ann,ann3@example.com,active,1\nR4,Cyd,cyd@example.com,left,1\nR5,Eve,eve@example.com,active,1\n"
MISTAKES = """\
lead,phone,new owner,reason
,,Bob,no lead
L9,,Bob,unknown lead
L1,,Zoe,unknown rep
L1,,Cyd,has left
L1,,Ann,two Anns
L2,13800001234,Bob,two leads in one row
L3,,R3,
L3,,Eve,twice
"""
WRONG = [
    ("LR742", 2, "lead"),
    ("LR743", 3, "lead"),
    ("LR747", 4, "new owner"),
    ("LR748", 5, "new owner"),
    ("LR749", 6, "new owner"),
    ("LR745", 7, "lead"),
    ("LR750", 9, "new owner"),
]
TWICE = HEADER + "L1,Acme,Al,13800001234\nL1,Beta,Be,13800001235\n"


def move(at_desk: Desk, sheet: str, *options: str, reps: str = REPS) -> Result:
    """Run a sheet of corrections."""
    at_desk.put("fix.csv", sheet).put("today.csv", reps)
    return at_desk.run("correct", "fix.csv", "--reps", "today.csv", *AT, *LATER, *options)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            RULES,
            ("Corrections    rules.ledger    2026-11-25 10:00", "Leads moved (1)", "1 leads moved, recorded as run 2."),
        ),
        (ZH, ("改派    rules.ledger    2026-11-25 10:00", "改派的线索（1 条）", "已改派 1 条线索，记为第 2 批。")),
    ],
)
def test_a_lead_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str, words: tuple[str, ...]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = move(office(tmp_path, rules, monday=MONDAY), "线索编号,新负责人,原因\nL1,Bob,客户认识他\n")
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert [word for word in (*words, "#1 L1 Acme Al", "客户认识他") if word not in done.stdout] == []
    assert widest(done.stdout) <= 80


@pytest.mark.parametrize("called", ["L1", "#1"])
def test_a_lead_is_called_by_id_or_number(tmp_path: Path, called: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    told = json.loads(move(at, f"lead,new owner\n{called},Bob\n", "--json").stdout)
    assert [(one["lead"], one["from"], one["to"]) for one in told["moves"]] == [(1, "R1", "R2")]


def test_a_lead_is_found_by_its_phone(tmp_path: Path) -> None:
    told = json.loads(move(office(tmp_path, monday=MONDAY), "phone,new owner\n13800001235,Ann\n", "--json").stdout)
    assert [(one["label"], one["to"], one["rule"]) for one in told["moves"]] == [("L2 Beta Be", "R1", "everybody")]


def test_all_mistakes_are_told_at_once_and_nothing_is_moved(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = ledger_files(at)
    refused = move(at, MISTAKES, reps=MORE)
    places = [line.partition(": error ")[::2] for line in refused.stderr.splitlines() if ": error " in line]
    assert [(text[:5], where) for where, text in places] == [
        (code, f"fix.csv:{line}:{column}") for code, line, column in WRONG
    ]
    assert (refused.exit_code, refused.stdout) == (Exit.INPUT, "")
    assert ledger_files(at) == before


def test_a_rep_who_is_not_on_the_roster_may_be_a_slip(tmp_path: Path) -> None:
    refused = move(office(tmp_path, monday=MONDAY), "lead,new owner\nL1,Bobb\n")
    assert refused.stderr.splitlines()[1] == "hint: did you mean 'Bob'? write an id or a name of the roster"


def test_a_name_of_several_leads_is_told_with_their_numbers(tmp_path: Path) -> None:
    refused = move(office(tmp_path, monday=TWICE), "lead,new owner\nL1,Bob\n")
    assert first(refused) == "fix.csv:2:lead: error LR744: 'L1' means several leads: #1 L1 Acme Al, #2 L1 Beta Be"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("lead,why\nL1,x\n", ["LR740"]),
        ("name,new owner\nL1,Bob\n", ["LR741"]),
        ("remark\nx\n", ["LR740", "LR741"]),
    ],
)
def test_a_sheet_says_which_lead_and_to_whom(tmp_path: Path, sheet: str, said: list[str]) -> None:
    refused = move(office(tmp_path, monday=MONDAY), sheet)
    assert [code for code in ("LR740", "LR741") if code in refused.stderr] == said
    assert refused.exit_code == Exit.INPUT


@pytest.mark.parametrize(
    ("sheet", "notes", "moved"),
    [
        ("lead,new owner\nL1,Ann\n", ["LR751"], 0),
        ("lead,new owner\nL1,Bob\nL1,Bob\n", ["LR752"], 1),
        ("lead,new owner\nL1,Bob\nL2,\nL3,\n", ["LR746"], 1),
    ],
)
def test_what_needs_no_move_is_told(tmp_path: Path, sheet: str, notes: list[str], moved: int) -> None:
    told = json.loads(move(office(tmp_path, monday=MONDAY), sheet, "--json").stdout)
    assert [one["code"] for one in told["diagnostics"]] == notes
    assert (len(told["moves"]), told["recorded"]) == (moved, 2 if moved else None)


@pytest.mark.parametrize(
    ("rules", "last"), [(RULES, "nothing to move; nothing was changed."), (ZH, "没有要改派的线索，什么也没有改。")]
)
def test_nothing_to_move_is_said(tmp_path: Path, rules: str, last: str) -> None:
    done = move(office(tmp_path, rules, monday=MONDAY), "lead,new owner\nL1,Ann\n")
    assert (done.exit_code, done.stdout.splitlines()[-1], "LR751" in done.stdout) == (Exit.DONE, last, True)


def test_a_dry_run_moves_nothing(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = ledger_files(at)
    looked = move(at, "lead,new owner\nL1,Bob\n", "--dry-run")
    assert "Leads moved (1)" in looked.stdout
    assert looked.stdout.splitlines()[-1] == "dry run: nothing was changed."
    assert ledger_files(at) == before


@pytest.mark.parametrize(("options", "charged"), [((), "1"), (("--free",), "0")])
def test_the_price_goes_along_unless_it_is_free(tmp_path: Path, options: tuple[str, ...], charged: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    told = json.loads(move(at, "lead,new owner\nL1,Bob\n", *options, "--json").stdout)
    assert [one["charged"]["exact"] for one in told["moves"]] == [charged]
    reps = json.loads(at.run("ledger", "show", "--all", *AT, "--json").stdout)["reps"]
    closing = {"1": ["1/2", "-1/2"], "0": ["-1/2", "1/2"]}[charged]
    assert [one["closing"]["exact"] for one in reps] == closing
    assert [one["leads"] for one in reps] == [1, 2]


def test_overrides_are_counted_by_rule(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    move(at, "lead,new owner\nL1,Bob\n")
    told = json.loads(move(at, "lead,new owner\nL2,Ann\n", "--json").stdout)
    assert told["overrides"] == [{"rule": "everybody", "times": 2}]


def test_quiet_moves_without_a_word(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    done = move(at, "lead,new owner\nL1,Bob\n", "--quiet")
    assert (done.exit_code, done.output) == (Exit.DONE, "")
    assert json.loads(at.run("status", *AT, *LATER, "--json").stdout)["runs"][-1]["moved"] == 1


@pytest.mark.parametrize(
    ("sheet", "roster", "code", "said"),
    [
        ("fix.csv", "nobody.csv", Exit.RULES, "nobody.csv: error LR520"),
        ("gone.csv", "reps.csv", Exit.INPUT, "gone.csv: error LR001"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, sheet: str, roster: str, code: Exit, said: str) -> None:
    at = office(tmp_path, monday=MONDAY).put("fix.csv", "lead,new owner\nL1,Bob\n").put("nobody.csv", "id,name\n")
    refused = at.run("correct", sheet, "--reps", roster, *AT, *LATER)
    assert (refused.exit_code, first(refused)[: len(said)]) == (code, said)


def test_there_must_be_a_ledger(tmp_path: Path) -> None:
    refused = move(office(tmp_path), "lead,new owner\nL1,Bob\n")
    assert (refused.exit_code, "LR753" in refused.stderr) == (Exit.LEDGER, True)


def test_a_clock_that_went_back_moves_nothing(tmp_path: Path) -> None:
    refused = move(office(tmp_path, monday=MONDAY), "lead,new owner\nL1,Bob\n", "--now", "2026-11-20")
    assert (refused.exit_code, "LR713" in refused.stderr) == (Exit.LEDGER, True)


def test_a_lead_nobody_had_is_earned_and_paid_by_who_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    at = office(tmp_path, RULES.replace("assign: team", "assign: open_pool"), monday=MONDAY)
    shown = move(at, "lead,new owner\nL1,Bob\n")
    assert [line.split()[-4:-1] for line in shown.stdout.splitlines() if "#1 L1" in line] == [["nobody", "Bob", "no"]]
    (bob,) = json.loads(at.run("ledger", "show", "--all", *AT, "--json").stdout)["reps"]
    assert (bob["leads"], bob["closing"]["exact"]) == (1, "0")
