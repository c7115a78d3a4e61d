"""Conditions as sentences: every operator and its denial, nesting, blanks, lists, amounts; zh and en."""

from __future__ import annotations

import pytest

from leadroute.model.fields import Kind
from leadroute.model.operators import OPERATORS
from leadroute.model.rulebook import (
    All,
    AnyOf,
    Condition,
    FieldSpec,
    Language,
    NoneOf,
    OnMissing,
    Operand,
    Rulebook,
    TableRef,
)
from leadroute.render.plain.conditions import Speaker
from leadroute.rulebook.moments import to_moment, to_seconds
from tests.build import holds

DAY = 86_400.0
OWN = (FieldSpec("urgency", Kind.TEXT, ("紧急程度", "Urgency")), FieldSpec("due_on", Kind.DATE))

EVERY: tuple[tuple[str, str, Operand, str, str, str, str], ...] = (
    ("province", "eq", "上海", "省份是上海", "省份不是上海", "Province is 上海", "Province is not 上海"),
    ("province", "ne", "上海", "省份不是上海", "省份是上海", "Province is not 上海", "Province is 上海"),
    ("budget", "eq", 500.0, "预算是500", "预算不是500", "Budget is 500", "Budget is not 500"),
    (
        "province", "in", ("上海", "江苏", "浙江"), "省份是上海、江苏或浙江", "省份不是上海、江苏或浙江",
        "Province is 上海, 江苏 or 浙江", "Province is not 上海, 江苏 or 浙江",
    ),
    ("city", "not_in", ("A", "B"), "城市不是A或B", "城市是A或B", "City is not A or B", "City is A or B"),
    (
        "title", "contains", ("总监", "VP"), "职位含有“总监”或“VP”", "职位不含“总监”或“VP”",
        "Title contains “总监” or “VP”", "Title does not contain “总监” or “VP”",
    ),
    (
        "title", "starts_with", ("VP",), "职位以“VP”开头", "职位不以“VP”开头",
        "Title starts with “VP”", "Title does not start with “VP”",
    ),
    (
        "title", "ends_with", ("VP",), "职位以“VP”结尾", "职位不以“VP”结尾",
        "Title ends with “VP”", "Title does not end with “VP”",
    ),
    (
        "campaign", "matches", "^d.*1", "活动符合格式“^d.*1”", "活动不符合格式“^d.*1”",
        "Campaign has the form “^d.*1”", "Campaign does not have the form “^d.*1”",
    ),
    ("score", "gt", 10.0, "得分大于 10", "得分不大于 10", "Score is more than 10", "Score is not more than 10"),
    (
        "budget", "gte", 5e5, "预算至少 50 万", "预算不足 50 万",
        "Budget is at least 500,000", "Budget is not at least 500,000",
    ),
    ("score", "lt", 10.0, "得分小于 10", "得分不小于 10", "Score is less than 10", "Score is not less than 10"),
    ("score", "lte", 2.5, "得分不超过 2.5", "得分超过 2.5", "Score is at most 2.5", "Score is not at most 2.5"),
    (
        "budget", "between", (1e3, 1.5e8), "预算介于 1000 和 1.5 亿（含两端）", "预算不介于 1000 和 1.5 亿",
        "Budget is between 1,000 and 150,000,000 (both included)", "Budget is not between 1,000 and 150,000,000",
    ),
    ("phone", "empty", True, "手机空着", "手机有值", "Phone is blank", "Phone is filled in"),
    ("phone", "empty", False, "手机有值", "手机空着", "Phone is filled in", "Phone is blank"),
    ("phone", "present", True, "手机有值", "手机空着", "Phone is filled in", "Phone is blank"),
    ("phone", "present", False, "手机空着", "手机有值", "Phone is blank", "Phone is filled in"),
    (
        "customer", "present", True, "线索属于老客户", "线索不属于老客户",
        "it is a customer's", "it is no customer's",
    ),
    (
        "product", "in_table", TableRef("p.csv"), "产品在表格 p.csv 里", "产品不在表格 p.csv 里",
        "Product is in the table p.csv", "Product is not in the table p.csv",
    ),
    (
        "product", "in_table", TableRef("p.csv", "型号"),
        "产品在表格 p.csv 的“型号”列里", "产品不在表格 p.csv 的“型号”列里",
        "Product is in the column “型号” of the table p.csv", "Product is not in the column “型号” of the table p.csv",
    ),
    (
        "province", "in_rep", "provinces", "有销售的负责省份包括这个省份", "没有销售的负责省份包括这个省份",
        "some rep's provinces include the Province", "no rep's provinces include the Province",
    ),
    (
        "zip", "in_rep", "片区", "有销售的片区包括这个邮编", "没有销售的片区包括这个邮编",
        "some rep's 片区 include the Zip", "no rep's 片区 include the Zip",
    ),
    (
        "created_at", "older_than", 90 * DAY, "创建时间在 90 天以前", "创建时间在最近 90 天之内",
        "Created is more than 90 days ago", "Created is not more than 90 days ago",
    ),
    (
        "created_at", "newer_than", DAY / 2, "创建时间在最近 12 小时之内", "创建时间不在最近 12 小时之内",
        "Created is within the last 12 hours", "Created is not within the last 12 hours",
    ),
    (
        "email", "domain_in", ("qq.com", "163.com"), "邮箱的域名是qq.com或163.com", "邮箱的域名不是qq.com或163.com",
        "the domain of E-mail is qq.com or 163.com", "the domain of E-mail is not qq.com or 163.com",
    ),
)  # fmt: skip
DATES: tuple[tuple[str, str, str, str, str], ...] = (
    ("gt", "due_on晚于 2027-01-01", "due_on不晚于 2027-01-01", "is after 2027-01-01", "is not after 2027-01-01"),
    ("gte", "due_on是 2027-01-01 或更晚", "due_on早于 2027-01-01", "is 2027-01-01 or later", "is before 2027-01-01"),
    ("lt", "due_on早于 2027-01-01", "due_on不早于 2027-01-01", "is before 2027-01-01", "is not before 2027-01-01"),
    ("lte", "due_on是 2027-01-01 或更早", "due_on晚于 2027-01-01", "is 2027-01-01 or earlier", "is after 2027-01-01"),
)


