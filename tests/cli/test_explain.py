"""``leadroute explain``: what a sales rep reads about one lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import NOW, Desk

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

LEADS = """\
lead_id,company,contact,title,phone,email,province,employees
L1,宁波甲机械有限公司,张三,总经理,13800001234,zhang@example.com,浙江,650
L2,杭州乙软件有限公司,李四,,13800001235,,浙江,80
L3,杭州乙软件有限公司,王五,,13800001236,,浙江,80
L4,,张三,总经理,13800001234,,,
L5,上海老客户有限公司,赵六,,13800001237,,上海,
L6,北京丙有限公司,钱七,,13800001238,,北京,
L7,南京丁有限公司,孙八,,13800001239,,江苏,1200
L8,,,,,,,
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


def test_a_decision_is_told_from_the_row_to_the_balance_after(desk: Desk) -> None:
    assert (
        explain(desk, "L1").stdout
        == """\
L1 宁波甲机械有限公司 张三    leads.csv:2    2026-11-23 09:00
结果：已分配 → 林小舟 R1
原因：按规则分配；规则“华东”；组“东组”

这条线索
  重复：同一条线索共 2 行
    leads.csv:5 L4 张三（按phone）
  老客户：按统一社会信用代码、邮箱域名、company、phone都没有找到

打分：35 分，A 级（A 30 分起、B 10 分起）
  +20 决策人：title 含 总经理：是（总经理）
  +15 规模：employees > 500：是（650）
  不得分：大厂

规则（从上到下，第一条符合的算数）
   1. 不符合  大厂复核
      employees ≥ 1000：否（650）
   2. 停用  停用的
   3. 符合  华东 → 组“东组”
      province 属于 上海、浙江：是（浙江）
      任一（得分等级 = A：是（A）；company 含 软件：否（宁波甲机械有限公司））：是
  后面的 1 条规则不用再看

轮到谁（5 条里的第 1 条）
  组“东组”（按权重）：3 人，2 人可接
    南风起 R3：不能接，已停用
"""
    )
