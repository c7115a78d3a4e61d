"""Cells as people fill them, each against the condition YAML would say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leadroute.model.condition import NOWHERE, All, AnyOf, NoneOf
from leadroute.model.rule_table import CellKind
from leadroute.rulebook.parse import parse
from tests.build_rule_tables import HEAD, book, read, rule_table

if TYPE_CHECKING:
    from leadroute.model.condition import Condition


def placeless(condition: Condition) -> Condition:
    """The same without places."""
    if isinstance(condition, All | AnyOf | NoneOf):
        return type(condition)(tuple(map(placeless, condition.parts)))
    return replace(condition, place=NOWHERE)


def said(header: str, cell: str, kind: CellKind = CellKind.TEXT) -> Condition:
    """The condition of a cell."""
    made = book(rule_table(f"规则 | {header} | 分配\n一 | {cell} | east", {cell: kind}))
    return placeless(made.rules[0].when)


def yaml(when: str) -> Condition:
    """The condition of a rulebook."""
    text = f"{HEAD}rules: [{{name: 一, when: {when}, assign: east}}]\ndefault: open_pool\n"
    made, found = parse(text.encode(), "rules.yaml")
    assert made is not None, found
    return placeless(made.rules[0].when)


@pytest.mark.parametrize(
    ("header", "cell", "when"),
    [
        ("省份", "上海", "{province: 上海}"),
        ("省份", "上海；江苏", "{province: [上海, 江苏]}"),
        ("省份", "上海; 江苏、浙江,安徽，福建", "{province: [上海, 江苏, 浙江, 安徽, 福建]}"),
        ("省份", "上海⏎江苏", "{province: [上海, 江苏]}"),
        ("省份", "；上海；；", "{province: 上海}"),
        ("省份", "!上海", "{province: {ne: 上海}}"),
        ("省份", "！上海；江苏", "{province: {not_in: [上海, 江苏]}}"),
        ("省份", "!上海；!江苏", "{province: {not_in: [上海, 江苏]}}"),
        ("省份", "非 上海；江苏", "{province: {not_in: [上海, 江苏]}}"),
        ("省份", "非上海", "{province: {ne: 上海}}"),
        ("省份", "非：上海", "{province: {ne: 上海}}"),
        ("国家", "非洲", "{country: 非洲}"),
        ("country", "Not Germany", "{country: {ne: Germany}}"),
        ("省份", "不是上海", "{province: {ne: 上海}}"),
        ("省份", "not 上海, 江苏", "{province: {not_in: [上海, 江苏]}}"),
        ("省份", "!=上海", "{province: {ne: 上海}}"),
        ("省份", "<>上海", "{province: {ne: 上海}}"),
        ("省份", "=上海", "{province: 上海}"),
        ("省份", "空", "{province: {empty: true}}"),
        ("省份", "empty", "{province: {empty: true}}"),
        ("省份", "有值", "{province: {present: true}}"),
        ("省份", "!空", "{province: {present: true}}"),
        ("省份", "上海；空", "{any: [{province: {empty: true}}, {province: 上海}]}"),
        ("省份", "!上海；空", "{none: [{province: {empty: true}}, {province: 上海}]}"),
        ("行业", "“非营利”", "{industry: 非营利}"),
        ("行业", '"a, b"', '{industry: "a, b"}'),
        ("行业", '!"a, b"；c', '{industry: {not_in: ["a, b", c]}}'),
        ("行业", '"没有收尾', "{industry: '\"没有收尾'}"),
        ("行业", "“空”", "{industry: 空}"),
        ("行业", "空调", "{industry: 空调}"),
        ("行业", "In Progress", "{industry: In Progress}"),
        ("行业", "Over the counter", "{industry: Over the counter}"),
        ("邮编", "021", "{zip: '021'}"),
        ("紧急程度", "高", "{urgency: 高}"),
        ("预算", "100万", "{budget: 1000000}"),
        ("预算", "1,000", "{budget: 1000}"),
        ("预算", "1,000；2000", "{budget: ['1,000', 2000]}"),
        ("预算", "10, 20", "{budget: [10, 20]}"),
        ("预算", ">=100万", "{budget: {gte: 1000000}}"),
        ("预算", "≥ 100万", "{budget: {gte: 1000000}}"),
        ("预算", "＞＝100万", "{budget: {gte: 1000000}}"),
        ("预算", "至少100万", "{budget: {gte: 1000000}}"),
        ("预算", "100万以上", "{budget: {gte: 1000000}}"),
        ("预算", "500+", "{budget: {gte: 500}}"),
        ("预算", "100万以下", "{budget: {lte: 1000000}}"),
        ("预算", "不超过100万", "{budget: {lte: 1000000}}"),
        ("预算", "over 500", "{budget: {gt: 500}}"),
        ("预算", "<5", "{budget: {lt: 5}}"),
        ("预算", "!>=5", "{none: [{budget: {gte: 5}}]}"),
        ("预算", "!5；6", "{budget: {not_in: ['5', '6']}}"),
        ("预算", "<10；>100", "{any: [{budget: {lt: 10}}, {budget: {gt: 100}}]}"),
        ("员工数", "50-100", "{employees: {between: [50, 100]}}"),
        ("员工数", "50~100", "{employees: {between: [50, 100]}}"),
        ("员工数", "50 至 100", "{employees: {between: [50, 100]}}"),
        ("员工数", "50 to 100", "{employees: {between: [50, 100]}}"),
        ("员工数", "50——100", "{employees: {between: [50, 100]}}"),
        ("得分", "-5--1", "{score: {between: [-5, -1]}}"),
        ("预算", "10万-100万", "{budget: {between: [100000, 1000000]}}"),
        ("预算 >=", "100万", "{budget: {gte: 1000000}}"),
        ("预算 >=", ">=100万", "{budget: {gte: 1000000}}"),
        ("预算 >=", "空；100", "{any: [{budget: {empty: true}}, {budget: {gte: 100}}]}"),
        ("员工数 between", "50-100", "{employees: {between: [50, 100]}}"),
        ("预算 不等于", "5；6", "{budget: {not_in: ['5', '6']}}"),
        ("省份 等于", "上海；江苏", "{province: {in: [上海, 江苏]}}"),
        ("省份 属于", "上海", "{province: {in: 上海}}"),
        ("省份 不属于", "上海；江苏", "{province: {not_in: [上海, 江苏]}}"),
        ("行业 包含", "制造", "{industry: {contains: 制造}}"),
        ("行业 包含", "制造；机械", "{industry: {contains: [制造, 机械]}}"),
        ("行业 包含", "!制造；机械", "{none: [{industry: {contains: [制造, 机械]}}]}"),
        ("行业 不含", "制造；机械", "{none: [{industry: {contains: [制造, 机械]}}]}"),
        ("职位 开头是", "VP", "{title: {starts_with: VP}}"),
        ("邮箱域名 域名属于", "example.com；example.cn", "{email_domain: {domain_in: [example.com, example.cn]}}"),
        ("行业 匹配", "a[,;]b", "{industry: {matches: 'a[,;]b'}}"),
        ("产品 在名单", "tables/products.csv", "{product: {in_table: tables/products.csv}}"),
        ("省份 in_rep", "provinces", "{province: {in_rep: provinces}}"),
        ("电话 为空", "是", "{tel: {empty: true}}"),
        ("电话 有值", "否", "{tel: {present: false}}"),
        ("创建时间 older than", "30天", "{created_at: {older_than: 30d}}"),
        ("创建时间", ">=2026-01-01", "{created_at: {gte: 2026-01-01}}"),
        ("创建时间", "2026-01-01至2026-03-31", "{created_at: {between: [2026-01-01, 2026-03-31]}}"),
        ("创建时间", "2026-01-01-2026-03-31", "{created_at: {between: [2026-01-01, 2026-03-31]}}"),
        ("创建时间", "2026年1月1日", "{created_at: 2026-01-01}"),
    ],
)
def test_a_cell_says_what_yaml_would_say(header: str, cell: str, when: str) -> None:
    assert said(header, cell) == yaml(when)


@pytest.mark.parametrize("cell", ["", "*", "-", "—", "/", "不限", "任意", "全部", "any", "ALL"])
def test_a_cell_may_ask_nothing(cell: str) -> None:
    assert said("省份", cell) == All(())


def test_a_date_of_a_workbook_is_one() -> None:
    assert said("创建时间 >=", "2026-01-01", CellKind.DATE) == yaml("{created_at: {gte: 2026-01-01}}")


def test_several_columns_must_all_agree() -> None:
    made = book(rule_table("规则 | 预算 >= | 预算 < | 行业 含 | 行业 含 | 分配\n一 | 5 | 9 | 甲 | 乙 | east"))
    wanted = "{all: [{budget: {gte: 5}}, {budget: {lt: 9}}, {industry: {contains: 甲}}, {industry: {contains: 乙}}]}"
    assert placeless(made.rules[0].when) == yaml(wanted)


@pytest.mark.parametrize(
    ("header", "cell", "code", "start", "length"),
    [
        ("省份", "上海；!江苏", "LR266", 4, 6),
        ("省份", "!", "LR134", 4, 1),
        ("预算", ">=", "LR134", 6, 1),
        ("预算", "5；多", "LR240", 6, 1),
        ("预算", "50-", "LR240", 4, 3),
        ("预算 >=", "<5", "LR268", 4, 2),
        ("预算 不等于", "!5", "LR268", 4, 2),
        ("员工数 between", "50", "LR243", 4, 2),
        ("员工数", "100-50", "LR211", 4, 6),
        ("创建时间", "昨天", "LR241", 4, 2),
        ("行业", "非营利", "LR265", 4, 3),
        ("状态", "Not interested", "LR265", 4, 14),
        ("行业", ">=5", "LR208", 6, 1),
        ("行业 >=", "5", "LR208", 5, 5),
        ("行业 匹配", "(", "LR209", 4, 1),
        ("电话 为空", "对", "LR139", 4, 1),
        ("创建时间 older than", "久", "LR137", 4, 1),
        ("产品 在名单", "名单", "LR216", 4, 2),
    ],
)
def test_a_cell_that_cannot_be_understood_is_pointed_at(
    header: str, cell: str, code: str, start: int, length: int
) -> None:
    made, found = read(rule_table(f"规则 | {header} | 分配\n一 | {cell} | east"))
    assert made is None
    (one,) = found
    assert one.code == code
    assert one.excerpt is not None
    assert (one.excerpt.start, one.excerpt.length) == (start, length)


@pytest.mark.parametrize("header", ["员工数", "行业", "员工数 between", "星期"])
def test_a_range_that_excel_made_a_date_is_told(header: str) -> None:
    _, found = read(rule_table(f"规则 | {header} | 分配\n一 | 2026-05-10 | east", {"2026-05-10": CellKind.DATE}))
    assert [(one.code, str(one.place)) for one in found] == [("LR267", "rules.xlsx:规则!B2")]
