from __future__ import annotations

import numpy as np
import pytest

from leadroute.engine.arrange import local_seconds
from leadroute.engine.conditions import FALSE, TRUE, UNKNOWN, Examiner
from leadroute.engine.operators import OPERATORS, Surroundings
from leadroute.intake.leads import gather_leads
from leadroute.model.operators import OPERATORS as SPECS
from leadroute.model.rulebook import All, AnyOf, Condition, NoneOf, OnMissing, Rulebook, TableRef
from tests import build_tables
from tests.build import NOW, holds, leads

AROUND = Surroundings(local_seconds(NOW), {"provinces": frozenset({"上海", "江苏"})})
DAY = 86400.0


def truth(condition: Condition, table: str) -> list[int]:
    some = leads(table)
    found: list[int] = Examiner(some, AROUND).truth(condition, np.arange(len(some))).tolist()
    return found


@pytest.mark.parametrize(
    ("operator", "operand", "met", "unmet"),
    [
        ("eq", "官网", "官网", "展会"),
        ("eq", "ＶＩＰ", "vip", "v"),
        ("ne", "官网", "展会", "官网"),
        ("in", ("a", "b"), "b", "c"),
        ("not_in", ("a", "b"), "c", "a"),
        ("contains", ("总监", "VP"), "市场总监", "经理"),
        ("starts_with", "华", "华东", "中华"),
        ("ends_with", ("公司", "厂"), "一厂", "厂长"),
        ("matches", "^双(11|十一)", "双十一大促", "十一"),
        ("in_table", TableRef("p.csv", "", frozenset({"x1"})), "x1", "x2"),
        ("in_rep", "provinces", "江苏", "浙江"),
        ("domain_in", ("qq.com",), "someone@vip.qq.com", "someone@notqq.com"),
    ],
)
def test_text_operators(operator: str, operand: str, met: str, unmet: str) -> None:
    assert truth(holds("source", operator, operand), f"source | x\n{met} |\n{unmet} |\n |") == [TRUE, FALSE, UNKNOWN]


@pytest.mark.parametrize(
    ("field", "operator", "operand", "found"),
    [
        ("联系人", "present", True, [TRUE, TRUE, FALSE]),
        ("联系人", "eq", "王先生", [TRUE, FALSE, UNKNOWN]),
        ("联系人", "contains", ("先生",), [TRUE, FALSE, UNKNOWN]),
        ("邮箱", "eq", "info@example.com", [TRUE, FALSE, UNKNOWN]),
    ],
)
def test_a_text_that_identifies_nobody_is_a_text(field: str, operator: str, operand: str, found: list[int]) -> None:
    drawn = "联系人 | 邮箱\n王先生 | info@example.com\n王伟 | a@example.com\n |"
    some, _ = gather_leads([build_tables.table(drawn)], Rulebook())
    name = {"联系人": "contact", "邮箱": "email"}[field]
    assert Examiner(some, AROUND).truth(holds(name, operator, operand), np.arange(3)).tolist() == found


@pytest.mark.parametrize(
    ("operator", "operand", "met", "unmet"),
    [
        ("gt", 500.0, "501", "500"),
        ("gte", 500.0, "500", "499"),
        ("lt", 500.0, "499.5", "500"),
        ("lte", 500.0, "500", "501"),
        ("between", (100.0, 200.0), "100", "99"),
        ("eq", 5.0, "5", "6"),
        ("in", (5.0, 6.0), "6", "7"),
    ],
)
def test_number_operators(operator: str, operand: float, met: str, unmet: str) -> None:
    found = truth(holds("employees", operator, operand), f"employees | x\n{met} |\n{unmet} |\n |")
    assert found == [TRUE, FALSE, UNKNOWN]


@pytest.mark.parametrize(
    ("operator", "operand", "expected"),
    [
        ("older_than", 30 * DAY, [TRUE, FALSE, UNKNOWN]),
        ("newer_than", 30 * DAY, [FALSE, TRUE, UNKNOWN]),
        ("lt", local_seconds(NOW) - DAY, [TRUE, FALSE, UNKNOWN]),
    ],
)
def test_date_operators(operator: str, operand: float, expected: list[int]) -> None:
    assert truth(holds("created_at", operator, operand), "created_at | x\n2026-10-01 |\n2026-11-23 |\n |") == expected


def test_emptiness_is_an_answer_and_never_unknown() -> None:
    table = "email | x\na@example.com |\n |"
    assert truth(holds("email", "empty", operand=True), table) == [FALSE, TRUE]
    assert truth(holds("email", "present", operand=True), table) == [TRUE, FALSE]
    assert truth(holds("email", "present", operand=False), table) == [FALSE, TRUE]


def test_a_field_no_file_has_is_empty_everywhere() -> None:
    assert truth(holds("wechat", "eq", "x"), "email\na") == [UNKNOWN]
    assert truth(holds("wechat", "empty", operand=True), "email\na") == [TRUE]


def test_all_any_and_none_follow_three_valued_logic() -> None:
    yes, no, unknown = holds("a", "eq", "y"), holds("a", "eq", "n"), holds("b", "eq", "y")
    table = "a | b\ny |"
    cases: list[tuple[Condition, int]] = [
        (All(()), TRUE),
        (AnyOf(()), FALSE),
        (All((yes, unknown)), UNKNOWN),
        (All((no, unknown)), FALSE),
        (AnyOf((yes, unknown)), TRUE),
        (AnyOf((no, unknown)), UNKNOWN),
        (NoneOf((no,)), TRUE),
        (NoneOf((no, unknown)), UNKNOWN),
        (NoneOf((yes, unknown)), FALSE),
        (NoneOf((NoneOf((AnyOf((no, All((yes,)))),)),)), TRUE),
    ]
    assert [truth(condition, table)[0] for condition, _ in cases] == [expected for _, expected in cases]


@pytest.mark.parametrize(("policy", "expected"), [(OnMissing.MATCH, TRUE), (OnMissing.NO_MATCH, FALSE)])
def test_a_test_may_say_itself_what_a_blank_counts_as(policy: OnMissing, expected: int) -> None:
    assert truth(holds("a", "eq", "y", on_missing=policy), "a | x\n | 1") == [expected]


def test_part_of_the_table_gives_the_same_answers_as_the_whole() -> None:
    some = leads("a | b\ny | 1\nn | 2\n | 3\ny | 4")
    condition = AnyOf((holds("a", "eq", "y"), holds("b", "in", ("2", "3"))))
    examiner = Examiner(some, AROUND)
    whole = examiner.truth(condition, np.arange(4))
    assert examiner.truth(condition, np.array([3, 1])).tolist() == whole[[3, 1]].tolist()


def test_every_operator_of_the_rulebook_has_a_meaning() -> None:
    assert set(OPERATORS) == set(SPECS)
