"""``--fail-on``: a run that passes a gate writes nothing and records nothing, and says which figure it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import NOW, RULES, ZH, Desk, codes, desk

if TYPE_CHECKING:
    from pathlib import Path

EVERY = """\
lead_id,company,phone,budget
L1,Acme,13800001231,1
L2,Beta,13800001232,1
L3,Gamma,13800001233,2
L4,Delta,13800001234,3
L4,Delta,13800001234,3
L5,,13800001235,
,,,9
"""
EACH = """\
leadroute: 1
language: en
pools:
  team:
    members: all
rules:
  - name: look
    when: {budget: {eq: 2}}
    review: {by: Ann}
  - name: away
    when: {budget: {eq: 3}}
    reject: too small
  - name: everybody
    when: {company: {present: true}}
    assign: team
default: open_pool
"""


def every(folder: Path, rules: str = EACH) -> Desk:
    """A desk whose leads end in every outcome: 2 assigned, 1 each of pooled, review, duplicate, invalid, archived."""
    return desk(folder).put("leads.csv", EVERY).put("rules.yaml", rules)


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        ("unassigned>49%", "unassigned leads: 2 of 4 (50.0%), above the gate unassigned > 49%"),
        ("unassigned>1", "unassigned leads: 2 of 4 (50.0%), above the gate unassigned > 1"),
        ("pooled>24.9%", "leads in the open pool: 1 of 4 (25.0%), above the gate pooled > 24.9%"),
        ("review", "leads in review: 1 of 4 (25.0%), above the gate review > 0"),
        ("default>19%", "leads by the default: 1 of 5 (20.0%), above the gate default_rate > 19%"),
        ("duplicate>0", "duplicate rows: 1 of 7 (14.3%), above the gate duplicate > 0"),
        ("invalid>14%", "invalid rows: 1 of 7 (14.3%), above the gate invalid > 14%"),
        ("archived>0", "archived rows: 1 of 7 (14.3%), above the gate archived > 0"),
    ],
)
def test_a_figure_above_its_gate_stops_the_run(tmp_path: Path, gate: str, said: str) -> None:
    on = every(tmp_path)
    before = on.files()
    result = on.assign("--fail-on", gate)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        Exit.NO,
        f"error LR760: {said}; nothing was written or recorded",
    )
    assert on.files() == before


@pytest.mark.parametrize(
    "gate", ["unassigned>50%", "unassigned>2", "pooled>25%", "review>1", "default>20%", "duplicate>1", "invalid>15%"]
)
def test_a_figure_at_its_gate_stops_nothing(tmp_path: Path, gate: str) -> None:
    result = every(tmp_path).assign("--fail-on", gate)
    assert (result.exit_code, result.stderr) == (Exit.DONE, "")


def test_all_gates_that_are_passed_are_told(tmp_path: Path) -> None:
    on = every(tmp_path)
    gates = ("--fail-on", "review", "--fail-on", "invalid>5", "--fail-on", "pooled>0")
    result = on.assign(*gates)
    assert result.exit_code == Exit.NO
    assert result.stderr.count("LR760") == 2
    assert result.stdout.splitlines()[-1] == (
        "a gate was passed; nothing was written or recorded: review > 0, pooled > 0"
    )
    told = json.loads(on.assign(*gates, "--json").stdout)
    assert [one["code"] for one in told["gates_passed"]] == ["LR760", "LR760"]
    quiet = on.assign(*gates, "-q")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr.count("LR760")) == (Exit.NO, "", 2)


def test_a_run_stopped_by_a_gate_leaves_no_ledger(tmp_path: Path) -> None:
    on = every(tmp_path)
    assert on.assign("--ledger", "x.ledger", "--fail-on", "review").exit_code == Exit.NO
    assert not [name for name in on.files() if name.startswith("x.ledger")]


def test_leads_that_waited_do_not_count_again(tmp_path: Path) -> None:
    on = every(tmp_path, RULES)
    assert on.assign("--ledger", "x.ledger").exit_code == Exit.DONE
    on.put("leads.csv", "lead_id,company,phone\nL9,Omega,13800001239\n")
    result = on.assign("--ledger", "x.ledger", "--fail-on", "pooled", "--json")
    assert (result.exit_code, "LR760" in codes(result)) == (Exit.DONE, False)


def test_in_chinese(tmp_path: Path) -> None:
    result = every(tmp_path, EACH.replace("language: en", "language: zh")).assign("--fail-on", "未分配>5%")
    assert result.stderr.splitlines() == [
        "错误 LR760：没有分出去的线索：4 中有 2（50.0%），超过关口 unassigned > 5%；没有写任何文件，也没有记入台账",
        "建议：看清原因，改名册、规则或线索文件；确实要照样分配，就放宽这个关口（--fail-on，任务文件里是 fail_on）",
    ]
    assert result.stdout.splitlines()[-1] == "超过关口，没有写任何文件，也没有记入台账：unassigned > 5%"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("reveiw>5", "no figure is called 'reveiw'; there is review"),
        ("未分>5%", "no figure is called '未分'; there is"),
        ("unassigned>five", "write it like unassigned>5%, invalid>20, or review (for not one)"),
        ("unassigned<5%", "write it like unassigned>5%, invalid>20, or review (for not one)"),
        ("pooled>200%", "write it like unassigned>5%, invalid>20, or review (for not one)"),
    ],
)
@pytest.mark.parametrize("verb", ["assign", "plan"])
def test_a_gate_that_cannot_be_understood_is_wrong_usage(tmp_path: Path, verb: str, typed: str, said: str) -> None:
    on = desk(tmp_path).put("rules.yaml", ZH)
    result = on.run(verb, "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", *NOW, "--fail-on", typed)
    words = " ".join(result.stderr.replace("│", " ").split())
    assert (result.exit_code, said in words) == (Exit.USAGE, True), words
