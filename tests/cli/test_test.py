"""``leadroute test``: examples pass or fail, and what none of them covers is told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from leadroute.commands.exits import Exit
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from tests.cli.desk import desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.cli.desk import Desk

RULES = """\
leadroute: 1
language: en
score:
  points: [{add: 30, when: {title: VP}}]
  grades: {A: 30, B: 0}
pools:
  east: {members: {team: east}}
  big: {members: [Ann], caps: {day: 1}}
rules:
  - name: large
    when: {budget: {gte: 1000}}
    assign: big
  - name: shanghai
    when: {province: [上海, 江苏], industry: {contains: mach}}
    assign: east
  - name: test rows
    when: {company: {starts_with: probe}}
    reject: true
default: open_pool
"""
REPS = "id,name,team,status\nR1,Ann,west,active\nR2,Bob,east,active\nR3,Cid,east,active\n"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "120")


def codes(result: Result) -> list[str]:
    """The codes on stderr."""
    return re.findall(r"LR\d{3}", result.stderr)


def with_examples(folder: Path, *lines: str) -> Desk:
    """A desk with a rulebook that has examples."""
    examples = "".join(f"  - {line}\n" for line in lines)
    return desk(folder).put("rules.yaml", f"{RULES}examples:\n{examples}" if lines else RULES).put("reps.csv", REPS)


@pytest.mark.parametrize(
    ("lead", "right", "wrong"),
    [
        ("{budget: 1000}", "{rule: large, pool: big, outcome: assigned, reason: rule}", "{rule: shanghai}"),
        ("{budget: 999}", "{outcome: pooled, reason: no_rule, pool: open_pool}", "{outcome: assigned}"),
        ("{province: 上海市, industry: machines}", "{rule: shanghai, pool: east}", "{pool: big}"),
        ("{title: VP}", "{grade: A, score: 30}", "{score: 31}"),
        ("{title: none}", "{grade: B}", "{grade: A}"),
        ("{company: probes}", "{rule: test rows, outcome: archived}", "{outcome: review}"),
    ],
)
def test_an_example_passes_or_fails(tmp_path: Path, lead: str, right: str, wrong: str) -> None:
    passed = with_examples(tmp_path, f"{{lead: {lead}, expect: {right}}}").run("test", "rules.yaml")
    assert (passed.exit_code, passed.stdout.splitlines()[-1]) == (Exit.DONE, "1 examples, all as expected.")
    failed = with_examples(tmp_path, f"{{lead: {lead}, expect: {wrong}}}").run("test", "rules.yaml")
    assert (failed.exit_code, failed.stdout.splitlines()[-1]) == (Exit.NO, "1 examples, 1 not as expected.")


def test_a_failing_example_names_its_place_and_the_difference(tmp_path: Path) -> None:
    on = with_examples(tmp_path, "{name: too small, lead: {budget: 999}, expect: {rule: large, outcome: assigned}}")
    told = on.run("test", "rules.yaml").stdout.splitlines()
    rows = [line.split() for line in told[4:8]]
    assert rows[0] == ["example", "what", "expected", "got"]
    assert rows[2:] == [["too", "small", "rule", "large", "(none)"], ["outcome", "assigned", "pooled"]]


def test_a_failing_example_is_explained(tmp_path: Path) -> None:
    failing = "{name: too small, lead: {budget: 999}, expect: {rule: large}}"
    told = with_examples(tmp_path, *[failing] * 4).run("test", "rules.yaml").stdout
    assert told.count("Why — too small") == 3
    assert "budget ≥ 1000: no (999)" in " ".join(told.split())
    assert "1 more; --all shows them" in told
    whole = with_examples(tmp_path, *[failing] * 4).run("test", "rules.yaml", "--all").stdout
    assert whole.count("Why — too small") == 4


def test_with_a_roster_the_rep_may_be_expected(tmp_path: Path) -> None:
    lead = "lead: {province: 上海, industry: machinery}"
    on = with_examples(
        tmp_path,
        f"{{{lead}, expect: {{rep: [Bob, Cid]}}}}",
        f"{{{lead}, away: Bob, expect: {{rep: R3}}}}",
        f"{{{lead}, away: [Bob, Cid], expect: {{outcome: pooled, reason: all_away}}}}",
        "{lead: {budget: 5000}, expect: {rep: Bob}}",
    )
    told = json.loads(on.run("test", "rules.yaml", "--reps", "reps.csv", "--json").stdout)
    assert [one["wrong"] for one in told["examples"]] == [[], [], [], ["rep"]]
    assert told["examples"][3]["got"]["rep"] == "R1"


def test_people_who_cannot_be_expected_are_refused(tmp_path: Path) -> None:
    on = with_examples(tmp_path, "{lead: {budget: 5000}, away: Bop, expect: {rep: Anna}}")
    alone, listed = on.run("test", "rules.yaml"), on.run("test", "rules.yaml", "--reps", "reps.csv")
    assert (alone.exit_code, codes(alone)) == (Exit.RULES, ["LR850"])
    assert (listed.exit_code, codes(listed)) == (Exit.RULES, ["LR851", "LR851"])
    assert "did you mean 'Ann'?" in listed.stderr
    assert "did you mean 'Bob'?" in listed.stderr


def test_an_example_may_have_its_own_moment(tmp_path: Path) -> None:
    rules = RULES.replace("    assign: big\n", "    assign: big\n    weekdays: [mon]\n")
    monday, tuesday = (
        f"  - {{lead: {{budget: 5000}}, now: {day}, expect: {{outcome: {outcome}}}}}\n"
        for day, outcome in (("2026-11-23", "assigned"), ("2026-11-24", "pooled"))
    )
    on = desk(tmp_path).put("rules.yaml", f"{rules}examples:\n{monday}{tuesday}")
    assert on.run("test", "rules.yaml").exit_code == Exit.DONE


def test_files_of_examples_beside_the_rulebook_count(tmp_path: Path) -> None:
    on = with_examples(tmp_path).put("vip_test.yaml", "examples:\n  - {lead: {budget: 1}, expect: {rule: large}}\n")
    assert "vip_test.yaml:2" in on.run("test", "rules.yaml").stdout
    on.put("more.yaml", "examples:\n  - {lead: {budget: 1000}, expect: {rule: large}}\n")
    assert on.run("test", "rules.yaml", "--tests", "more.yaml").exit_code == Exit.DONE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rules: []\n", ["LR229"]),
        ("examples: [{lead: {score: 5}, expect: {rule: large}}]\n", ["LR228"]),
        ("examples: [{lead: {budget: 5}, expect: {rule: larg}}]\n", ["LR224"]),
        ("examples: [{lead: {budgett: 5}, expect: {pool: est}}]\n", ["LR206", "LR201"]),
    ],
)
def test_mistakes_in_files_of_examples_are_told(tmp_path: Path, text: str, found: list[str]) -> None:
    result = with_examples(tmp_path).put("a_test.yaml", text).run("test", "rules.yaml")
    assert (result.exit_code, codes(result)) == (Exit.RULES, found)


def test_a_file_of_examples_that_is_not_there(tmp_path: Path) -> None:
    result = with_examples(tmp_path).run("test", "rules.yaml", "--tests", "none.yaml")
    assert (result.exit_code, codes(result)) == (Exit.RULES, ["LR001"])


def test_without_examples_the_answer_is_no(tmp_path: Path) -> None:
    result = with_examples(tmp_path).run("test", "rules.yaml")
    assert result.exit_code == Exit.NO
    assert "There are no examples." in result.stdout
    assert "Rules no example reaches: 3 of 3" in result.stdout


def test_what_no_example_covers_is_told(tmp_path: Path) -> None:
    on = with_examples(tmp_path, "{lead: {budget: 1000}, expect: {rule: large}}")
    told = json.loads(on.run("test", "rules.yaml", "--json").stdout)
    assert [one["rule"] for one in told["rules_not_reached"]] == ["shanghai", "test rows"]
    assert [(one["value"], one["below"], one["at_or_above"]) for one in told["bounds"]] == [("1,000", False, True)]
    assert "at or above it" not in on.run("test", "rules.yaml").stdout


def test_mutants_no_example_kills_are_listed(tmp_path: Path) -> None:
    edge = "{lead: {budget: 1000}, expect: {rule: large}}"
    under = "{lead: {budget: 999}, expect: {outcome: pooled}}"

    def changes(*examples: str) -> list[tuple[str, str]]:
        told = json.loads(with_examples(tmp_path, *examples).run("test", "rules.yaml", "--mutate", "--json").stdout)
        return [(one["old"], one["new"]) for one in told["mutants"]["survivors"] if one["place"]["line"] <= 11]

    assert changes(edge) == [("1,000", "999")]
    assert changes(edge, under) == []
    screen = with_examples(tmp_path, edge).run("test", "rules.yaml", "--mutate").stdout
    assert "1,000 shifted to 999" in screen
    assert "rule 'shanghai' dropped" in screen


def test_an_age_is_shifted_by_a_day_or_an_hour(tmp_path: Path) -> None:
    rules = RULES.replace("budget: {gte: 1000}", "created_at: {older_than: 7d}")
    rules = rules.replace("company: {starts_with: probe}", "created_at: {newer_than: 12h}")
    on = desk(tmp_path).put(
        "rules.yaml", f"{rules}examples:\n  - {{lead: {{city: 宁波}}, expect: {{outcome: pooled}}}}\n"
    )
    told = json.loads(on.run("test", "rules.yaml", "--mutate", "--json").stdout)
    shifted = [one for one in told["mutants"]["survivors"] if one["change"] == "shifted"]
    assert {one["field"] for one in shifted} == {"created_at"}
    assert [(one["old"], one["new"]) for one in shifted] == [("7d", "6d"), ("7d", "8d"), ("12h", "11h"), ("12h", "13h")]


def test_the_report_for_build_servers(tmp_path: Path) -> None:
    failing, passing = "{lead: {budget: 9}, expect: {rule: large}}", "{lead: {title: VP}, expect: {grade: A}}"
    on = with_examples(tmp_path, failing, passing)
    result = on.run("test", "rules.yaml", "--junit", "report.xml", "-q")
    suite = ET.fromstring((tmp_path / "report.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert (result.exit_code, result.stdout) == (Exit.NO, "")
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [failure.get("message") for failure in suite.iter("failure")] == ["rule: expected large, got none"]
    refused = on.run("test", "rules.yaml", "--junit", "rules.yaml")
    assert refused.exit_code == Exit.OUTPUT
    assert (tmp_path / "rules.yaml").read_text(encoding="utf-8").startswith("leadroute: 1")


def test_it_is_told_in_chinese_too(tmp_path: Path) -> None:
    on = with_examples(tmp_path, "{lead: {budget: 9}, expect: {rule: large}}")
    on.put("rules.yaml", (tmp_path / "rules.yaml").read_text(encoding="utf-8").replace("language: en", "language: zh"))
    told = on.run("test", "rules.yaml", "--mutate").stdout
    for words in (
        "不符的例子",
        "没有例子走到的规则：3 条，共 3 条",
        "只有一侧有例子的边界：1 处，共 1 处",
        "1 个例子，1 个不符。",
    ):
        assert words in told


TEXTS = {
    ("LR229", Language.ZH): ("这个文件里只能有 examples", "其他内容写进规则手册"),
    ("LR229", Language.EN): ("only examples belong into this file", "everything else belongs into the rulebook"),
    ("LR850", Language.ZH): ("例子期望分给“Ann”，但没有名册", "用 --reps 给出名册，或只期望规则和组"),
    ("LR850", Language.EN): (
        "the example expects the rep 'Ann', and there is no roster",
        "give the roster with --reps, or expect a rule and a pool only",
    ),
    ("LR851", Language.ZH): ("名册里没有“Ann”", "写工号或姓名"),
    ("LR851", Language.EN): ("'Ann' is not on the roster", "write an id or a name"),
}


@pytest.mark.parametrize(("code", "language"), TEXTS)
def test_the_words_of_each_code(code: str, language: Language) -> None:
    found = Diagnostic(code, args=facts(who="Ann"))
    assert (message(found, language), hint(found, language)) == TEXTS[code, language]
