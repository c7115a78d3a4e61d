"""``leadroute undo``: shown before it is done, asked about, refused when others stand on it."""

from __future__ import annotations

import json
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.days import AT, LATER, LEDGER, MONDAY, TUESDAY, answered, day, ledger_files, office, widest
from tests.cli.desk import RULES, ZH, first

if TYPE_CHECKING:
    from pathlib import Path

CAPPED = RULES.replace("    members: all\n", "    members: all\n    caps: {day: 1}\n")
SHOWN = {
    RULES: (
        "Undo run 1    rules.ledger",
        "3 leads are nobody's again and can be assigned anew",
        "Take it back? [y/N] ",
    ),
    ZH: ("撤销第 1 批    rules.ledger", "3 条线索不再有归属，可以重新分配", "确定撤销吗？[y/N] "),
}


@pytest.mark.parametrize(("rules", "words"), SHOWN.items())
def test_it_shows_then_asks_then_does_what_is_wanted(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rules: str,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    at = office(tmp_path, rules, monday=MONDAY)
    before = ledger_files(at)
    assert answered(at, "n\n", monkeypatch, "undo", "1", *AT, *LATER) == Exit.NO
    told = capsys.readouterr()
    title, freed, question = words
    assert title in told.out
    assert freed in told.out
    assert widest(told.out) <= 80
    assert told.err == question
    assert told.out.rstrip().endswith(("Not taken back; nothing was changed.", "没有撤销，什么也没有改。"))
    assert ledger_files(at) == before
    assert answered(at, "y\n", monkeypatch, "undo", "1", *AT, *LATER) == Exit.DONE
    assert "2" in capsys.readouterr().out.rstrip().rsplit("\n", 1)[-1]


def test_what_each_rep_gives_back_is_shown(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    lines = [line.split() for line in at.run("undo", "1", *AT, *LATER, "--dry-run").stdout.splitlines()]
    assert ["Ann", "2", "-0.50", "0.00"] in lines
    assert ["Bob", "1", "+0.50", "0.00"] in lines
    assert ["dry", "run:", "nothing", "was", "changed."] in lines


def test_without_a_terminal_it_is_not_done(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    before = ledger_files(at)
    asked = at.run("undo", "1", *AT, *LATER)
    assert (asked.exit_code, first(asked)) == (
        Exit.USAGE,
        "error LR734: there is no terminal to ask on, so nothing was changed",
    )
    assert at.run("undo", "1", *AT, *LATER, "--json").exit_code == Exit.USAGE
    assert ledger_files(at) == before


def test_done_with_yes_the_same_leads_are_assigned_again(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    done = at.run("undo", "1", *AT, *LATER, "--yes")
    assert done.exit_code == Exit.DONE
    assert done.stdout.endswith("taken back, recorded as run 2. The same files can be assigned again.\n")
    left = f"{tmp_path / 'monday'} (6): assigned.csv, duplicates.csv, open_pool.csv"
    assert first(done) == f"warning LR735: files of run 1 are still in {left}"
    again = json.loads(day(at, "again", MONDAY, "2026-11-25T11:00", "--json").stdout)
    assert again["outcomes"]["assigned"] == 3


def test_quiet_says_nothing_but_what_is_wrong(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    rmtree(tmp_path / "monday")
    done = at.run("undo", "1", *AT, *LATER, "--yes", "--quiet")
    assert (done.exit_code, done.output) == (Exit.DONE, "")


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_nobody_is_asked_about_what_was_not_shown(tmp_path: Path, quiet: tuple[str, ...]) -> None:
    at = office(tmp_path, monday=MONDAY)
    assert "Undo run 1" in at.run("undo", "1", *AT, *LATER, *quiet).stdout


def test_json_before_and_after(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    looked = json.loads(at.run("undo", "1", *AT, *LATER, "--dry-run", "--json").stdout)
    done = json.loads(at.run("undo", "1", *AT, *LATER, "--yes", "--json").stdout)
    assert (looked["recorded"], done["recorded"]) == (None, 2)
    assert [one["run"] for one in looked["runs"]] == [1]
    assert looked["leads_then"] == {"free": 3}
    assert [(one["name"], one["leads_back"], one["balance_before"]["exact"]) for one in looked["reps"]] == [
        ("Ann", 2, "-1/2"),
        ("Bob", 1, "1/2"),
    ]
    assert [one["code"] for one in done["diagnostics"]] == ["LR735"]
    assert {**looked, "recorded": 2, "diagnostics": done["diagnostics"]} == done


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ("9", "error LR730: the ledger has no run 9; the last one is run 2"),
        ("2", "error LR732: run 2 took back run 1 itself; that cannot be undone"),
        ("1", "error LR731: run 1 was taken back already, by run 2"),
    ],
)
def test_what_cannot_be_taken_back(tmp_path: Path, run: str, said: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    at.run("undo", "1", *AT, *LATER, "--yes")
    refused = at.run("undo", run, *AT, *LATER, "--yes")
    assert (refused.exit_code, first(refused)) == (Exit.NO, said)


def test_a_run_that_others_stand_on_goes_with_them_or_stays(tmp_path: Path) -> None:
    at = office(tmp_path, CAPPED, monday=MONDAY, tuesday=TUESDAY)  # under the cap one waits for Tuesday
    refused = at.run("undo", "1", *AT, *LATER, "--yes")
    said = "error LR733: run 1 cannot be taken back alone: run 2 decided 1 of its leads once more"
    assert (refused.exit_code, first(refused)) == (Exit.NO, said)
    both = at.run("undo", "1", *AT, *LATER, "--yes", "--with-later")
    assert both.exit_code == Exit.DONE
    assert "undid 2, 1" in at.run("status", *AT, *LATER).stdout


def test_leads_go_back_to_where_they_were(tmp_path: Path) -> None:
    at = office(tmp_path, CAPPED, monday=MONDAY, tuesday=TUESDAY)
    shown = at.run("undo", "2", *AT, *LATER, "--dry-run").stdout
    assert "2 leads are nobody's again" in shown
    assert "1 leads wait in the open pool again" in shown
    assert "rows: after the + are leads of the open pool that took part again" in shown


def test_a_move_that_is_undone_gives_the_lead_back(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("fix.csv", "lead,new owner\nL1,Bob\n")
    at.run("correct", "fix.csv", "--reps", "reps.csv", *AT, *LATER)
    done = at.run("undo", "2", *AT, *LATER, "--yes")
    assert "1 leads stand as decided before" in done.stdout
    assert done.stdout.endswith("taken back, recorded as run 3.\n")
    assert done.stderr == ""


def test_later_files_that_held_the_leads_are_named(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY, tuesday=TUESDAY)
    done = at.run("undo", "1", *AT, *LATER, "--yes")
    warned = "LR736: if files of run 2 held these leads, they were left alone there as decided before"
    assert warned in done.stderr


def test_there_must_be_a_ledger(tmp_path: Path) -> None:
    at = office(tmp_path)
    missing, unnamed = at.run("undo", "1", *AT), at.run("undo", "1")
    assert (missing.exit_code, first(missing)) == (
        Exit.LEDGER,
        f"{LEDGER}: error LR753: there is no ledger here: {LEDGER}",
    )
    assert unnamed.exit_code == Exit.USAGE
    assert "name the rulebook (--rules) or the ledger (--ledger)" in unnamed.stderr


def test_a_clock_that_went_back_undoes_nothing(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    refused = at.run("undo", "1", *AT, "--now", "2026-11-20", "--yes")
    assert (refused.exit_code, "LR713" in refused.stderr) == (Exit.LEDGER, True)
