"""Two days with a ledger, from end to end: what is known of each row is shown, and where figures come from."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import REPS, RULES, ZH, Desk, desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

CAPPED = "    members: all\n    caps: {day: 2}\n"
MONDAY = """\
lead_id,company,phone,budget
L1,Acme,13800001231,100
L2,Beta,13800001232,5
L3,Gamma,13800001233,5
L4,Delta,13800001234,5
L5,Epsilon,1380000123x,5
"""
TUESDAY = """\
lead_id,company,phone,budget
L1,Acme,138 0000 1231,200
L7,Acme,13800001237,1
L8,Other,13800001232,5
L9,Theta,1380000123y,1
"""


def two_days(folder: Path, rules: str = RULES, reps: str = REPS) -> tuple[Desk, Result]:
    """A desk after two days under a cap of two leads a day, and what was printed on the second."""
    at_desk = desk(folder).put("rules.yaml", rules.replace("    members: all\n", CAPPED)).put("reps.csv", reps)
    for name, table, now in (("monday.csv", MONDAY, "2026-11-23"), ("tuesday.csv", TUESDAY, "2026-11-24")):
        at_desk.put(name, table)
        options = ("--ledger", "rules.ledger", "--now", now, "--format", "csv", "--out", now, "--json")
        result = at_desk.assign(*options, leads=(name,))
        assert result.exit_code == Exit.DONE, result.output
    return at_desk, result


def table(at_desk: Desk, name: str) -> list[dict[str, str]]:
    """A CSV file of the second day."""
    return list(csv.DictReader(io.StringIO(at_desk.files()[f"2026-11-24/{name}"].decode("utf-8-sig"))))


def test_every_row_says_what_was_known_of_it(tmp_path: Path) -> None:
    at_desk, _ = two_days(tmp_path)
    rows = [(row["lead_id"], row["History"], row["Changed data"]) for row in table(at_desk, "assigned.csv")]
    assert rows == [
        ("L5", "re-entered", ""),
        ("L1", "known", "budget: 100 → 200"),
        ("L7", "new", ""),
        ("L8", "duplicate of history", "company: Beta → Other"),
        ("L9", "new", ""),
    ]


def test_a_duplicate_of_history_names_the_run_the_day_and_the_holder(tmp_path: Path) -> None:
    at_desk, _ = two_days(tmp_path, ZH)
    rows = [
        [row[name] for name in ("lead_id", "以前的批次", "最近分出（台账）", "现负责人", "资料变化")]
        for row in table(at_desk, "duplicates.csv")
    ]
    assert rows == [
        ["L1", "1", "2026-11-23", "Ann", "budget：100 → 200"],
        ["L8", "1", "2026-11-23", "Bob", "company：Beta → Other"],
    ]


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        (RULES, "same company, same rep (earlier run, latest lead given 2026-11-23); rule “everybody”"),
        (ZH, "同一公司由同一销售跟进（以前的批次，最近一条 2026-11-23 分出）；规则“everybody”"),
    ],
)
def test_who_follows_a_company_of_an_earlier_run_is_told_so(tmp_path: Path, rules: str, why: str) -> None:
    at_desk, _ = two_days(tmp_path, rules)
    (told,) = (row for row in table(at_desk, "assigned.csv") if row["lead_id"] == "L7")
    assert next(text for text in told.values() if text.startswith(why))


def test_json_counts_history_and_the_rows_that_waited(tmp_path: Path) -> None:
    told = json.loads(two_days(tmp_path)[1].stdout)
    assert told["history"] == {"new": 2, "known": 1, "duplicate": 1, "reentered": 1, "again": 0}
    assert [(line["file"], line["rows"]) for line in told["files"]] == [(None, 1), ("tuesday.csv", 4)]
    assert told["conserved"]


def test_cells_of_a_lead_that_waited_are_not_complained_of_again(tmp_path: Path) -> None:
    told = json.loads(two_days(tmp_path)[1].stdout)
    places = [(one["code"], one["place"]["line"]) for one in told["diagnostics"]]
    assert places == [("LR502", 5), ("LR770", 2)]


@pytest.mark.parametrize(
    ("reps", "sources"),
    [
        (REPS, ["ledger", "ledger"]),
        (REPS.replace("weight", "open leads").replace(",active,1", ",active,3"), ["roster", "roster"]),
        ("id,name,open leads\nR1,Ann,9\nR2,Bob,\n", ["roster", "ledger"]),
    ],
)
def test_open_leads_name_their_source(tmp_path: Path, reps: str, sources: list[str]) -> None:
    told = json.loads(two_days(tmp_path, reps=reps)[1].stdout)
    assert [line["open_from"] for line in told["reps"]] == sources


@pytest.mark.parametrize(
    ("rules", "lines"),
    [
        (
            RULES,
            (
                "History: new 2, known 1, duplicate of history 1, re-entered 1",
                "Reps (2); open: as the roster says, else as the ledger does",
                "open pool of",
            ),
        ),
        (
            ZH,
            (
                "历史：新 2、已知 1、历史重复 1、再次进入 1",
                "销售（2 人）；在手：名册所记，名册没写的按台账",
                "以前批次的公海",
            ),
        ),
    ],
)
def test_the_screen_tells_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str, lines: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    reps = "id,name,open leads\nR1,Ann,9\nR2,Bob,\n"
    at_desk = desk(tmp_path).put("rules.yaml", rules.replace("    members: all\n", CAPPED)).put("reps.csv", reps)
    for day, rows in (("2026-11-23", MONDAY), ("2026-11-24", TUESDAY)):
        shown = at_desk.put("leads.csv", rows).assign("--ledger", "rules.ledger", "--now", day).stdout
    assert [line for line in lines if line not in shown] == []


def test_without_a_ledger_there_is_no_history(tmp_path: Path) -> None:
    at_desk = desk(tmp_path)
    told = json.loads(at_desk.assign("--json", "--format", "csv").stdout)
    assert told["history"] is None
    assert "History" not in at_desk.files()["out/assigned.csv"].decode()


def test_rows_only_an_earlier_run_knows_are_in_no_group(tmp_path: Path) -> None:
    monday = "lead_id,company,phone\nL1,Acme,13800001231\n"
    twice = "L2,Beta,13800001232\nL3,Beta,13800001232\n"
    at_desk = desk(tmp_path)
    for day, rows in (("2026-11-23", monday), ("2026-11-24", monday + twice)):
        at_desk.put("leads.csv", rows).assign("--ledger", "rules.ledger", "--format", "csv", "--now", day)
    told = csv.DictReader(io.StringIO(at_desk.files()["out/duplicates.csv"].decode("utf-8-sig")))
    assert [(row["Group"], row["Kept row"], row["lead_id"]) for row in told] == [
        ("1", "leads.csv:3", "L3"),
        ("", "", "L1"),
    ]
