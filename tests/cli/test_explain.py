"""``leadroute explain``: what a sales rep reads about one lead."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.cli.desk import NOW, ROOT, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

SNAPSHOTS = ROOT / "tests" / "snapshots"

LEADS = """\
线索编号,公司,联系人,职位,手机,邮箱,省份,员工人数
L1,宁波甲机械有限公司,张三,总经理,13800001234,zhang@example.com,浙江,650
L2,杭州乙软件有限公司,李四,,13800001235,,浙江,80
L3,杭州乙软件有限公司,王五,,13800001236,,浙江,80
L4,,张三,总经理,13800001234,,,
L5,上海老客户有限公司,赵六,,13800001237,,上海,
L6,北京丙有限公司,钱七,,13800001238,,北京,
L7,南京丁有限公司,孙八,,13800001239,,江苏,1200
,,,,,,,5
"""
REPS = """\
id,name,email,status,weight,day_cap,team,skills
R1,林小舟,r1@example.com,active,3,,东,英语
R2,何田田,r2@example.com,active,1,1,东,
R3,南风起,r3@example.com,inactive,1,,东,
R4,苏打水,r4@example.com,active,1,,西,
"""
CUSTOMERS = """\
company,owner
上海老客户有限公司,R4
"""
RULES = """\
leadroute: 1
language: zh
pools:
  东组: {members: {team: 东}, when_full: [西组]}
  西组: {members: {team: 西}, strategy: least_loaded}
score:
  points:
    - {name: 决策人, add: 20, when: {title: {contains: [总经理]}}}
    - {name: 规模, add: 15, when: {employees: {gt: 500}}}
    - {name: 大厂, add: 5, when: {employees: {gt: 5000}}}
  grades: {A: 30, B: 10}
rules:
  - {name: 大厂复核, when: {employees: {gte: 1000}}, review: {by: 王总, suggest: 东组}}
  - {name: 停用的, enabled: false, when: {province: 浙江}, assign: 西组}
  - {name: 华东, when: {province: [上海, 浙江], any: [{grade: A}, {company: {contains: 软件}}]}, assign: 东组}
  - {name: 北京, when: {province: 北京}, reject: 不做}
default: open_pool
"""
EN = RULES.replace("language: zh", "language: en")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with eight leads."""
    made = Desk(tmp_path).put("leads.csv", LEADS).put("reps.csv", REPS).put("rules.yaml", RULES)
    return made.put("customers.csv", CUSTOMERS)


def explain(desk: Desk, *options: str) -> Result:
    """Run ``leadroute explain`` on the files of the desk, without memory."""
    files = ("leads.csv", "--reps", "reps.csv", "--rules", "rules.yaml", "--customers", "customers.csv")
    memory = () if "--ledger" in options else ("--no-ledger",)
    return desk.run("explain", options[0], *files, *NOW, *memory, *options[1:])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_decision_is_told_from_the_row_to_the_balance_after(
    desk: Desk, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    desk.put("rules.yaml", RULES if language == "zh" else EN)
    told = explain(desk, "L1", "--why-not", "何田田").stdout
    assert told == (SNAPSHOTS / f"explain.{language}.80.txt").read_text(encoding="utf-8")
    assert max(cell_len(line) for line in told.splitlines()) <= 80


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("L4", "接下来：看保留的那一行（leads.csv:2）：已分配 林小舟 R1"),
        ("L6", "接下来：归档，不再跟进"),
        ("L7", "轮次留给 何田田 R2：付出 1.00，差额变为 -0.50。"),
        ("L7", "接下来：等王总决定"),
        ("leads.csv:9", "接下来：在 failed_rows 文件里改好这一行，再单独分配这个文件"),
        ("L5", "苏打水 R4 得到这条，不占轮次，差额不变。"),
        ("L3", "同一公司已由 林小舟 R1 跟进：可以接，就给了"),
    ],
)
def test_every_outcome_says_what_comes_next(desk: Desk, lead: str, told: str) -> None:
    assert told in explain(desk, lead).output


@pytest.mark.parametrize(
    "said",
    ["L2", "l2", "leads.csv:3", "13800001235", "138 0000 1235", "李四", "+86 138-0000-1235"],
)
def test_a_lead_is_found_by_whatever_people_call_it(desk: Desk, said: str) -> None:
    assert explain(desk, said).stdout.startswith("L2 杭州乙软件有限公司 李四    leads.csv:3")


