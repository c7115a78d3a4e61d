"""``leadroute status``: runs, balances, loads, what caps leave, who waits, overrides, health; all on one screen."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.days import AT, HEADER, LATER, LEDGER, MONDAY, TUESDAY, ledger_files, office, widest
from tests.cli.desk import REPS, RULES, ZH, Desk, first

if TYPE_CHECKING:
    from pathlib import Path

CAPPED = RULES.replace("    members: all\n", "    members: all\n    caps: {day: 1}\n")
ROSTER = """\
id,name,status,weight,day cap,week cap,open cap,open leads
R1,Ann,active,1,5,9,3,3
R2,Bob,active,1,,,,
R4,Cyd,left,1,,,,
R5,Eve,active,1,2,,,
"""


def week(folder: Path, rules: str = CAPPED) -> Desk:
    """Two days under a cap, a move by hand, the second day taken back."""
    at = office(folder, rules, monday=MONDAY, tuesday=TUESDAY).put("fix.csv", "lead,new owner\nL1,Bob\n")
    at.put("today.csv", ROSTER).run("correct", "fix.csv", "--reps", "reps.csv", *AT, *LATER)
    at.run("undo", "2", "--yes", *AT, *LATER)
    return at


SCREENS = {
    CAPPED: (
        "Status    2026-11-25 10:00    rules.ledger",
        "Last runs (of 4)",
        "undone by 4",
        "moved 1",
        "undid 2",
        "rows: after the + are leads of the open pool that took part again",
        "balance = entitled - received: above zero is still owed, below zero came early",
        "left: by the caps of the roster; caps of pools in the rulebook come on top",
        "Rules overridden",
        "1 leads wait in the open pool, the first since 2026-11-23",
        "ledger: 4 runs, ",
        "last one whole; check all: leadroute ledger verify",
    ),
    CAPPED.replace("language: en", "language: zh"): (
        "现状    2026-11-25 10:00    rules.ledger",
        "最近的批次（共 4 批）",
        "第 4 批撤销",
        "改派 1 条",
        "撤销第 2 批",
        "读入里“+”后面的是从公海再次进入的线索",
        "结余＝应得－得到：正数是还欠的，负数是多得的，以后的批次会找平",
        "余量按名册上的上限算；规则手册里各组的上限另算",
        "被人工改派的规则",
        "公海里有 1 条线索在等，最早的从 2026-11-23 起",
        "台账：4 批，",
        "最后一批完好（全面检查：leadroute ledger verify）",
    ),
}


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize(("rules", "words"), SCREENS.items())
def test_everything_on_one_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str, words: tuple[str, ...], width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = week(tmp_path, rules).run("status", "--reps", "today.csv", *AT, *LATER)
    assert (shown.exit_code, shown.stderr) == (Exit.DONE, "")
    if width != "60":
        assert [word for word in words if word not in shown.stdout] == []
    assert widest(shown.stdout) <= int(width)


def test_runs_are_shown_newest_first_with_where_their_rows_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = [line.split() for line in week(tmp_path).run("status", *AT, *LATER).stdout.splitlines()]
    runs = [line for line in lines if line[1:2] in (["assign"], ["correct"], ["undo"])]
    assert [line[0] for line in runs] == ["4", "3", "2", "1"]
    assert runs[2][4:] == ["2+1", "2", "1", "0", "0", "tuesday.csv", "undone", "by", "4"]
    assert runs[3][4:] == ["3", "2", "1", "0", "0", "monday.csv", "in", "force"]


def test_caps_of_the_roster_say_what_they_leave(tmp_path: Path) -> None:
    told = json.loads(week(tmp_path).run("status", "--reps", "today.csv", *AT, *LATER, "--json").stdout)
    left = {one["name"]: one["left"] for one in told["reps"]}
    assert left == {
        "Ann": {"open": 0, "day": 5, "week": 9, "month": None},
        "Bob": {"open": None, "day": None, "week": None, "month": None},
        "Eve": {"open": None, "day": 2, "week": None, "month": None},
    }
    had = {one["name"]: (one["had"]["open"], one["had"]["day"], one["had"]["week"]) for one in told["reps"]}
    assert had == {"Ann": (3, 0, 0), "Bob": (2, 1, 2), "Eve": (0, 0, 0)}  # Ann's three are the roster's word


def test_without_a_roster_it_says_how_to_see_caps(tmp_path: Path) -> None:
    at = week(tmp_path)
    assert "add --reps ROSTER to see what caps leave" in at.run("status", *AT, *LATER).stdout
    at.put("rules.yaml", ZH)
    assert "加上 --reps 名册，可以看到各人上限还剩多少" in at.run("status", *AT, *LATER).stdout


def test_json_tells_the_same(tmp_path: Path) -> None:
    told = json.loads(week(tmp_path).run("status", *AT, *LATER, "--json").stdout)
    runs = [(one["run"], one["kind"], one["reentered"], one["moved"], one["undone_by"]) for one in told["runs"]]
    assert runs == [(1, "run", 0, 0, None), (2, "run", 1, 0, 4), (3, "correction", 0, 1, None), (4, "undo", 0, 0, None)]
    assert told["waiting"] == {"leads": 1, "since": "2026-11-23"}
    assert told["overrides"] == [{"rule": "everybody", "times": 1}]
    assert (told["ledger"]["runs"], told["ledger"]["last_run_sound"]) == (4, True)
    assert told["ledger"]["bytes"] >= (tmp_path / LEDGER).stat().st_size


def test_it_changes_nothing_and_works_from_the_ledger_alone(tmp_path: Path) -> None:
    at = week(tmp_path)
    before = ledger_files(at)
    shown = at.run("status", "--ledger", LEDGER, *LATER)
    assert shown.exit_code == Exit.DONE
    assert ledger_files(at) == before


@pytest.mark.parametrize(("rules", "said"), [(RULES, "no leads wait in the open pool"), (ZH, "公海里没有线索在等")])
def test_nobody_waits(tmp_path: Path, rules: str, said: str) -> None:
    assert said in office(tmp_path, rules, monday=MONDAY).run("status", *AT, *LATER).stdout


def test_of_many_reps_and_runs_the_last_and_the_furthest_are_shown(tmp_path: Path) -> None:
    leads = HEADER + "".join(f"L{number},C{number},X,1380000{number}\n" for number in range(1001, 1041))
    roster = "id,name\n" + "".join(f"R{number:02},N{number:02}\n" for number in range(30))
    at = office(tmp_path).put("reps.csv", roster)
    for number in range(1, 10):
        rows = "".join(leads.splitlines(keepends=True)[: 1 + number * 4])
        at.put("l.csv", rows).assign("--ledger", LEDGER, "--now", f"2026-11-23T{number:02}:00", leads=("l.csv",))
    few, all_of_it = (at.run("status", *AT, *LATER, *more).stdout for more in ((), ("--all",)))
    names = [f"N{number:02}" for number in range(30)]
    assert [sum(name in shown for name in names) for shown in (few, all_of_it)] == [16, 30]
    assert [shown.count("assign  ") for shown in (few, all_of_it)] == [7, 9]


@pytest.mark.parametrize(
    ("rules", "said"),
    [(RULES, "the last run WAS CHANGED: restore a backup"), (ZH, "最后一批被改过！请从备份恢复")],
)
def test_a_last_run_that_was_changed_is_told(tmp_path: Path, rules: str, said: str) -> None:
    at = office(tmp_path, rules, monday=MONDAY)
    with sqlite3.connect(tmp_path / LEDGER) as database:
        database.execute("DROP TRIGGER decision_update")
        database.execute("UPDATE decision SET label = 'x' WHERE lead = 2")
    shown = at.run("status", *AT, *LATER)
    assert (shown.exit_code, said in shown.stdout) == (Exit.LEDGER, True)


def test_a_roster_that_cannot_be_read(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("today.csv", "id,name\n")
    assert at.run("status", *AT, "--reps", "today.csv").exit_code == Exit.RULES


@pytest.mark.parametrize("gone", [LEDGER, f"{LEDGER}.head"])
def test_a_ledger_or_note_that_is_gone(tmp_path: Path, gone: str) -> None:
    at = office(tmp_path, monday=MONDAY)
    (tmp_path / gone).unlink()
    refused = at.run("status", *AT)
    assert (refused.exit_code, first(refused)[:26]) == (
        Exit.LEDGER,
        "rules.ledger: error LR701:" if gone == LEDGER else "rules.ledger: error LR711:",
    )


def test_rules_that_are_wrong(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("rules.yaml", "leadroute: 1\n")
    assert at.run("status", *AT).exit_code == Exit.RULES


def test_loads_are_the_ledgers_where_the_roster_is_silent(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY)
    told = json.loads(at.run("status", "--reps", "reps.csv", *AT, *LATER, "--json").stdout)
    assert REPS.startswith("id,name,email,status,weight\n")
    assert [one["had"]["open"] for one in told["reps"]] == [2, 1]
