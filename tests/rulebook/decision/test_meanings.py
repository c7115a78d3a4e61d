"""Headers as people write them: a word of the table's own, a field, a field with an operator, a demand."""

from __future__ import annotations

import pytest

from leadroute.rulebook.decision.meanings import Asked, Demanded, Meaning, fit, meaning
from leadroute.rulebook.decision.words import Role
from leadroute.rulebook.findings import Findings
from leadroute.rulebook.reading import Reading

FIELD_OF = Reading(Findings("")).field_of


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("规则", Role.NAME),
        ("规则（必填）", Role.NAME),
        ("Rule Name", Role.NAME),
        ("动作", Role.TARGET),
        ("分配给", Role.TARGET),
        ("Assign to", Role.TARGET),
        ("pool", Role.TARGET),
        ("rep", Role.REP),
        ("复核人", Role.REVIEW),
        ("open_pool", Role.OPEN_POOL),
        ("Open Pool", Role.OPEN_POOL),
        ("拒绝", Role.REJECT),
        ("启用", Role.ENABLED),
        ("生效日期", Role.FROM),
        ("valid until", Role.UNTIL),
        ("星期", Role.WEEKDAYS),
        ("备注", Role.IGNORED),
        ("序号", Role.IGNORED),
        ("#", Role.IGNORED),
        ("省份", Asked("province")),
        ("Province", Asked("province")),
        ("省份*", Asked("province")),
        ("等级", Asked("grade")),
        ("预算（元）", Asked("budget")),
        ("预算 >=", Asked("budget", "gte")),
        ("预算>=", Asked("budget", "gte")),
        ("预算≥", Asked("budget", "gte")),
        ("预算 ＞＝", Asked("budget", "gte")),
        ("预算（>=）", Asked("budget", "gte")),
        ("预算（元）>=", Asked("budget", "gte")),
        ("预算大于等于", Asked("budget", "gte")),
        ("预算金额 不超过", Asked("budget", "lte")),
        ("预算下限", Asked("budget", "gte")),
        ("最高预算", Asked("budget", "lte")),
        ("budget gte", Asked("budget", "gte")),
        ("budget_gte", Asked("budget", "gte")),
        ("Budget at least", Asked("budget", "gte")),
        ("min budget", Asked("budget", "gte")),
        ("行业 包含", Asked("industry", "contains")),
        ("行业包含", Asked("industry", "contains")),
        ("industry contains", Asked("industry", "contains")),
        ("industry starts with", Asked("industry", "starts_with")),
        ("行业 不含", Asked("industry", "contains", denied=True)),
        ("industry not in", Asked("industry", "not_in")),
        ("员工数 between", Asked("employees", "between")),
        ("员工数介于", Asked("employees", "between")),
        ("电话 为空", Asked("tel", "empty")),
        ("phone present", Asked("phone", "present")),
        ("创建时间 从", Asked("created_at", "gte")),
        ("创建时间 至", Asked("created_at", "lte")),
        ("created_at until", Asked("created_at", "lte")),
        ("预算⏎>=".replace("⏎", "\n"), Asked("budget", "gte")),
        ("规模范围", Asked("employees", "between")),
        ("创建时间 晚于", Asked("created_at", "gt")),
        ("created_at older than", Asked("created_at", "older_than")),
        ("产品 在名单", Asked("product", "in_table")),
        ("省份 in_rep", Asked("province", "in_rep")),
        ("邮箱域名 域名属于", Asked("email_domain", "domain_in")),
        ("备注 包含", Asked("message", "contains")),
        ("要求 技能", Demanded("require", "skills")),
        ("prefer skills", Demanded("prefer", "skills")),
    ],
)
def test_a_header_is_understood(header: str, said: Meaning) -> None:
    assert meaning(FIELD_OF, header) == said


@pytest.mark.parametrize(
    "header", ["省分", "预算 大于等干", "预算（>>）", "industrycontains", "包含", ">=", "", "优先级", "x" * 500]
)
def test_a_header_is_not_guessed(header: str) -> None:
    assert meaning(FIELD_OF, header) is None


def test_a_row_of_headers_fits_better_than_a_title() -> None:
    assert fit(["规则", "省份", "预算 >=", "分配", ""]) == 4
    assert fit(["2026 年第四季度分配", "", ""]) == 0