def told(condition: Condition, language: Language = Language.ZH) -> str:
    return Speaker(Rulebook(language=language, fields=OWN)).condition(condition)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case[0]}-{case[1]}")
def test_a_test_and_its_denial(case: tuple[str, str, Operand, str, str, str, str]) -> None:
    field, operator, operand, *words = case
    test = holds(field, operator, operand)
    denied = NoneOf((test,))
    assert [told(one, language) for language in Language for one in (test, denied)] == words


def test_every_operator_is_told() -> None:
    assert {operator for _, operator, *_ in EVERY} == set(OPERATORS)


@pytest.mark.parametrize(("operator", "zh", "not_zh", "en", "not_en"), DATES)
def test_a_date_is_told_as_a_day(operator: str, zh: str, not_zh: str, en: str, not_en: str) -> None:
    moment = to_moment("2027-01-01")
    assert moment is not None
    test = holds("due_on", operator, to_seconds(moment))
    assert [told(test), told(NoneOf((test,)))] == [zh, not_zh]
    assert [told(test, Language.EN), told(NoneOf((test,)), Language.EN)] == [f"due_on {en}", f"due_on {not_en}"]


A, B, C = (holds("city", "eq", name) for name in "ABC")


@pytest.mark.parametrize(
    ("condition", "zh", "en"),
    [
        (All(()), "任何线索", "any lead"),
        (AnyOf(()), "没有线索", "no lead"),
        (All((A, B)), "城市是A，并且城市是B", "City is A and City is B"),
        (AnyOf((A, B)), "城市是A，或城市是B", "City is A or City is B"),
        (All((A, AnyOf((B, C)))), "城市是A，并且（城市是B，或城市是C）", "City is A and (City is B or City is C)"),
        (AnyOf((A, All((B, C)))), "城市是A，或（城市是B，并且城市是C）", "City is A or (City is B and City is C)"),
        (All((A, All((B, All((C,)))))), "城市是A，并且城市是B，并且城市是C", "City is A and City is B and City is C"),
        (NoneOf((A, B)), "城市不是A，并且城市不是B", "City is not A and City is not B"),
        (NoneOf((All((A, B)),)), "城市不是A，或城市不是B", "City is not A or City is not B"),
        (NoneOf((NoneOf((A, B)),)), "城市是A，或城市是B", "City is A or City is B"),
        (
            All((A, NoneOf((All((B, C)),)))),
            "城市是A，并且（城市不是B，或城市不是C）",
            "City is A and (City is not B or City is not C)",
        ),
    ],
)
def test_nesting_reads_as_it_is_meant(condition: Condition, zh: str, en: str) -> None:
    assert [told(condition), told(condition, Language.EN)] == [zh, en]


@pytest.mark.parametrize(
    ("missing", "zh", "en", "denied"),
    [
        (OnMissing.MATCH, "城市是A（空着也算）", "City is A (or is blank)", "城市不是A（空着不算）"),
        (OnMissing.NO_MATCH, "城市是A（空着不算）", "City is A (not if blank)", "城市不是A（空着也算）"),
        (
            OnMissing.REVIEW, "城市是A（空着就交人工）", "City is A (if blank, a person decides)",
            "城市不是A（空着就交人工）",
        ),
    ],
)  # fmt: skip
def test_what_a_blank_counts_as_turns_with_the_denial(missing: OnMissing, zh: str, en: str, denied: str) -> None:
    test = holds("city", "eq", "A", on_missing=missing)
    assert [told(test), told(test, Language.EN), told(NoneOf((test,)))] == [zh, en, denied]


def test_fields_of_the_rulebook_are_called_what_its_files_call_them() -> None:
    test = holds("urgency", "eq", "1")
    assert [told(test), told(test, Language.EN)] == ["紧急程度是1", "Urgency is 1"]


def test_a_very_long_list_is_cut() -> None:
    listed = told(holds("zip", "in", tuple(str(number) for number in range(41))))
    assert listed.startswith("邮编是0、1、2、")
    assert listed.endswith("、39 等 41 项")


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (DAY, "1 天", "1 day"),
        (3600.0, "1 小时", "1 hour"),
        (60.0, "1 分钟", "1 minute"),
        (5400.0, "90 分钟", "90 minutes"),
    ],
)
def test_a_stretch_of_time_in_its_largest_unit(seconds: float, zh: str, en: str) -> None:
    test = holds("created_at", "newer_than", seconds)
    assert [told(test), told(test, Language.EN)] == [f"创建时间在最近 {zh}之内", f"Created is within the last {en}"]
