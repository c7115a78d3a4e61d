"""Rules kept in a spreadsheet, used by every command as if they stood in the YAML."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import NOW, ROOT, Desk, desk, first
from tests.test_startup import HEAVY, loaded_by

if TYPE_CHECKING:
    from pathlib import Path

YAML = """\
leadroute: 1
language: en
pools:
  team: {members: all}
rules:
  - {name: one, when: {company: [Acme, Beta]}, assign: team}
  - {name: two, when: {email: {present: true}}, assign: {rep: R2}}
default: open_pool
"""
TABLE = "rule,company,email present,assign,rep\none,Acme; Beta,,team,\ntwo,,yes,,R2\n"
NAMED = YAML[: YAML.index("rules:")] + "rules: {table: rules.xlsx}\ndefault: open_pool\n"
DEAD = "rule,company,assign\none,Acme;Beta,team\ntwo,beta,all\n"


@pytest.fixture
def on(tmp_path: Path) -> Desk:
    """A desk whose rules stand in a workbook."""
    return desk(tmp_path).put("rules.yaml", NAMED).xlsx("rules.xlsx", TABLE)


def decided(result_of: Desk) -> object:
    """What a run decides, without what it was made from."""
    result = result_of.assign("--dry-run", "--json")
    assert result.exit_code == Exit.DONE
    told = json.loads(result.stdout)
    return {key: value for key, value in told.items() if key not in {"rulebook", "diagnostics"}}


def test_a_table_decides_as_the_same_rules_in_yaml(on: Desk, tmp_path: Path) -> None:
    other = tmp_path / "yaml"
    other.mkdir()
    assert decided(on) == decided(desk(other).put("rules.yaml", YAML))


def test_a_csv_will_do(on: Desk) -> None:
    before = decided(on)
    assert decided(on.put("rules.yaml", NAMED.replace("xlsx", "csv")).put("rules.csv", TABLE)) == before


def test_a_plan_is_stale_when_its_table_of_rules_changed(on: Desk) -> None:
    made = on.run("plan", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", *NOW)
    assert made.exit_code == Exit.DONE, made.stderr
    on.xlsx("rules.xlsx", TABLE.replace("R2", "R1"))
    applied = on.run("apply", "plan.json")
    assert (applied.exit_code, first(applied)) == (
        Exit.STALE,
        "rules.xlsx: error LR761: the table that rules use changed after the plan was made; nothing was assigned",
    )
    on.xlsx("rules.xlsx", TABLE)


def test_the_fingerprint_of_the_rulebook_is_of_both(on: Desk) -> None:
    def mark() -> object:
        return json.loads(on.assign("--dry-run", "--json").stdout)["rulebook"]["fingerprint"]

    before = mark()
    on.xlsx("rules.xlsx", TABLE.replace("R2", "R1"))
    assert mark() != before


def test_a_table_is_never_written_over(on: Desk) -> None:
    before = on.files()["rules.xlsx"]
    result = on.assign("--out", ".")
    assert on.files()["rules.xlsx"] == before, result.stderr


def test_proofs_point_at_cells(on: Desk) -> None:
    result = on.xlsx("rules.xlsx", DEAD).run("check", "rules.yaml", "--fail-level", "warning", "--ignore", "LR234")
    assert result.exit_code == Exit.NO
    said = "the rule 'two' never decides a lead: all of its leads go to earlier rules: one"
    assert result.stderr.splitlines()[:4] == [
        f"rules.xlsx:Sheet!A3: warning LR231: {said}",
        "A3 | two | beta | all",
        "   | ^^^",
        "see also rules.xlsx:Sheet!A2",
    ]


def test_every_form_for_programs_names_the_cell(on: Desk) -> None:
    on.xlsx("rules.xlsx", DEAD.replace("team", "taem"))

    def said(form: str) -> str:
        return on.run("check", "rules.yaml", "--format", form).stdout

    (found,) = json.loads(said("json"))["diagnostics"]
    assert found["place"] == {"file": "rules.xlsx", "sheet": "Sheet", "line": 2, "column": 3, "cell": "Sheet!C2"}
    assert said("github").startswith("::error file=rules.xlsx,line=2,col=3,title=LR242::Sheet!C2: no pool named 'taem'")
    (result,) = json.loads(said("sarif"))["runs"][0]["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "rules.xlsx"},
                "region": {"startLine": 2, "startColumn": 3},
            },
            "logicalLocations": [{"fullyQualifiedName": "Sheet!C2"}],
        }
    ]


def test_test_says_which_row_no_example_reaches(on: Desk) -> None:
    example = "examples:\n  - {lead: {company: Acme}, expect: {rule: one, pool: team}}\n"
    result = on.put("rules.yaml", NAMED + example).run("test", "rules.yaml", "--mutate", *NOW)
    assert result.exit_code == Exit.DONE, result.output
    assert "rules.xlsx:Sheet!A3" in result.stdout
    assert "rules.xlsx:Sheet!B2" in result.stdout


def test_show_and_explain_tell_the_rules_of_a_table(on: Desk) -> None:
    shown = on.run("show", "rules.yaml")
    assert "1. one" in shown.stdout
    told = on.run("explain", "L3", "leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--no-ledger", *NOW)
    assert told.exit_code == Exit.DONE, told.output
    assert "two" in told.stdout


def test_map_writes_into_a_rulebook_with_a_table(on: Desk) -> None:
    on.put("leads.csv", "company,contact,落地页\nAcme,Al,/a\n")
    result = on.run("map", "leads.csv", "--rules", "rules.yaml", "--write")
    assert result.exit_code == Exit.DONE, result.stderr
    assert "columns:" in on.files()["rules.yaml"].decode()


def test_a_table_that_is_not_there_is_told_with_the_line_that_names_it(on: Desk) -> None:
    (on.folder / "rules.xlsx").unlink()
    result = on.run("check", "rules.yaml")
    assert result.exit_code == Exit.NO
    assert result.stderr.startswith("rules.xlsx: error LR001: ")
    assert "see also rules.yaml:5:8\n" in result.stderr


def test_a_check_with_a_table_loads_no_library_of_tables(on: Desk) -> None:
    code, loaded = loaded_by(["check", str(on.folder / "rules.yaml")])
    assert (code, HEAVY & set(loaded)) == (0, frozenset({"re2"}))


def test_the_sample_is_right_and_routes_every_lead(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    at, rules = Desk(tmp_path), "samples/decision-table/rules.yaml"
    assert at.run("check", rules, "--reps", "samples/reps.xlsx", *NOW).exit_code == Exit.DONE
    assert at.run("test", rules, *NOW).exit_code == Exit.DONE
    options = ("--reps", "samples/reps.xlsx", "--rules", rules, *NOW, "--no-ledger", "--json", "--dry-run")
    told = json.loads(at.run("assign", "samples/leads.csv", "samples/leads.xlsx", *options).stdout)
    assert told["outcomes"]["assigned"] > 40
    assert {"大客户", "华东制造业", "海外"} <= {rule["rule"] for rule in told["rules"] if rule["hits"]}


def test_a_remark_accepts_what_is_found_in_its_row(on: Desk) -> None:
    remarks = DEAD.replace("assign\n", "assign,note\n").replace("team\n", "team,# leadroute: ignore LR234\n")
    on.xlsx("rules.xlsx", remarks.replace("all\n", "all,known # leadroute: ignore LR231\n"))
    result = on.run("check", "rules.yaml", "--fail-level", "note", "--ignore", "LR23x")
    assert "rules.xlsx:Sheet!D2: note LR249: " in result.stderr
    assert "D2 | one | Acme;Beta | team | # leadroute: ignore LR234\n" in result.stderr
    assert on.run("check", "rules.yaml", "--select", "LR231").stdout.startswith("comments accept 1 more.\n")
