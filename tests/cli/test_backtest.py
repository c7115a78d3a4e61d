"""``leadroute backtest``: a rulebook over the past, from files and from a ledger; runs leave their state behind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from leadroute.commands.exits import Exit
from tests.cli.desk import ROOT, Desk, desk

if TYPE_CHECKING:
    from pathlib import Path

REPS = "id,name,team\nR1,Ann,east\nR2,Bob,east\nR3,Cid,north\n"
RULES = """\
leadroute: 1
language: en
pools:
  east: {members: {team: east}, caps: {month: 2}, when_full: north}
  north: {members: {team: north}}
rules:
  - name: shanghai
    when: {province: 上海}
    assign: east
  - name: large
    when: {budget: {gte: 1000}}
    review: {by: Wang}
default: north
"""
OLD = RULES.replace("caps: {month: 2}, ", "")
HEAD = "lead_id,created,phone,province,budget,owner,stage\n"
PAST = HEAD + (
    "L1,2026-09-01,13800001231,上海,1,Ann,Won\n"
    "L2,2026-09-01,13800001232,上海,1,Ann,Lost\n"
    "L3,2026-09-15,13800001233,上海,1,Ann,Won\n"
    "L4,2026-09-16,13800001234,上海,1,Bob,Lost\n"
    "L5,2026-09-30,13800001235,上海,1,Bob,Open\n"
    "L6,2026-09-30,13800001236,北京,5000,Cid,Lost\n"
    "L7,2026-10-01,13800001237,上海,1,Eve,Won\n"
    "L8,2026-10-02,13800001231,上海,1,Ann,Won\n"
    "L9,,13800001239,上海,1,Ann,Won\n"
)
VERB = ("backtest", "new.yaml", "--history", "past.csv", "--reps", "reps.csv")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "200")


def past(folder: Path, rules: str = RULES, leads: str = PAST) -> Desk:
    """A desk with a rulebook to try, the one in force, a roster and leads of two months."""
    on = desk(folder).put("new.yaml", rules).put("old.yaml", OLD)
    return on.put("reps.csv", REPS).put("past.csv", leads)


def zh(rules: str) -> str:
    """The same rulebook in Chinese."""
    return rules.replace("language: en", "language: zh")


def told(on: Desk, *options: str, verb: tuple[str, ...] = VERB) -> dict[str, Any]:
    """What ``--json`` says."""
    result = on.run(*verb, "--json", *options)
    assert result.exit_code == Exit.DONE, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def by_rep(said: dict[str, Any], side: str = "new") -> dict[str, int]:
    """Leads by rep."""
    return {one["id"]: one[side] for one in said["reps"]}


def codes(said: dict[str, Any]) -> list[str]:
    return sorted({one["code"] for one in said["diagnostics"]})


def test_runs_are_the_days_leads_came_and_nothing_is_written(tmp_path: Path) -> None:
    on = past(tmp_path)
    before = on.files()
    said = told(on)
    assert on.files() == before
    assert said["format_version"] == "1.0"
    assert [one["now"][:16] for one in said["runs"]] == [
        f"2026-{day}T23:59" for day in ("09-01", "09-15", "09-16", "09-30", "10-01", "10-02")
    ]


def test_the_cap_of_a_month_holds_over_its_runs_and_begins_anew_with_the_next(tmp_path: Path) -> None:
    said = told(past(tmp_path))
    # five leads of Shanghai in September, two each for Ann and Bob, the fifth goes on to Cid; in October one more
    assert by_rep(said) == {"R1": 2, "R2": 3, "R3": 1}
    assert said["caps"]["pools"] == [{"month": "2026-09", "pool": "east", "sent_on": 1, "left_in_open_pool": 0}]
    full = {(one["month"], one["rep"]): one["since"] for one in said["caps"]["reps"]}
    assert full == {("2026-09", "R1"): "2026-09-15", ("2026-09", "R2"): "2026-09-16"}
    assert [one["held_by_caps"] for one in said["months"]] == [2, 0]  # one passed Ann by


def test_a_lead_that_comes_again_in_a_later_run_is_known(tmp_path: Path) -> None:
    said = told(past(tmp_path))  # L8 has the phone of L1
    assert [one["outcomes"]["duplicate"] for one in said["runs"]] == [0, 0, 0, 0, 0, 1]
    assert said["leads"] == 7


def test_what_came_to_the_review_desk_is_counted_by_run_and_by_week(tmp_path: Path) -> None:
    said = told(past(tmp_path))
    assert said["review_desk"]["per_run"] == {"total": 1, "most": 1, "when": "2026-09-30", "median": 0.0}
    assert said["review_desk"]["per_week"] == {"total": 1, "most": 1, "when": "2026-W40", "median": 0.0}


def test_what_each_rep_really_had_stands_beside(tmp_path: Path) -> None:
    said = told(past(tmp_path))
    assert by_rep(said, "really") == {"R1": 3, "R2": 2, "R3": 1}  # Eve is not on the roster
    assert said["really"]["assigned"] == 6
    assert "LR896" in codes(said)


def test_an_old_rulebook_stands_beside(tmp_path: Path) -> None:
    said = told(past(tmp_path), "--old", "old.yaml")
    assert by_rep(said, "old") == {"R1": 3, "R2": 3, "R3": 0}
    assert said["old"]["held_by_caps"] == 0
    assert said["new"]["held_by_caps"] == 2
    assert said["conversion"]["against_old"]["verdict"] == "few_ends"


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (("--every", "week"), ["2026-09-06", "2026-09-20", "2026-10-04"]),
        (("--every", "month"), ["2026-09-30", "2026-10-31"]),
        (("--from", "2026-09-02", "--to", "2026-10-01"), ["2026-09-15", "2026-09-16", "2026-09-30", "2026-10-01"]),
        (("--every", "month", "--to", "2026-10-10"), ["2026-09-30", "2026-10-10"]),
    ],
)
def test_runs_may_be_weeks_or_months_and_some_days_only(
    tmp_path: Path, options: tuple[str, ...], days: list[str]
) -> None:
    said = told(past(tmp_path), *options)
    assert [one["now"][:10] for one in said["runs"]] == days
    assert ("LR888" in codes(said)) is ("--from" in options)


def test_files_with_a_day_in_their_names_are_a_run_each(tmp_path: Path) -> None:
    on = past(tmp_path)
    lines = PAST.splitlines()[1:]
    on.put("in/leads_2026-09-05.csv", HEAD + "\n".join(lines[:4]) + "\n")
    on.put("in/leads_2026-09-12.csv", HEAD + "\n".join(lines[4:]) + "\n")
    said = told(on, verb=("backtest", "new.yaml", "--history", "in", "--reps", "reps.csv"))
    assert [one["now"][:10] for one in said["runs"]] == ["2026-09-05", "2026-09-12"]
    alone = told(
        on.put("past_20260907.csv", PAST.replace("created", "-")),
        verb=("backtest", "new.yaml", "--history", "past_20260907.csv", "--reps", "reps.csv"),
    )
    assert [one["now"][:10] for one in alone["runs"]] == ["2026-09-07"]
    each = ("in/leads_2026-09-05.csv", "in/leads_2026-09-12.csv")
    files = told(on, verb=("backtest", "new.yaml", "--history", each[0], each[1], "--reps", "reps.csv"))
    assert files["reps"] == said["reps"]


def test_the_screen_says_what_it_comes_to(tmp_path: Path) -> None:
    result = past(tmp_path).run(*VERB, "--old", "old.yaml")
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")
    assert result.stdout.splitlines()[:14] == [
        "Backtest    new.yaml    2026-09-01 to 2026-10-02, 6 runs",
        "history past.csv    roster reps.csv    beside old.yaml",
        "",
        "7 leads: assigned 6, open pool 0, in review 1, archived 0; beside them duplicates 1, invalid rows 0.",
        "Against the old rulebook: 1 of 7 (14.3%) with another owner or another end.",
        "Leads per rep, new rulebook: 1 to 3 (by weight, the most is 3.0 times the least).",
        "Leads per rep, in truth: 1 to 3 (by weight, the most is 3.0 times the least); known of 6 leads.",
        "Would have been with somebody else: 2 of 5.",
        "Decided by no rule but the default: 0 (0.0%).",
        "Sent elsewhere by a cap, or a pool with nobody: 2, in 1 of 2 months; most: 2026-09 (2).",
        "Review desk: up to 1 a week (2026-W40), usually 0; with the old rulebook up to 1, usually 0.",
        (
            "Won leads, new rulebook against the truth: only 6 leads have a known end (3 won); 20 are needed, "
            "won and lost "
            "ones: no conclusion."
        ),
        (
            "Won leads, new rulebook against the old: only 6 leads have a known end (3 won); 20 are needed, won "
            "and lost "
            "ones: no conclusion."
        ),
        "",
    ]
    for word in ("Reps with a cap used up (new rulebook)", "Review desk, 1 in all (new rulebook)", "LR887"):
        assert word in result.stdout


def test_the_screen_speaks_chinese(tmp_path: Path) -> None:
    result = past(tmp_path, zh(RULES)).run(*VERB)
    assert result.stdout.splitlines()[:10] == [
        "回测    new.yaml    2026-09-01 至 2026-10-02，6 批",
        "历史 past.csv    名册 reps.csv",
        "",
        "7 条线索：分出 6，公海 0，待审核 1，归档 0；另有重复 1 行、无效 0 行。",
        "每人的线索，新规则：1 到 3（按权重，最多是最少的 3.0 倍）。",
        "每人的线索，实际：1 到 3（按权重，最多是最少的 3.0 倍）；只知道 6 条的去处。",
        "5 条中有 2 条会在另一个人手里。",
        "没有规则管、走默认去向的有 0 条（0.0%）。",
        "有 2 条线索因上限（或整组无人）换了去处，出现在 2 个月中的 1 个月；最多：2026-09 有 2 条。",
        "审核台一周最多 1 条（2026-W40），一般 0 条。",
    ]


def test_the_workbook_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    on = past(tmp_path)
    result = on.run(*VERB, "--out", "test.xlsx")
    assert result.exit_code == Exit.DONE
    assert "written: test.xlsx" in result.stdout
    book = load_workbook(tmp_path / "test.xlsx")
    assert book.sheetnames[0] == "Backtest"
    assert book.worksheets[0]["A1"].value == "Backtest    new.yaml    2026-09-01 to 2026-10-02, 6 runs"
    reps = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    assert ["Ann", 3, 2] in [row[:3] for row in reps]


@pytest.mark.parametrize("option", ["past.csv", "new.yaml", "reps.csv"])
def test_no_input_is_written_over(tmp_path: Path, option: str) -> None:
    on = past(tmp_path)
    on.put("x.xlsx", (tmp_path / option).read_bytes())
    verb = [("x.xlsx" if word == option else word) for word in VERB]
    assert on.run(*verb, "--out", "x.xlsx").exit_code in {Exit.OUTPUT, Exit.INPUT, Exit.RULES}
    assert on.files()["x.xlsx"] == on.files()[option]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--out", "test.csv"), "the workbook ends in .xlsx"),
        (("--from", "2026-10-01", "--to", "2026-09-01"), "--from is after --to"),
        (("--lost", "stage=Lost"), "--lost needs --won"),
        (("--history", "real.ledger", "--every", "day"), "a ledger has runs of its own"),
        (("--won", "stage"), "write it like COLUMN=VALUE"),
        (("--won", "stage="), "write it like COLUMN=VALUE"),
    ],
)
def test_wrong_usage_is_refused(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    result = past(tmp_path).run(*VERB, *options)
    assert result.exit_code == Exit.USAGE
    assert said in result.stderr


def test_a_rulebook_that_is_wrong_is_refused_on_either_side(tmp_path: Path) -> None:
    on = past(tmp_path).put("bad.yaml", "leadroute: 1\n")
    assert on.run("backtest", "bad.yaml", *VERB[2:]).exit_code == Exit.RULES
    assert on.run(*VERB, "--old", "bad.yaml").exit_code == Exit.RULES
    on.put("reps.csv", "id,name,status\nR1,Ann,left\n")
    assert on.run(*VERB).exit_code == Exit.RULES


def run_by_run(on: Desk, *days: tuple[str, str]) -> None:
    """Assign files on days, with a ledger beside the rulebook in force."""
    for day, leads in days:
        on.put("leads.csv", HEAD + leads)
        memory = ("--ledger", "real.ledger", "--out", "out", "--now", f"{day}T09:00")
        result = on.run("assign", "leads.csv", "--reps", "reps.csv", "--rules", "old.yaml", *memory)
        assert result.exit_code == Exit.DONE, result.stderr


DAYS = (
    ("2026-09-01", "".join(f"A{at},2026-09-01,1380000{at:04},上海,1,,\n" for at in range(2001, 2006))),
    ("2026-09-15", "".join(f"B{at},2026-09-15,1380000{at:04},北京,1,,\n" for at in range(2005, 2009))),
    ("2026-10-02", "".join(f"C{at},2026-10-02,1380000{at:04},上海,1,,\n" for at in range(2009, 2012))),
)
LEDGER = ("backtest", "old.yaml", "--history", "real.ledger", "--reps", "reps.csv")


def test_the_rulebook_in_force_over_its_own_ledger_gives_what_happened(tmp_path: Path) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    before = on.files()
    said = told(on, verb=LEDGER)
    assert on.files() == before
    assert by_rep(said) == by_rep(said, "really")
    assert (said["leads"], said["other_owner"]) == (11, 0)
    assert [one["now"][:16] for one in said["runs"]] == [f"{day}T09:00" for day, _ in DAYS]
    assert codes(said) == ["LR893"]  # B2005 has the phone of A2005: a duplicate, whose row the ledger does not keep


def test_another_rulebook_over_a_ledger_gives_something_else(tmp_path: Path) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    said = told(on, verb=("backtest", "new.yaml", *LEDGER[2:]))
    assert by_rep(said) == {"R1": 3, "R2": 4, "R3": 4}
    assert by_rep(said, "really") == {"R1": 4, "R2": 4, "R3": 3}
    assert said["caps"]["pools"] == [{"month": "2026-09", "pool": "east", "sent_on": 1, "left_in_open_pool": 0}]


def test_a_ledger_is_played_from_the_state_it_had_on_the_first_day(tmp_path: Path) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    said = told(on, "--from", "2026-09-15", verb=LEDGER)
    assert by_rep(said) == by_rep(said, "really")
    assert (said["leads"], said["other_owner"]) == (6, 0)
    capped = told(on, "--from", "2026-09-02", verb=("backtest", "new.yaml", *LEDGER[2:]))
    assert by_rep(capped) == {"R1": 1, "R2": 2, "R3": 3}


def test_the_files_of_the_runs_bring_back_what_the_ledger_does_not_keep(tmp_path: Path) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    on.put("files/leads.csv", HEAD + DAYS[1][1]).put("files/other.csv", HEAD + DAYS[0][1])
    said = told(on, verb=("backtest", "old.yaml", "files", *LEDGER[2:]))
    assert codes(said) == ["LR894"]
    assert by_rep(said) == by_rep(said, "really")
    assert [one["outcomes"]["duplicate"] for one in said["runs"]] == [0, 1, 0]


def test_leads_of_the_open_pool_take_part_again_and_count_once(tmp_path: Path) -> None:
    on = past(tmp_path)
    on.put("old.yaml", RULES.replace(", when_full: north", "").replace("default: north", "default: open_pool"))
    run_by_run(on, *DAYS)
    said = told(on, verb=LEDGER)
    assert [one["waited"] for one in said["runs"]] == [0, 1, 4]
    assert "LR880" not in codes(said)
    assert "LR880" in codes(told(on, "--from", "2026-09-15", verb=LEDGER))
    assert said["leads"] == 12 - 1
    assert by_rep(said) == by_rep(said, "really")
    assert said["other_owner"] == 0


@pytest.mark.parametrize("option", [("--to", "2026-08-01"), ("--from", "2027-01-01")])
def test_days_without_a_run_are_refused(tmp_path: Path, option: tuple[str, str]) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    result = on.run(*LEDGER, *option)
    assert result.exit_code == Exit.INPUT
    assert "its runs are from 2026-09-01 to 2026-10-02" in result.stderr


def test_a_ledger_that_is_not_there_or_was_changed_is_refused(tmp_path: Path) -> None:
    on = past(tmp_path)
    assert on.run(*LEDGER).exit_code == Exit.LEDGER
    run_by_run(on, DAYS[0])
    (tmp_path / "real.ledger").write_bytes(b"")
    assert on.run(*LEDGER).exit_code == Exit.LEDGER


def test_the_samples_give_what_happened_from_the_ledger_and_the_files_of_its_runs(tmp_path: Path) -> None:
    on = Desk(tmp_path)
    for name in ("samples/leads.csv", "samples/leads_gbk.csv", "samples/reps.xlsx", "rules.example.yaml"):
        on.put(name, (ROOT / name).read_bytes())
    on.put("samples/tables/products.csv", (ROOT / "samples/tables/products.csv").read_bytes())
    people = ("--reps", "samples/reps.xlsx")
    for file, day in (("samples/leads_gbk.csv", "2026-11-20"), ("samples/leads.csv", "2026-11-23")):
        memory = ("--ledger", "past.ledger", "--now", f"{day}T09:00", "--out", "out", "--quiet")
        assert on.run("assign", file, "--rules", "rules.example.yaml", *people, *memory).exit_code == Exit.DONE
    files = ("samples/leads.csv", "samples/leads_gbk.csv")
    result = on.run("backtest", "rules.example.yaml", "--history", "past.ledger", *files, *people)
    assert "104 条中有 0 条会在另一个人手里。" in result.stdout.splitlines()


def test_runs_that_were_taken_back_are_left_out_and_leads_moved_by_hand_count_where_they_are(tmp_path: Path) -> None:
    on = past(tmp_path)
    run_by_run(on, *DAYS)
    at = ("--rules", "old.yaml", "--ledger", "real.ledger")
    assert on.run("undo", "3", *at, "--yes", "--now", "2026-10-03T09:00").exit_code == Exit.DONE
    on.put("moves.csv", "lead id,new owner,reason\nA2001,Cid,asked for\n")
    moved = on.run("correct", "moves.csv", *at, "--reps", "reps.csv", "--now", "2026-10-04T09:00")
    assert moved.exit_code == Exit.DONE, moved.stderr
    said = told(on, verb=LEDGER)
    assert [one["now"][:10] for one in said["runs"]] == ["2026-09-01", "2026-09-15"]
    assert (said["leads"], said["other_owner"]) == (8, 1)
    assert by_rep(said, "really")["R3"] == by_rep(said)["R3"] + 1


def test_customers_keep_their_owner_in_the_past_too(tmp_path: Path) -> None:
    on = past(tmp_path, leads=PAST.replace("phone,", "phone,company,").replace("1,上海", "1,Acme,上海"))
    on.put("customers.csv", "company,owner\nAcme,Cid\n")
    said = told(on, "--customers", "customers.csv")
    assert by_rep(said)["R3"] > by_rep(told(on))["R3"]


def test_what_is_noticed_about_the_rulebook_is_told_once(tmp_path: Path) -> None:
    rules = RULES.replace("when: {province: 上海}", "when: {all: [{province: 上海}, {city: {not_in: [昆明]}}]}")
    found = [
        one["code"] for one in told(past(tmp_path, rules))["diagnostics"] if one["code"].startswith(("LR2", "LR40"))
    ]
    assert found
    assert len(found) == len(set(found))
