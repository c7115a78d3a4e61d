"""Rulebooks and rosters that cannot work, and those that work but give nobody anything."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import LEADS, REPS, RULES, ZH, codes, desk, first, outcomes

if TYPE_CHECKING:
    from pathlib import Path

NAMED = RULES.replace("assign: team", "assign: {rep: Anne, otherwise: team}")
LEFT = REPS.replace("bob@example.com,active", "bob@example.com,left")

TWELVE = """\
leadroute: 1
language: en
timezone: Mars/Phobos
nmae: x
fields:
  budget: {type: numbr}
pools:
  team:
    members: all
    strategy: wheighted
    caps: {day: -1}
    when_full: nowhere
rules:
  - name: one
    when: {compny: {eq: 1}}
    assign: team
  - name: one
    when: {company: {equals: x}}
    assign: tema
  - name: three
    when: {company: {matches: '('}}
    assign: team
  - name: four
    from: 2026-13-01
    assign: team
"""


def test_twelve_mistakes_are_told_at_once(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", TWELVE)
    for result, code in ((on.assign(), Exit.RULES), (on.run("check", "rules.yaml"), Exit.NO)):
        assert result.exit_code == code
        places = re.findall(r"^rules\.yaml:(\d+):\d+: error", result.stderr, re.MULTILINE)
        assert [int(line) for line in places] == [1, 3, 4, 6, 10, 11, 12, 15, 17, 18, 19, 21, 24]
        assert result.stderr.count("    ^") + result.stderr.count("| ^") > 0


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        (RULES.replace("members: all", "members： all"), 5),
        (RULES.replace("{company: {present: true}}", "{company: {present: true}，phone: {present: true}}"), 8),
        (RULES.replace("name: everybody", "name: “everybody”").replace("default:", "default："), 7),
        (RULES.replace("  team:", "\u3000\u3000team:"), 4),
    ],
)
def test_full_width_punctuation_is_placed(tmp_path: Path, rules: str, line: int) -> None:
    result = desk(tmp_path).put("rules.yaml", rules).assign()
    assert result.exit_code == Exit.RULES
    assert first(result).startswith(f"rules.yaml:{line}:")
    assert "LR10" in first(result)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (NAMED, "rules.yaml:9:13: error LR301: nobody on the roster is 'Anne'"),
        (RULES.replace("members: all", "members: [Anne, R2]"), "rules.yaml:5:14: error LR301: nobody"),
        (RULES.replace("members: all", "members: [R1, R2]\n    weights: {R1: 1, Anne: 2}"), "error LR301: nobody"),
    ],
)
def test_somebody_who_is_not_on_the_roster(tmp_path: Path, rules: str, said: str) -> None:
    result = desk(tmp_path).put("rules.yaml", rules).assign()
    assert (result.exit_code, said in first(result)) == (Exit.RULES, True), result.stderr
    assert "did you mean 'Ann'?" in result.stderr


def test_somebody_who_left_cannot_be_named(tmp_path: Path) -> None:
    rules = RULES.replace("assign: team", "assign: {rep: Bob, otherwise: team}")
    result = desk(tmp_path).put("reps.csv", LEFT).put("rules.yaml", rules).assign()
    assert (result.exit_code, first(result)) == (Exit.RULES, "rules.yaml:9:13: error LR302: 'Bob' has left")
    assert "hint: remove the name, or name somebody else" in result.stderr


def test_somebody_who_left_gets_nothing_from_a_pool(tmp_path: Path) -> None:
    result = desk(tmp_path).put("reps.csv", LEFT).assign("--json")
    assert {rep["name"]: rep["got"] for rep in json.loads(result.stdout)["reps"]} == {"Ann": 3, "Bob": 0}


@pytest.mark.parametrize(
    ("rules", "reps"),
    [
        (RULES, REPS.replace(",1\n", ",0\n")),
        (RULES.replace("members: all", "members: [R1, R2]\n    weights: {R1: 0, R2: 0}"), REPS),
    ],
)
def test_weights_that_are_all_zero(tmp_path: Path, rules: str, reps: str) -> None:
    result = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", reps).assign()
    said = "rules.yaml:5:14: error LR306: all weights in the pool 'team' are zero"
    assert (result.exit_code, first(result)) == (Exit.RULES, said)


@pytest.mark.parametrize("status", ["left", "inactive", "离职", "who knows"])
def test_a_roster_on_which_nobody_works_is_refused(tmp_path: Path, status: str) -> None:
    result = desk(tmp_path).put("reps.csv", REPS.replace("active", status)).assign()
    assert (result.exit_code, "reps.csv: error LR533" in result.stderr) == (Exit.RULES, True)


@pytest.mark.parametrize(
    ("rules", "reps", "reason"),
    [
        (RULES.replace("members: all", "members: all\n    caps: {day: 0}"), REPS, "all_at_cap"),
        (RULES, "id,name,leave_start,leave_end\nR1,Ann,2026-11-01,2026-12-01\n", "all_away"),
        (RULES.replace("assign: team", "assign: {pool: team, require: {skills: [x]}}"), REPS, "no_eligible"),
        (RULES.replace("present: true", "empty: true"), REPS, "no_rule"),
    ],
)
def test_nobody_eligible_today_is_no_error_and_says_why(tmp_path: Path, rules: str, reps: str, reason: str) -> None:
    result = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", reps).assign("--json")
    assert (result.exit_code, outcomes(result)) == (Exit.DONE, {"pooled": 3})
    assert json.loads(result.stdout)["reasons"] == [{"outcome": "pooled", "reason": reason, "rows": 3}]


def test_a_lead_id_used_twice_is_told_with_both_rows_and_loses_nobody(tmp_path: Path) -> None:
    on = desk(tmp_path).put("leads.csv", LEADS + "L1,Delta,De,13800001237,de@example.com\n")
    result = on.assign("--json")
    assert (result.exit_code, outcomes(result)) == (Exit.DONE, {"assigned": 4})
    found = next(one for one in json.loads(result.stdout)["diagnostics"] if one["code"] == "LR510")
    assert found["place"]["line"] == 5
    assert found["message"] == "the id 'L1' was used before, at leads.csv:2:lead_id"


@pytest.mark.parametrize("again", ["R1,Cid,cid@example.com,active,1\n", "R1,Ann,ann@example.com,active,1\n"])
def test_a_rep_id_used_twice_is_told_with_both_places(tmp_path: Path, again: str) -> None:
    result = desk(tmp_path).put("reps.csv", REPS + again).assign()
    assert (result.exit_code, "reps.csv:4:id: error LR523" in first(result)) == (Exit.RULES, True)
    assert "see also reps.csv:2:id" in result.stderr


def test_reps_whose_names_differ_in_case_only_are_two(tmp_path: Path) -> None:
    on = desk(tmp_path).put("reps.csv", "id,name\nR1,Ann\nR2,ANN\nr2,ann\n")
    result = on.assign("--split", "--json")
    assert result.exit_code == Exit.DONE
    assert [rep["got"] for rep in json.loads(result.stdout)["reps"]] == [1, 1, 1]
    assert len({name.casefold() for name in on.files() if name.startswith("out/0")}) == 3


@pytest.mark.parametrize(
    "swapped", [("--reps", "leads.csv"), ("--rules", "reps.csv"), ("--customers", "reps.csv"), ("--rules", "leads.csv")]
)
def test_files_in_each_others_place(tmp_path: Path, swapped: tuple[str, str]) -> None:
    result = desk(tmp_path).assign(*swapped)
    assert result.exit_code in {Exit.INPUT, Exit.RULES}
    assert first(result).startswith(swapped[1])


def test_the_same_is_said_in_chinese(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", ZH.replace("assign: team", "assign: {rep: Anne, otherwise: team}"))
    assert on.assign().stderr.splitlines()[:2] == [
        "rules.yaml:9:13: 错误 LR301：名册里没有“Anne”",
        "建议：是不是想写“Ann”？写工号或名册上的姓名",
    ]
    assert codes(on.put("rules.yaml", ZH).assign("--json")) == []
