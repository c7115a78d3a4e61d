"""Cells that say where leads go, and when a rule counts, each against the rule YAML would say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leadroute.model.condition import NOWHERE
from leadroute.model.rulebook import AssignPool
from leadroute.rulebook.parse import parse
from tests.build_rule_tables import HEAD, book, read, rule_table
from tests.rulebook.decision.test_values import placeless

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rule


def bare(rule: Rule) -> Rule:
    """The same without places."""
    does = replace(rule.action, place=NOWHERE)
    if isinstance(does, AssignPool):
        demands = [tuple(replace(one, place=NOWHERE) for one in part) for part in (does.require, does.prefer)]
        does = replace(does, require=demands[0], prefer=demands[1])
    return replace(rule, action=does, when=placeless(rule.when), place=NOWHERE)


def yaml(rest: str) -> Rule:
    """A rule of a rulebook."""
    made, found = parse(f"{HEAD}rules: [{{name: 一, {rest}}}]\ndefault: open_pool\n".encode(), "rules.yaml")
    assert made is not None, found
    return bare(made.rules[0])


def said(headers: str, cells: str) -> Rule:
    """The rule of a row."""
    return bare(book(rule_table(f"规则 | {headers}\n一 | {cells}")).rules[0])


@pytest.mark.parametrize(
    ("headers", "cells", "rest"),
    [
        ("分配", "east", "assign: east"),
        ("pool", "east", "assign: east"),
        ("分配", "all", "assign: all"),
        ("分配", "所有人", "assign: all"),
        ("分配", "公海", "open_pool: true"),
        ("assign", "open_pool", "open_pool: true"),
        ("分配", "客户负责人", "assign: {owner: customer}"),
        ("分配 | 否则", "owner | east", "assign: {owner: customer, otherwise: east}"),
        ("动作", "分配 east", "assign: east"),
        ("动作", "分配：east", "assign: east"),
        ("action", "Assign to east", "assign: east"),
        ("action", "rep R004", "assign: {rep: R004}"),
        ("动作", "复核", "review: true"),
        ("动作", "复核 王总", "review: 王总"),
        ("动作", "公海：太小", "open_pool: 太小"),
        ("动作", "拒绝", "reject: true"),
        ("动作 | 组", "分配 | east", "assign: east"),
        ("动作 | 复核人", "复核 | 王总", "review: 王总"),
        ("动作 | 建议", "复核 | senior", "review: {suggest: senior}"),
        ("动作 | 建议", "复核 王总 | senior", "review: {by: 王总, suggest: senior}"),
        ("销售 | 否则", "R004 | 公海", "assign: {rep: R004, otherwise: open_pool}"),
        ("rep | otherwise", "R004 | everyone", "assign: {rep: R004, otherwise: all}"),
        ("复核", "是", "review: true"),
        ("复核", "王总", "review: 王总"),
        ("公海 | 分配", "否 | east", "assign: east"),
        ("公海 | 分配", "是 |", "open_pool: true"),
        ("公海", "太小", "open_pool: 太小"),
        ("拒绝", "√", "reject: true"),
        ("分配 | 要求 技能", "east | 英语；日语", "assign: {pool: east, require: {skills: [英语, 日语]}}"),
        ("分配 | 要求 provinces", "all | 同省份", "assign: {pool: all, require: {provinces: {has: province}}}"),
        (
            "分配 | require skills | require provinces | prefer level",
            "all | 英语 | has province | 高级",
            "assign: {pool: all, require: {skills: [英语], provinces: {has: province}}, prefer: {level: [高级]}}",
        ),
        ("分配 | 启用", "east | 否", "assign: east, enabled: false"),
        ("分配 | 启用", "east | TRUE", "assign: east, enabled: true"),
        ("分配 | 从 | 到", "east | 2026-01-01 | 2026/3/31", "assign: east, from: 2026-01-01, until: 2026-03-31"),
        ("分配 | 星期", "east | 周一；周三", "assign: east, weekdays: [mon, wed]"),
        ("分配 | 星期", "east | 周一至周五", "assign: east, weekdays: [1, 2, 3, 4, 5]"),
        ("分配 | 星期", "east | 工作日", "assign: east, weekdays: [1, 2, 3, 4, 5]"),
        ("assign | weekdays", "east | mon-wed, sun", "assign: east, weekdays: [1, 2, 3, 7]"),
        ("分配 | 空值", "east | 复核", "assign: east, on_missing: review"),
        ("assign | on missing", "east | match", "assign: east, on_missing: match"),
        ("分配 | 时效", "east | 90天", "assign: east, max_age: 90d"),
        ("分配 | 备注 | 序号", "east | 随便写 | 7", "assign: east"),
    ],
)
def test_a_row_says_what_yaml_would_say(headers: str, cells: str, rest: str) -> None:
    assert said(headers, cells) == yaml(rest)


@pytest.mark.parametrize(
    ("headers", "cells", "codes"),
    [
        ("分配", "eats", {"LR242"}),
        ("动作", "分配", {"LR244"}),
        ("动作", "分配 eats", {"LR242"}),
        ("分配 | 复核", "east | 王总", {"LR257"}),
        ("分配 | 销售", "east | R004", {"LR257"}),
        ("动作 | 分配给", "分配 east | senior", {"LR257"}),
        ("分配 | 启用 | 启用", "east | 是 | 是", {"LR252"}),
        ("分配 | 省份", "| 上海", {"LR256"}),
        ("公海", "否", {"LR256"}),
        ("公海", "×", {"LR139", "LR256"}),
        ("复核 | 否则", "王总 | east", {"LR245"}),
        ("分配 | 建议", "east | senior", {"LR245"}),
        ("分配 | 否则", "east | senior", {"LR221"}),
        ("销售 | 否则", "R004 | eats", {"LR201"}),
        ("分配 | 启用", "east | 对", {"LR139"}),
        ("分配 | 从", "east | 明天", {"LR138"}),
        ("分配 | 从 | 到", "east | 2026-02-01 | 2026-01-01", {"LR215"}),
        ("分配 | 星期", "east | 周八", {"LR142"}),
        ("分配 | 空值", "east | 随便", {"LR140"}),
        ("分配 | 时效", "east | 很久", {"LR137"}),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused(headers: str, cells: str, codes: set[str]) -> None:
    made, found = read(rule_table(f"规则 | {headers}\n一 | {cells}"))
    assert made is None
    assert {one.code for one in found} == codes
    assert all(one.place and one.place.cell and one.excerpt for one in found)