def test_rows_of_one_lead_mean_the_one_that_stands_for_them(desk: Desk) -> None:
    assert explain(desk, "13800001234").stdout.startswith("L1 ")
    assert explain(desk, "总").exit_code == 2


def test_a_word_for_several_leads_lists_them(desk: Desk) -> None:
    result = explain(desk, "杭州乙软件")
    assert result.exit_code == 2
    assert result.stderr == (
        "错误 LR801：有 2 条线索都可以叫“杭州乙软件”，列出 2 条\n"
        "建议：用位置（文件:行）或线索编号指明是哪一条\n"
        "leads.csv:3: 错误 LR802：L2 杭州乙软件有限公司 李四\n"
        "leads.csv:4: 错误 LR802：L3 杭州乙软件有限公司 王五\n"
    )
    desk.put("rules.yaml", EN)
    assert explain(desk, "杭州乙软件").stderr.splitlines()[:3] == [
        "error LR801: 2 leads can be called '杭州乙软件'; 2 of them follow",
        "hint: say which by its place (file:row) or its id",
        "leads.csv:3: error LR802: L2 杭州乙软件有限公司 李四",
    ]


def test_a_word_for_no_lead_offers_the_nearest(desk: Desk) -> None:
    result = explain(desk, "北京丙有限公思")
    assert result.exit_code == 2
    assert result.stderr == (
        "错误 LR800：文件里没有叫“北京丙有限公思”的线索\n"
        "建议：是不是想写“北京丙有限公司”？写线索编号、手机、邮箱、公司或联系人，或者写位置，例如 leads.csv:12\n"
    )
    desk.put("rules.yaml", EN)
    assert explain(desk, "zzz").stderr == (
        "error LR800: no lead in the files is called 'zzz'\n"
        "hint: name it by id, phone, e-mail, company or contact, or by its place, such as leads.csv:12\n"
    )


def test_a_rep_nobody_knows_or_several_share_is_asked_about(desk: Desk) -> None:
    assert explain(desk, "L1", "--why-not", "林小州").stderr == (
        "错误 LR804：名册上没有“林小州”\n建议：是不是想写“林小舟”？写名册上的工号或姓名\n"
    )
    desk.put("reps.csv", REPS.replace("苏打水", "林小舟"))
    result = explain(desk, "L1", "--why-not", "林小舟")
    assert (result.exit_code, result.stderr) == (2, "错误 LR805：名册上有几个人叫“林小舟”：R1, R4\n建议：写工号\n")
    desk.put("rules.yaml", EN)
    assert explain(desk, "L1", "--why-not", "zzz").stderr == (
        "error LR804: nobody on the roster is called 'zzz'\nhint: name a rep by id or name as the roster has it\n"
    )
    assert explain(desk, "L1", "--why-not", "林小舟").stderr == (
        "error LR805: several reps are called '林小舟': R1, R4\nhint: name the rep by id\n"
    )


@pytest.mark.parametrize(
    ("lead", "rep", "told"),
    [
        ("L1", "R1", "林小舟 R1 已经得到这条线索。"),
        ("L7", "R2", "这条线索的轮次留给 何田田 R2。"),
        ("L7", "R1", "最先拦在第 8 关：应得同样是 +0.50，但 何田田 R2 更久没有轮到"),
        ("L1", "R3", "最先拦在第 5 关：已停用"),
        ("L1", "R4", "最先拦在第 3 关：不在组“东组”里"),
        ("L4", "R1", "最先拦在第 1 关：在规则之前已有结果：与另一行是同一线索"),
        ("L5", "R1", "最先拦在第 2 关：归老客户的负责人（或其代理人）苏打水 R4"),
        ("L6", "R1", "最先拦在第 2 关：规则“北京”不分给销售：不跟进"),
    ],
)
def test_why_not_says_where_a_rep_was_stopped(desk: Desk, lead: str, rep: str, told: str) -> None:
    assert told in explain(desk, lead, "--why-not", rep).stdout


