"""``check`` with the roster, with leads and with customers: what the rulebook asks of them that is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.exits import Exit
from tests.cli.desk import desk

if TYPE_CHECKING:
    from pathlib import Path

RULES = """\
leadroute: 1
language: en
pools:
  east: {members: {team: east}, caps: {day: 2}}
  north: {members: {team: north}, when_full: east}
  south: {members: {team: south}}
rules:
  - {name: trade, when: {industry: [制造, 汽车], province: 广东}, assign: east}
  - {name: large, when: {budget: {gt: 100}}, assign: south}
  - {name: web, when: {source: web, province: 山东省}, assign: north}
default: {review: true}
"""
REPS = """\
id,name,team,status,cap per day,leave from,leave until
R1,Ann,east,active,1,2026-11-20,2026-11-30
R2,Bob,north,active,2,,
R3,Cid,south,active,0,,
R4,Dan,south,active,,2026-12-24,2026-12-26
"""
LEADS = """\
lead_id,company,phone,industry,province,source,budget,created_at
L1,Acme,13800001234,制造业,广东省,web,,2026-11-23
L2,Beta,13800001235,汽车,广东,web,,2026-11-23
L3,Gamma,13800001236,制造业,江苏,web,,2026-11-23
L4,Delta,13800001237,制造业,江苏,fair,50,2026-11-23
L5,Eps,13800001238,制造业,江苏,fair,,2026-11-22
"""
ALL = ("--reps", "reps.csv", "--leads", "leads.csv", "--now", "2026-11-23T09:00")
TOLD = {
    "LR312": (
        ("rules.yaml:4:3: 警告 LR312：组“east”的 1 个在职组员在 2026-11-23 都不在岗|写上 when_full，或安排人值班"),
        (
            "rules.yaml:4:3: warning LR312: all 1 active members of the pool 'east' are away on 2026-11-23|"
            "name a when_full, or see that somebody is on duty"
        ),
    ),
    "LR313": (
        ("rules.yaml:6:3: 提示 LR313：组“south”（连同接手的组）只靠一个人（Cid）|再加一个人，或写上 when_full"),
        (
            "rules.yaml:6:3: note LR313: the pool 'south', with all it overflows to, hangs on one person (Cid)|"
            "add somebody, or name a when_full"
        ),
    ),
    "LR314": (
        (
            "rules.yaml:4:3: 警告 LR314：一天可能有 4 条线索，按日上限 3 个销售一共只能接 3 条|"
            "提高上限、加人，或接受其余的进公海"
        ),
        (
            "rules.yaml:4:3: warning LR314: 4 leads may come in a day, and by the daily caps all 3 reps can take 3|"
            "raise caps, add people, or accept that the rest waits in the open pool"
        ),
    ),
    "LR315": (
        (
            "rules.yaml:11:19: 提示 LR315：没有规则符合的线索去了没有专人负责的地方|"
            "default 写一个组，或 {review: {by: 姓名}}"
        ),
        (
            "rules.yaml:11:19: note LR315: leads that no rule takes go where nobody is named to look|"
            "make the default a pool, or {review: {by: name}}"
        ),
    ),
    "LR830": (
        ("rules.yaml:8:26: 警告 LR830：线索里从没出现过 industry：制造|是不是想写“制造业”？检查写法是否与线索一致"),
        (
            "rules.yaml:8:26: warning LR830: no lead has industry: 制造|"
            "did you mean '制造业'? check the spelling against the leads"
        ),
    ),
    "LR831": (
        ("rules.yaml:9:5: 提示 LR831：规则“large”在 5 条线索里一条也没有决定|如果这类线索本来就少，不必理会"),
        ("rules.yaml:9:5: note LR831: the rule 'large' decided none of 5 leads|nothing to do if such leads are rare"),
    ),
    "LR832": (
        (
            "rules.yaml:11:19: 警告 LR832：5 条线索里有 4 条（80.0%）没有规则符合，超过 5%|"
            "补规则，或调整 alerts 的 default_rate"
        ),
        (
            "rules.yaml:11:19: warning LR832: no rule takes 4 of 5 leads (80.0%), more than 5%|"
            "add rules, or change default_rate under alerts"
        ),
    ),
    "LR833": (
        (
            "rules.yaml:9:35: 提示 LR833：轮到规则“large”的 4 条线索里，3 条（75%）因为缺 budget 判断不了|"
            "写 on_missing 说明空着怎么算，或用 infer 补全"
        ),
        (
            "rules.yaml:9:35: note LR833: the rule 'large' is undecided for 3 of 4 leads put to it (75%), "
            "as budget is blank|say with on_missing what a blank counts as, or have it inferred"
        ),
    ),
}
ONE_LESS = REPS.replace("R4,Dan,south,active", "R4,Dan,south,left")
"""Without Dan the south hangs on Cid, and everybody has a cap."""


def _said(text: str) -> list[str]:
    """Each finding as its first line and its advice."""
    found = re.split(r"\n(?=\S+: (?:error|warning|note|错误|警告|提示) )", text.strip())
    return [f"{one.splitlines()[0]}|{re.split('hint: |建议：', one)[-1]}" for one in found]


@pytest.mark.parametrize("code", TOLD)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_told_word_for_word(tmp_path: Path, code: str, language: str) -> None:
    rules = RULES.replace("language: en", f"language: {language}")
    on = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", ONE_LESS).put("leads.csv", LEADS)
    result = on.run("check", "rules.yaml", *ALL, "--select", code)
    assert TOLD[code][language == "en"] in _said(result.stderr)


@pytest.mark.parametrize(
    ("rules", "reps", "options", "gone"),
    [
        (RULES, REPS, (), ("LR314",)),
        (RULES, REPS, ("--now", "2026-12-01"), ("LR312",)),
        (RULES.replace("{review: true}", "{review: {by: Eve}}"), REPS, (), ("LR315",)),
        (RULES.replace("{review: true}", "east"), REPS, (), ("LR315",)),
        (RULES.replace("制造, 汽车", "制造业, 汽车").replace("山东省", "江苏"), REPS, (), ("LR830",)),
        (RULES + "alerts: {default_rate: 90%}\n", REPS, (), ("LR832",)),
    ],
)
def test_what_is_mended_is_told_no_more(
    tmp_path: Path, rules: str, reps: str, options: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    on = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", reps).put("leads.csv", LEADS)
    result = on.run("check", "rules.yaml", *ALL, *options)
    assert [code for code in gone if f"{code}: " in result.stderr] == []


def test_of_a_place_that_there_is_no_other_is_proposed(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", RULES.replace("山东省", "[广西, 广冬]")).put("leads.csv", LEADS)
    told = _said(on.run("check", "rules.yaml", "--leads", "leads.csv", "--select", "LR830").stderr)
    assert "rules.yaml:10:37: note LR830: no lead has province: 广西|check the spelling against the leads" in told
    assert "rules.yaml:10:37: warning LR830: no lead has province: 广冬" in "".join(told)
    assert "did you mean '广东'?" in "".join(told)


def test_leads_alone_are_enough_to_try_the_rules(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", RULES).put("leads.csv", LEADS)
    result = on.run("check", "rules.yaml", "--leads", "leads.csv", "--select", "LR8")
    assert result.exit_code == Exit.DONE
    assert {"LR830", "LR831", "LR832", "LR833"} <= set(re.findall(r"LR\d+", result.stderr))


def test_leads_without_a_date_may_all_come_in_a_day(tmp_path: Path) -> None:
    undated = LEADS.replace("created_at", "remark").replace("2026-11-2", "")
    on = desk(tmp_path).put("rules.yaml", RULES).put("reps.csv", ONE_LESS).put("leads.csv", undated)
    assert "5 leads may come in a day" in on.run("check", "rules.yaml", *ALL).stderr


def test_a_roster_decides_conditions_about_reps(tmp_path: Path) -> None:
    rules = RULES.replace("province: 山东省", "province: {in_rep: provinces}")
    ends = ["provinces", "山东", "", "", ""]
    reps = "\n".join(f"{line},{end}" for line, end in zip(REPS.splitlines(), ends, strict=True))
    on = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", reps + "\n")
    assert "LR236" in on.run("check", "rules.yaml").stderr
    assert "LR236" not in on.run("check", "rules.yaml", "--reps", "reps.csv").stderr


def test_a_table_is_read_with_the_files(tmp_path: Path) -> None:
    rules = RULES.replace("source: web", "source: {in_table: t.csv}")
    on = desk(tmp_path).put("rules.yaml", rules).put("t.csv", "word\nweb\n").put("reps.csv", REPS)
    assert "LR236" in on.run("check", "rules.yaml").stderr
    assert "LR236" not in on.run("check", "rules.yaml", "--reps", "reps.csv").stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--reps", "none.csv"), "LR001"),
        (("--leads", "none.csv"), "LR001"),
        (("--customers", "leads.csv"), "LR403"),
        (("--reps", "gone.csv"), "LR533"),
    ],
)
def test_files_that_cannot_be_used_fail_the_check(tmp_path: Path, options: tuple[str, ...], code: str) -> None:
    gone = REPS.replace("active", "left")
    on = desk(tmp_path).put("rules.yaml", RULES).put("leads.csv", LEADS).put("gone.csv", gone)
    result = on.run("check", "rules.yaml", *options)
    assert result.exit_code == Exit.NO
    assert f"error {code}: " in result.stderr


def test_a_pool_gets_more_than_it_can_take(tmp_path: Path) -> None:
    rules = RULES.replace("[制造, 汽车], province: 广东", "[制造业, 汽车]").replace("{review: true}", "south")
    on = desk(tmp_path).put("rules.yaml", rules).put("reps.csv", REPS).put("leads.csv", LEADS)
    told = on.run("check", "rules.yaml", *ALL, "--select", "LR342").stderr
    assert "4 leads may come for the pool 'east' in a day, and by the daily caps it can take 1" in told
    assert "'south'" not in told  # Dan has no cap


def test_leads_that_cannot_be_tried_are_counted_all_the_same(tmp_path: Path) -> None:
    on = desk(tmp_path).put("rules.yaml", RULES).put("reps.csv", ONE_LESS).put("leads.csv", LEADS)
    on.put("customers.csv", "company\nAcme\n")
    assert "LR314: 4 leads may" in on.run("check", "rules.yaml", *ALL, "--customers", "customers.csv").stderr


def test_the_overflow_stands_in(tmp_path: Path) -> None:
    lone = RULES.replace("south: {members: {team: south}}", "south: {members: {team: south}, when_full: east}")
    on = desk(tmp_path).put("rules.yaml", lone).put("reps.csv", ONE_LESS)
    told = on.run("check", "rules.yaml", "--reps", "reps.csv", "--now", "2026-12-01").stderr
    assert "LR313: the pool 'east'" in told.replace(", with all it overflows to,", "")
    assert "'south'" not in told
    away = RULES.replace("caps: {day: 2}}", "when_full: south}").replace(", when_full: east", "")
    on.put("rules.yaml", away)
    assert "LR312" not in on.run("check", "rules.yaml", "--reps", "reps.csv", "--now", "2026-11-23T09:00").stderr


CUT = """\
leadroute: 1
language: en
pools:
  east: {members: {team: east}}
  big: {members: [Ann]}
