from __future__ import annotations

import pytest

from leadroute.intake.operands import align
from leadroute.model.rulebook import (
    ALWAYS,
    All,
    AnyOf,
    AssignPool,
    Demand,
    Members,
    NoneOf,
    Operand,
    Pool,
    Rule,
    Rulebook,
    TableRef,
)
from leadroute.model.rulebook import Test as Check


def aligned(field: str, operator: str, operand: Operand) -> Operand:
    when = All((AnyOf((NoneOf((Check(field, operator, operand),)),)),))
    outer = align(Rulebook(rules=(Rule("r", when, AssignPool("p")),))).rules[0].when
    assert isinstance(outer, All)
    middle = outer.parts[0]
    assert isinstance(middle, AnyOf)
    inner = middle.parts[0]
    assert isinstance(inner, NoneOf)
    test = inner.parts[0]
    assert isinstance(test, Check)
    return test.operand


@pytest.mark.parametrize(
    ("field", "operator", "operand", "found"),
    [
        ("province", "eq", "上海市", "上海"),
        ("province", "in", ("Shanghai", "江苏省"), ("上海", "江苏")),
        ("country", "ne", "Germany", "de"),
        ("phone", "eq", "138 0000 1234", "+8613800001234"),
        ("company", "eq", "某某科技有限公司", "某某科技"),
        ("source", "eq", " 官网 ", "官网"),
        ("email", "eq", "不是邮箱", "不是邮箱"),
        ("company", "contains", "有限公司", "有限公司"),
        ("budget", "gte", 100.0, 100.0),
        ("budget", "in", ("100万", "5"), ("1000000.0", "5.0")),
        ("province", "in_table", TableRef("t.csv"), TableRef("t.csv")),
        (
            "province",
            "in_table",
            TableRef("t.csv", "", frozenset({"上海市"})),
            TableRef("t.csv", "", frozenset({"上海"})),
        ),
    ],
)
def test_words_take_the_form_of_the_column(field: str, operator: str, operand: Operand, found: Operand) -> None:
    assert aligned(field, operator, operand) == found


def test_demands_and_members_take_it_too() -> None:
    demand = Demand("provinces", values=("上海市",))
    pool = Pool("p", Members(where=(("provinces", ("沪",)), ("team", ("A 组",)))), require=(demand,))
    rule = Rule("r", ALWAYS, AssignPool("p", prefer=(Demand("skills", values=("English",)),)))
    book = align(Rulebook(pools={"p": pool}, rules=(rule,)))
    assert book.pools["p"].members.where == (("provinces", ("上海",)), ("team", ("A 组",)))
    assert book.pools["p"].require[0].values == ("上海",)
    assert isinstance(book.rules[0].action, AssignPool)
    assert book.rules[0].action.prefer[0].values == ("english",)