def nearest(desk: Desk, lead: str, rep: str) -> str:
    """What one change would send a lead to a rep."""
    return explain(desk, lead, "--nearest", rep).stdout.partition("（只改一处）\n")[2]


def test_nearest_names_a_change_of_the_roster_that_does_it(desk: Desk) -> None:
    assert nearest(desk, "L1", "R2").startswith("  何田田 R2 的权重是 4\n")
    assert "结果：已分配 → 林小舟" in explain(desk, "L1").stdout
    desk.put("reps.csv", REPS.replace("r2@example.com,active,1", "r2@example.com,active,4"))
    assert "结果：已分配 → 何田田" in explain(desk, "L1").stdout


def test_nearest_tries_standing_teams_values_and_rules(desk: Desk) -> None:
    away = REPS.replace("r1@example.com,active", "r1@example.com,left").replace(
        "r2@example.com,active,1,1", "x,active,1,0"
    )
    desk.put("reps.csv", away).put("rules.yaml", RULES.replace(", any: [{grade: A}, {company: {contains: 软件}}]", ""))
    assert nearest(desk, "L1", "R1").startswith("  名册上 林小舟 R1 在职\n")
    assert nearest(desk, "L1", "R2").startswith("  何田田 R2 没有今日上限\n")
    assert nearest(desk, "L6", "R4").startswith("  线索的省份是：浙江\n")
    moved = (
        RULES.replace("reject: 不做", "assign: 西组")
        .replace("default: open_pool", "")
        .replace("  - {name: 北京, when: {province: 北京}", "  - {name: 都行, when: {employees: {gt: 1}}")
    )
    desk.put("reps.csv", REPS).put("rules.yaml", f"{moved}default: open_pool\n")
    assert "  规则“都行”放到最前面\n" in nearest(desk, "L1", "R4")


def test_nearest_says_so_when_nothing_can_be_or_was_found(desk: Desk) -> None:
    assert nearest(desk, "L1", "R1") == "  已经给了（或留给）林小舟 R1。\n"
    assert nearest(desk, "L4", "R1").startswith("  这一行在规则之前已有结果，改一处规则、名册或字段都不会变。\n")
    assert nearest(desk, "L6", "R4").startswith("  试过的改动里，没有一处会把它给 苏打水 R4。\n  试了 15 种改动")
    assert explain(desk, "L1", "--nearest", "谁").exit_code == 2
    found = json.loads(explain(desk, "L1", "--nearest", "R2", "--json").stdout)["nearest"]
    assert found == {
        "rep": "R2",
        "changes": [{"what": "weight", "name": None, "value": "4"}],
        "tried": found["tried"],
        "put_to_rules": True,
    }


def test_the_same_as_json(desk: Desk) -> None:
    found = json.loads(explain(desk, "L1", "--why-not", "R3", "--json").stdout)
    assert found["format_version"] == "1.0"
    assert (found["outcome"], found["rep"], found["rule"], found["pool"]) == ("assigned", "R1", "华东", "东组")
    assert found["duplicates"][0]["by"] == "phone"
    assert [one["verdict"] for one in found["rules"]] == ["no", "disabled", "matched"]
    assert found["rules"][2]["when"]["all"][1]["any"][0] == {
        "test": "等级 = A",
        "operator": "eq",
        "field": "grade",
        "value": "A",
        "written": None,
        "inferred_from": None,
        "column": True,
        "holds": True,
    }
    assert found["turn"]["pools"][0]["members"][2] == {"rep": "R3", "obstacles": [{"why": "inactive"}]}
    assert found["turn"]["charged"]["decided_by"] == "balance"
    assert found["why_not"]["stopped_first"] == "duty"
    owned = json.loads(explain(desk, "L5", "--json").stdout)
    assert owned["customers"][2]["owner"] == "R4"
    assert owned["turn"]["charged"] is None


def test_files_that_cannot_be_used_refuse_as_always(desk: Desk) -> None:
    desk.put("rules.yaml", RULES.replace("default: open_pool", ""))
    result = explain(desk, "L1")
    assert result.exit_code == 4
    assert "LR202" in result.stderr
    assert explain(desk.put("rules.yaml", RULES).put("reps.csv", "id\n"), "L1").exit_code == 4


def test_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    explain(desk, "L1", "--ledger", "rules.ledger")
    assert desk.files() == before
