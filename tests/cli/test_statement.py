"""``leadroute ledger show``: what ends an argument adds up, line by line, on the screen and in every file."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from leadroute.commands.exits import Exit
from tests.cli.days import AT, LATER, LEDGER, MONDAY, TUESDAY, office, widest
from tests.cli.desk import REPS, RULES, ZH, Desk, first

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def week(folder: Path, rules: str = RULES) -> Desk:
    """Two days, a move by hand on Wednesday, Tuesday taken back after it."""
    at = office(folder, rules, monday=MONDAY, tuesday=TUESDAY).put("fix.csv", "lead,new owner,why\nL1,Bob,asked for\n")
    at.run("correct", "fix.csv", "--reps", "reps.csv", *AT, *LATER)
    at.run("undo", "2", "--yes", *AT, *LATER)
    return at


def show(at: Desk, *words: str) -> Result:
    """Run ``ledger show``."""
    return at.run("ledger", "show", *words, *AT)


def rows(at: Desk, name: str) -> list[dict[str, str]]:
    """A CSV file that was written."""
    return list(csv.DictReader(io.StringIO(at.files()[f"out/{name}"].decode("utf-8-sig"))))


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            RULES,
            (
                "Statement    Ann    from the beginning    rules.ledger",
                "opening balance",
                "moved to Bob: asked for",
                "run 2 taken back",
                "opening 0.00 + entitled 2.50 - received 3.00 + corrections +1.00 = +0.50",
                "checked: the lines add up to the ledger's figures.",
                "checked: the balances of all 2 reps add up to 0.",
            ),
        ),
        (
            ZH,
            (
                "对账单    Ann    全部时间    rules.ledger",
                "期初结余",
                "改派给 Bob：asked for",
                "撤销第 2 批",
                "期初 0.00 ＋ 应得 2.50 － 得到 3.00 ＋ 改派与撤销 +1.00 ＝ 期末 +0.50",
                "核对：逐行相加与台账一致。",
                "核对：全部 2 人的结余相加为 0。",
            ),
        ),
    ],
)
def test_the_statement_of_a_rep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str, words: tuple[str, ...], width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = show(week(tmp_path, rules), "Ann")
    assert (shown.exit_code, shown.stderr) == (Exit.DONE, "")
    assert [word for word in words if word not in shown.stdout] == []
    assert widest(shown.stdout) <= int(width)


@pytest.mark.parametrize(("width", "line"), [("80", "received (everybody)"), ("120", "everybody  team  -1.00")])
def test_every_line_names_its_rule_at_any_width(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str, line: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = show(week(tmp_path), "Ann").stdout
    assert len([one for one in shown.splitlines() if line in one]) == 3
    assert ("entitled (team)" in shown) == (width == "80")


def test_json_adds_up_to_the_last_fraction(tmp_path: Path) -> None:
    told = json.loads(show(week(tmp_path), "R2", "--json").stdout)
    lines = [(one["what"], one["run"], one["amount"]["exact"], one["balance"]["exact"]) for one in told["lines"]]
    assert lines == [
        ("entitled", 1, "3/2", "3/2"),
        ("received", 1, "-1", "1/2"),
        ("entitled", 2, "1", "3/2"),
        ("received", 2, "-1", "1/2"),
        ("moved_here", 3, "-1", "-1/2"),
        ("taken_back", 4, "0", "-1/2"),
    ]
    assert (told["rep"]["name"], told["closing"]["exact"], told["adds_up"]) == ("Bob", "-1/2", True)
    assert [one["sum"]["exact"] for one in told["sums"]] == ["0"]


@pytest.mark.parametrize(
    ("period", "opening", "closing", "lines"),
    [
        ((), "0", "1/2", 7),
        (("--from", "2026-11-24"), "-1/2", "1/2", 4),
        (("--to", "2026-11-23"), "0", "-1/2", 3),
        (("--from", "2026-11-24", "--to", "2026-11-24"), "-1/2", "-1/2", 2),
        (("--from", "2026-12-01"), "1/2", "1/2", 0),
    ],
)
def test_a_period_opens_where_the_one_before_it_closed(
    tmp_path: Path, period: tuple[str, ...], opening: str, closing: str, lines: int
) -> None:
    told = json.loads(show(week(tmp_path), "Ann", *period, "--json").stdout)
    assert (told["rep"]["opening"]["exact"], told["closing"]["exact"]) == (opening, closing)
    assert (len(told["lines"]), told["adds_up"]) == (lines, True)


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (("--from", "2026-11-24"), "Accounts of all reps    2026-11-24 to now    rules.ledger"),
        (("--to", "2026-11-24"), "Accounts of all reps    the beginning to 2026-11-24    rules.ledger"),
    ],
)
def test_the_title_names_the_days(tmp_path: Path, period: tuple[str, ...], title: str) -> None:
    assert show(week(tmp_path), "--all", *period).stdout.splitlines()[0] == title


def test_everybody_adds_up_to_zero(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = show(week(tmp_path), "--all").stdout
    lines = [line.split() for line in shown.splitlines()]
    assert ["Ann", "0.00", "+2.50", "-3.00", "+1.00", "+0.50", "1"] in lines
    assert ["Bob", "0.00", "+2.50", "-2.00", "-1.00", "-0.50", "2"] in lines
    assert ["total", "0.00", "+5.00", "-5.00", "0.00", "0.00", "3"] in lines
    assert shown.splitlines()[-1] == "checked: the balances of all 2 reps add up to 0."


def test_a_csv_file_adds_up(tmp_path: Path) -> None:
    at = week(tmp_path)
    done = show(at, "Ann", "--format", "csv")
    assert done.stdout == "written: out/statement_Ann.csv\n"
    told = rows(at, "statement_Ann.csv")
    assert sum(float(row["leads"] or 0) for row in told) == float(told[-1]["balance"]) == 0.5
    moved = next(row for row in told if row["run"] == "3")
    assert [moved[name] for name in ("date", "item", "lead", "name", "rule", "pool", "leads", "balance")] == [
        *("2026-11-25", "moved to Bob: asked for", "#1", "L1 Acme Al", "everybody", "team", "1", "0.5"),
    ]


def test_the_accounts_in_a_csv_file_add_up_to_zero(tmp_path: Path) -> None:
    at = week(tmp_path)
    assert show(at, "--all", "--format", "csv", "--csv-encoding", "utf-8").exit_code == Exit.DONE
    told = rows(at, "accounts.csv")
    assert sum(float(row["closing balance"]) for row in told) == 0
    for row in told:
        parts = ("opening balance", "entitled", "received", "corrections")
        assert sum(float(row[name]) for name in parts) == float(row["closing balance"])


def test_a_workbook_holds_numbers_under_a_title(tmp_path: Path) -> None:
    at = week(tmp_path, ZH)
    assert show(at, "Ann", "--format", "xlsx").stdout == "已写入 out/statement_Ann.xlsx\n"
    sheet = load_workbook(tmp_path / "out" / "statement_Ann.xlsx").active
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert sheet.title == "Ann"
    assert found[0][0] == "对账单    Ann    全部时间"
    heading = next(row for row in found if "批次" in row)
    assert heading == ["批次", "日期", "事项", "线索", "名称", "规则", "组", "条数", "结余"]
    assert found[-1][2::6] == ["期末结余", 0.5]
    assert sum(row[7] or 0 for row in found[found.index(heading) + 1 :]) == 0.5


def test_json_beside_a_file_is_the_statement(tmp_path: Path) -> None:
    told = json.loads(show(week(tmp_path), "Ann", "--format", "csv", "--json").stdout)
    assert told["closing"]["exact"] == "1/2"


@pytest.mark.parametrize(
    ("who", "roster", "said"),
    [
        ("Anna", REPS, "rules.ledger: error LR755: the ledger knows no rep 'Anna'"),
        (
            "Bob",
            REPS + "R3,Bob,b3@example.com,active,1\n",
            "rules.ledger: error LR756: several people are called 'Bob'",
        ),
    ],
)
def test_a_rep_must_be_one_the_ledger_knows(tmp_path: Path, who: str, roster: str, said: str) -> None:
    at = office(tmp_path, monday=MONDAY).put("today.csv", roster)
    refused = show(at, who, "--reps", "today.csv")
    assert (refused.exit_code, first(refused)[: len(said)]) == (Exit.USAGE, said)


def test_names_are_those_of_the_roster_given_and_namesakes_have_their_ids(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("today.csv", REPS.replace("Ann", "Bob"))
    shown = show(at, "--all", "--reps", "today.csv").stdout
    assert [name for name in ("Bob (R1)", "Bob (R2)") if name not in shown] == []
    assert "Statement    Bob (R2)" in show(at, "R2", "--reps", "today.csv").stdout


def test_a_rep_without_leads_has_an_empty_statement(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("today.csv", REPS + "R3,Eve,eve@example.com,active,1\n")
    told = json.loads(show(at, "Eve", "--reps", "today.csv", "--json").stdout)
    assert (told["lines"], told["closing"]["exact"], told["adds_up"]) == ([], "0", True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a rep, or ask for --all"),
        (("Ann", "--all"), "name a rep, or ask for --all"),
        (("Ann", "--from", "2026-11-25", "--to", "2026-11-24"), "--from is after --to"),
        (("Ann", "--from", "yesterday"), "write it like 2026-11-23"),
    ],
)
def test_what_is_asked_for_must_make_sense(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    refused = show(office(tmp_path), *words)
    assert (refused.exit_code, said in refused.stderr) == (Exit.USAGE, True)


def test_a_roster_that_cannot_be_read(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("today.csv", "id,name\n")
    assert show(at, "Ann", "--reps", "today.csv").exit_code == Exit.RULES


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    at = office(tmp_path, monday=MONDAY).put("taken", "a file")
    refused = show(at, "Ann", "--format", "csv", "--out", "taken")
    assert (refused.exit_code, "taken" in refused.stderr) == (Exit.OUTPUT, True)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            RULES,
            (
                "checked: all balances add up to +1.00, and MUST be 0!",
                "checked: the lines DO NOT add up to the ledger's figures!",
                "error LR757: the account does not add up: the ledger was changed or is damaged",
            ),
        ),
        (
            ZH,
            (
                "核对：全部结余相加为 +1.00，应当为 0！",
                "核对：逐行相加与台账不一致！",
                "错误 LR757：账目不平，台账可能被改过或已损坏",
            ),
        ),
    ],
)
def test_an_account_that_was_tampered_with_is_told(tmp_path: Path, rules: str, words: tuple[str, ...]) -> None:
    at = office(tmp_path, rules, monday=MONDAY)
    with sqlite3.connect(tmp_path / LEDGER) as database:
        database.execute("DROP TRIGGER entry_update")
        (unit,) = database.execute("SELECT MAX(paid / got) FROM entry WHERE got > 0").fetchone()
        database.execute("UPDATE entry SET paid = paid - ? WHERE got = 1", (unit,))
        database.execute("DROP TRIGGER decision_delete")
        database.execute("DELETE FROM decision WHERE lead <> 2")
    shown = [show(at, who) for who in ("Ann", "Bob")]
    assert {one.exit_code for one in shown} == {Exit.LEDGER}
    assert [word for word in words if word not in shown[0].output] == []
