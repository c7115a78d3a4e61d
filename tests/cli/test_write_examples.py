"""``leadroute test --write``: examples from real leads, made up where there is none, written only if all pass."""

from __future__ import annotations

import csv
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.model.rulebook import Language
from leadroute.render.messages import hint, message
from tests.cli.desk import NOW, ROOT, desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.cli.desk import Desk

RULES = """\
leadroute: 1
language: en
score:
  points: [{add: 30, when: {title: VP}}, {add: 5, when: {email: {domain_in: qq.com}}}]
  grades: {A: 30}
pools:
  east: {members: {team: east}}
  big: {members: [Ann]}
rules:
  - name: probes
    when: {company: {contains: probe}}
    reject: true
  - name: large
    when: {budget: {gte: 1000}}
    assign: big
  - name: silent
    when: {phone: {empty: true}, email: {empty: true}}
    open_pool: true
  - name: eastern
    when: {province: [上海, 江苏]}
    assign: east
default: open_pool
"""
LEADS = """\
lead_id,company,contact,title,phone,email,province,budget,message
L1,Acme Secret,Al Hidden,VP,13800005678,al@secret.example,上海市,500,call 13800005678
L2,Acme Secret,Be Hidden,,13800005679,be@qq.com,江苏,,
L3,probes of Acme,Ce Hidden,,13800005670,,上海,,
L4,Beta Secret,De Hidden,,13800005671,,四川,999,
"""
REPS = "id,name,team,status\nR1,Ann,west,active\nR2,Bob,east,active\n"
WRITE = ("test", "rules.yaml", "--write", *NOW)
FROM = (*WRITE, "--leads", "leads.csv")
FILE = "rules_test.yaml"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which nothing is wrapped."""
    monkeypatch.setenv("COLUMNS", "150")


@pytest.fixture
def on(tmp_path: Path) -> Desk:
    """A desk with rules that no example covers."""
    return desk(tmp_path).put("rules.yaml", RULES).put("reps.csv", REPS).put("leads.csv", LEADS)


def text(on: Desk, name: str = FILE) -> str:
    """What a file holds."""
    return (on.folder / name).read_text(encoding="utf-8")


def codes(result: Result) -> list[str]:
    """The codes on stderr."""
    return re.findall(r"LR\d{3}", result.stderr)


def test_rules_get_the_first_real_lead_they_decide_and_the_rest_is_made_up(on: Desk) -> None:
    result = on.run(*FROM)
    assert result.exit_code == Exit.DONE, result.output
    assert text(on) == (
        "# By leadroute test --write: fields that conditions look at; names, phones left out or made up. Read each\n"
        "examples:\n"
        "  # rule 'probes': leads.csv, row 4\n"
        "  - lead: {company: probe example, province: 上海}\n"
        "    expect: {rule: probes, outcome: archived}\n"
        "  # rule 'large': made up\n"
        "  - lead: {budget: 1000}\n"
        "    expect: {rule: large, pool: big, outcome: assigned}\n"
        "  # rule 'silent': made up\n"
        "  - lead: {company: Example Ltd}\n"
        "    expect: {rule: silent, outcome: pooled}\n"
        "  # rule 'eastern': leads.csv, row 2\n"
        "  - lead: {title: VP, phone: 13800001234, province: 上海, budget: 500}\n"
        "    expect: {rule: eastern, pool: east, outcome: assigned, grade: A, score: 30}\n"
        "  # default: leads.csv, row 5\n"
        "  - lead: {phone: 13800001234, province: 四川, budget: 999}\n"
        "    expect: {outcome: pooled, reason: no_rule}\n"
    )


def test_what_it_changed_is_told(on: Desk) -> None:
    told = on.run(*FROM).stdout
    assert "Examples written to rules_test.yaml: 5, of them made up: 2" in told
    assert "Rules with an example: 0 → 4 of 4" in told
    assert "default: has none → has an example" in told
    assert "Bounds with examples on both sides: 0 → 1 of 1" in told
    assert "5 examples, all as expected." in told


def test_what_is_written_passes_and_a_second_time_adds_nothing(on: Desk) -> None:
    on.run(*FROM)
    once = text(on)
    assert on.run("test", "rules.yaml", *NOW).exit_code == Exit.DONE
    again = on.run(*FROM)
    assert (again.exit_code, text(on)) == (Exit.DONE, once)
    assert "There is no example to add; nothing was written." in again.stdout


def test_nobody_is_named_in_it(on: Desk) -> None:
    result = on.run(*FROM, "--json")
    for secret in ("Secret", "Hidden", "1380000567", "secret.example", "call"):
        assert secret not in text(on)
        assert secret not in result.stdout


def test_a_value_that_is_needed_as_it_is_is_told(on: Desk) -> None:
    on.put("rules.yaml", RULES.replace("company: {contains: probe}", "contact: {matches: '^Ce '}"))
    result = on.run(*FROM)
    assert "contact: Ce Hidden" in text(on)
    assert (codes(result), result.stderr.startswith("leads.csv:4")) == (["LR317"], True)


def test_of_an_address_only_the_domain_counts(on: Desk) -> None:
    rules = RULES.replace("province: [上海, 江苏]", "email_domain: corp.example")
    on.put("rules.yaml", rules).put("leads.csv", LEADS.replace("qq.com", "corp.example")).run(*FROM)
    assert "row 3\n  - lead: {email: someone@corp.example}" in text(on).replace('"', "")


def test_without_leads_all_are_made_up(on: Desk) -> None:
    told = json.loads(on.run(*WRITE, "--json").stdout)
    assert told["rules_not_reached"] == []
    assert told["default_reached"]
    assert told["written"]["file"] == FILE
    assert len(told["written"]["rules_not_reached_before"]) == 4
    assert {one["made_up"] for one in told["written"]["examples"]} == {True}
    assert {one["from"] is None for one in told["written"]["examples"]} == {True}


def test_hand_written_examples_stay_as_they_are(on: Desk) -> None:
    mine = (
        "# mine\r\nexamples:\r\n    - name: 边界   # kept\r\n      lead: {budget: 1000}\r\n      expect: {rule: large}"
    )
    on.put(FILE, mine.encode("gb18030"))
    assert on.run(*FROM).exit_code == Exit.DONE
    data = (on.folder / FILE).read_bytes()
    assert data.startswith(mine.encode("gb18030") + b"\r\n    # rule 'probes'")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.count(b"rule: large") == 1


@pytest.mark.parametrize("there", ["examples: [{lead: {budget: 1}, expect: {outcome: pooled}}]\n", "examples: {}\n"])
def test_a_file_that_cannot_be_added_to_is_left_alone(on: Desk, there: str) -> None:
    on.put(FILE, there)
    result = on.run(*FROM)
    assert (result.exit_code in {Exit.OUTPUT, Exit.RULES}, text(on)) == (True, there)


def test_an_empty_list_is_begun(on: Desk) -> None:
    on.put(FILE, "examples:\n")
    assert (on.run(*FROM).exit_code, text(on).count("- lead")) == (Exit.DONE, 5)


def test_nothing_is_written_while_an_example_fails(on: Desk) -> None:
    on.put("mine_test.yaml", "examples:\n  - {lead: {budget: 1}, expect: {rule: large}}\n")
    result = on.run(*FROM)
    assert (result.exit_code, codes(result)) == (Exit.NO, ["LR320"])
    assert not (on.folder / FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("test", "rules.yaml", "--leads", "leads.csv"), "LR316", Exit.USAGE),
        (("test", "rules.yaml", "--customers", "leads.csv"), "LR316", Exit.USAGE),
        ((*WRITE, "--leads", "none.csv"), "LR001", Exit.INPUT),
        ((*WRITE, "--tests", "none_test.yaml"), "LR001", Exit.RULES),
    ],
)
def test_what_cannot_be_done_is_refused(on: Desk, arguments: tuple[str, ...], code: str, exit_code: Exit) -> None:
    before = on.files()
    result = on.run(*arguments)
    assert (result.exit_code, codes(result), on.files()) == (exit_code, [code], before)


def test_a_file_that_cannot_be_written_is_told(on: Desk) -> None:
    long = f"{'r' * 246}.yaml"  # with _test it is too long for a file system
    result = on.put(long, RULES).run("test", long, "--write", *NOW)
    assert (result.exit_code, codes(result)) == (Exit.OUTPUT, ["LR613"])


def test_a_named_file_of_examples_is_added_to(on: Desk) -> None:
    on.put("vip.yaml", "examples:\n  - {lead: {budget: 1000}, expect: {rule: large}}\n")
    assert on.run(*FROM, "--tests", "vip.yaml", "--junit", "report.xml").exit_code == Exit.DONE
    assert (text(on, "vip.yaml").count("- lead"), (on.folder / FILE).exists()) == (4, False)
    assert 'tests="5"' in text(on, "report.xml")


def test_a_rule_no_lead_comes_to_is_told(on: Desk) -> None:
    dead = "  - name: never\n    when: {budget: {gte: 2000}}\n    assign: big\n"
    on.put("rules.yaml", RULES.replace("  - name: silent", f"{dead}  - name: silent"))
    result = on.run(*FROM)
    assert (result.exit_code, codes(result)) == (Exit.DONE, ["LR319"])
    everything = "  - {name: rest, assign: east}\n"
    on.put("rules.yaml", RULES.replace("default:", f"{everything}default:")).folder.joinpath(FILE).unlink()
    assert codes(on.run(*FROM)) == ["LR321"]


def test_it_holds_with_the_roster_and_without(on: Desk) -> None:
    rules = RULES.replace("province: [上海, 江苏]", "province: {in_rep: provinces}")
    on.put("rules.yaml", rules).put(
        "reps.csv", REPS.replace("status", "status,provinces").replace("active", "active,江苏")
    )
    assert on.run(*FROM, "--reps", "reps.csv").exit_code == Exit.DONE
    assert "province: 江苏" in text(on)
    for people in ((), ("--reps", "reps.csv")):
        told = on.run("test", "rules.yaml", *people, *NOW, "--json")
        assert (told.exit_code, json.loads(told.stdout)["rules_not_reached"]) == (Exit.DONE, [])


def test_bounds_get_the_nearest_lead_on_the_side_that_lacks_one(on: Desk) -> None:
    on.put("leads.csv", LEADS + "L5,Gamma,E,,13800005672,,四川,1500,\nL6,Delta,F,,13800005673,,四川,1200,\n")
    on.put(FILE, "examples:\n  - {lead: {budget: 5000}, expect: {rule: large}}\n")
    on.run(*FROM)
    assert "budget: 999" in text(on)
    assert "1200" not in text(on)
    dates = RULES.replace("budget: {gte: 1000}", "created_at: {lt: 2026-11-20}")
    on.put("rules.yaml", dates).folder.joinpath(FILE).unlink()
    on.run(*WRITE)
    assert "created_at: 2026-11-19" in text(on)
    assert "created_at: 2026-11-20" in text(on)


def test_a_grade_is_reached_by_points_that_make_it(on: Desk) -> None:
    on.put("rules.yaml", RULES.replace("budget: {gte: 1000}", "grade: A")).run(*WRITE)
    assert "expect: {rule: large, pool: big, outcome: assigned, grade: A, score: 30}" in text(on)


def test_a_lead_whose_fate_hangs_on_the_day_says_the_day(on: Desk) -> None:
    on.put("rules.yaml", RULES.replace("    assign: big\n", "    assign: big\n    weekdays: [tue]\n")).run(*WRITE)
    assert "now: 2026-11-24 00:00\n    expect: {rule: large" in text(on)
    on.folder.joinpath(FILE).unlink()
    assert on.run(*WRITE, "--now", "2026-11-23T09:00:31").exit_code == Exit.DONE
    assert "now: 2026-11-23 09:00\n    expect: {rule: eastern" in text(on)


def test_examples_of_another_rulebook_are_left_out_where_there_are_own_ones(on: Desk) -> None:
    def told(rules: str, *options: str) -> tuple[int, list[str]]:
        found = json.loads(on.run("test", rules, *NOW, "--json", *options).stdout)
        return len(found["examples"]), [one["code"] for one in found["diagnostics"]]

    of_silent = "examples:\n  - {lead: {}, expect: {rule: silent}}\n"
    on.put("new.yaml", RULES).put(FILE, of_silent).put("more_test.yaml", of_silent)
    assert told("new.yaml") == (2, [])
    assert told("new.yaml", "--write") == (6, ["LR329"])
    assert told("new.yaml") == (6, ["LR329"])
    assert told("rules.yaml") == (2, ["LR329"])


@pytest.mark.parametrize("name", ["b2b-cn.zh", "b2b-cn.en", "saas.zh", "saas.en", "foreign-trade.zh", "single-team.en"])
def test_every_rule_of_the_templates_gets_an_example(tmp_path: Path, name: str) -> None:
    on = desk(tmp_path).put("rules.yaml", (ROOT / "leadroute" / "templates" / f"{name}.yaml").read_bytes())
    told = json.loads(on.run(*WRITE, "--json").stdout)
    assert (told["passed"], told["rules_not_reached"]) == (True, [])


def test_every_rule_of_the_example_gets_one_but_that_of_customers_and_nobody_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    on = desk(tmp_path).put("rules.yaml", (ROOT / "rules.example.yaml").read_bytes())
    told = json.loads(on.run(*WRITE, "--leads", "samples/leads.csv", "--json").stdout)
    assert (told["passed"], told["default_reached"]) == (True, True)
    assert [one["rule"] for one in told["rules_not_reached"]] == ["老客户找原负责人"]
    with (tmp_path / "samples" / "leads.csv").open(encoding="utf-8-sig", newline="") as file:
        leads = list(csv.DictReader(file))
    secrets = {lead[name] for lead in leads for name in ("线索编号", "公司名称", "联系人", "手机号", "邮箱")} - {""}
    written = text(on)
    assert [secret for secret in secrets if secret in written] == []


TEXTS = {
    ("LR316", Language.ZH): ("--leads 和 --customers 只和 --write 一起用", "加上 --write，或去掉它们"),
    ("LR316", Language.EN): ("--leads and --customers go with --write only", "add --write, or leave them out"),
    ("LR317", Language.ZH): (
        "例子里照抄了这条线索的 contact：规则要看它们，换掉就不是同样的结果",
        "看看能不能留在例子里，或自己换成假的",
    ),
    ("LR317", Language.EN): (
        "an example holds this lead's contact as they are: conditions look at them, and others come to something else",
        "see whether they may stay there, or put made-up ones in their place",
    ),
    ("LR318", Language.ZH): (
        "不能在这个文件后面添例子，什么也没写",
        "把 examples 写成每个例子一行、以“- ”开头的列表",
    ),
    ("LR318", Language.EN): (
        "examples cannot be added at the end of this file; nothing was written",
        "write examples as a list with a line for each, beginning with '- '",
    ),
    ("LR319", Language.ZH): (
        "没有给规则“甲”找到例子：没有线索由它决定，也没编出来",
        "用 leadroute check 看它是否轮得到；看老客户的规则写不成例子",
    ),
    ("LR319", Language.EN): (
        "no example was found for the rule '甲': no lead comes to it, and none could be made up",
        "leadroute check tells whether it is ever reached; a rule that looks at customers cannot have an example",
    ),
    ("LR320", Language.ZH): ("有例子不符，没有提出新的，什么也没写", "先改规则或例子，再用 --write"),
    ("LR320", Language.EN): (
        "an example failed, so none was proposed and nothing was written",
        "mend the rules or the example first, then use --write",
    ),
    ("LR321", Language.ZH): (
        "没有给 default 找到例子：没有线索走到它，也没编出来",
        "前面的规则可能已经处理所有线索；用 leadroute check 看",
    ),
    ("LR321", Language.EN): (
        "no example was found for the default: no lead comes to it, and none could be made up",
        "the rules may take every lead; leadroute check tells",
    ),
    ("LR329", Language.ZH): (
        "2 个例子文件以旁边别的规则手册命名，不算在内：a_test.yaml, b_test.yaml",
        "要用它们就写 --tests",
    ),
    ("LR329", Language.EN): (
        "2 files of examples are named after other rulebooks here and left out: a_test.yaml, b_test.yaml",
        "name them with --tests to use them",
    ),
}


@pytest.mark.parametrize(("code", "language"), TEXTS)
def test_the_words_of_each_code(code: str, language: Language) -> None:
    told = facts(fields="contact", name="甲", count=2, files="a_test.yaml, b_test.yaml")
    found = Diagnostic(code, args=told)
    assert (message(found, language), hint(found, language)) == TEXTS[code, language]