rules:
  - {name: VIP, when: {title: {contains: [总经理, VP]}}, assign: big}
  - {name: large, when: {budget: {gte: 100}}, assign: big}
  - {name: trade, when: {industry: 制造业}, assign: east}
  - {name: fair, when: {source: fair}, assign: east}
default: {review: {by: Eve}}
"""
CUT_LEADS = """\
lead_id,company,phone,title,industry,budget,source
L1,Acme,13800001234,VP,制造业,,web
L2,Beta,13800001235,VP,制造业,200,fair
L3,Gamma,13800001236,,制造业,200,fair
L4,Delta,13800001237,,制造业,5,web
L5,Eps,13800001238,,制造业,,web
"""
SHARES = {
    "LR288": (
        (
            "rules.yaml:9:5: 提示 LR288：符合规则“trade”条件的 5 条线索里，3 条（60%）已被前面的规则拿走："
            "VIP 2, large 1|如果这正是想要的，不必理会；否则调整顺序或条件"
        ),
        (
            "rules.yaml:9:5: note LR288: of 5 leads that meet the rule 'trade', 3 (60%) are taken by earlier rules: "
            "VIP 2, large 1|nothing to do if that is meant; else change the order or the conditions"
        ),
    ),
    "LR289": (
        (
            "rules.yaml:10:5: 警告 LR289：符合规则“fair”条件的 2 条线索全部被前面的规则拿走：VIP 1, large 1|"
            "把它移到它们前面，或确认它只是给别的线索准备的"
        ),
        (
            "rules.yaml:10:5: warning LR289: all 2 leads that meet the rule 'fair' are taken by earlier rules: "
            "VIP 1, large 1|move it above them, or see that it is meant for other leads"
        ),
    ),
}


@pytest.mark.parametrize("code", SHARES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_earlier_rules_take_of_a_rule_is_counted(tmp_path: Path, code: str, language: str) -> None:
    either = "any: [{industry: 制造业}, {budget: {lt: 0}}]"  # so that it shares a field with a rule above
    rules = CUT.replace("language: en", f"language: {language}").replace("industry: 制造业", either)
    on = desk(tmp_path).put("rules.yaml", rules).put("leads.csv", CUT_LEADS)
    said = _said(on.run("check", "rules.yaml", "--leads", "leads.csv", "--select", code).stderr)
    assert SHARES[code][language == "en"] in said


@pytest.mark.parametrize(
    ("rules", "leads", "codes"),
    [
        (CUT, CUT_LEADS, ["LR289"]),
        (re.sub("budget: {gte: 100}|source: fair", "company: {present: true}", CUT), CUT_LEADS, ["LR231", "LR289"]),
        (CUT, CUT_LEADS.replace("VP", "").replace("200", "20").replace("fair", "phone"), ["LR831"] * 3),
    ],
)
def test_a_rule_that_loses_all_its_leads_is_told_once(tmp_path: Path, rules: str, leads: str, codes: list[str]) -> None:
    on = desk(tmp_path).put("rules.yaml", rules).put("leads.csv", leads)
    told = on.run("check", "rules.yaml", "--leads", "leads.csv", "--select", "LR231,LR288,LR289,LR831").stderr
    assert re.findall(r"LR\d+", told) == codes
