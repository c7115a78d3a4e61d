"""Each part of a rulebook, read into its value."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from leadroute.model.fields import Kind
from leadroute.model.operators import OPERATORS
from leadroute.model.rulebook import (
    ALWAYS,
    Action,
    All,
    AnyOf,
    AssignCustomerOwner,
    AssignPool,
    AssignRep,
    Condition,
    Language,
    Members,
    NoneOf,
    OnMissing,
    Reject,
    Review,
    Rulebook,
    Scope,
    Strategy,
    TableRef,
    ToOpenPool,
    WeightSource,
)
from leadroute.model.rulebook import Test as FieldTest
from leadroute.rulebook import references
from leadroute.rulebook.parse import parse
from leadroute.rulebook.references import table_refs, with_tables


def _book(text: str, default: str = "open_pool") -> Rulebook:
    book, found = parse(f"leadroute: 1\ndefault: {default}\n{text}".encode(), "r.yaml")
    assert book is not None, found
    return book


def _when(text: str) -> Condition:
    return _book(f"rules: [{{name: 一, when: {text}, assign: all}}]").rules[0].when


def _told(condition: Condition) -> str:
    """A condition drawn in one line."""
    if isinstance(condition, FieldTest):
        missing = f"?{condition.on_missing}" if condition.on_missing else ""
        return f"{condition.field} {condition.operator}{missing} {condition.operand}"
    name = {All: "all", AnyOf: "any", NoneOf: "none"}[type(condition)]
    return f"{name}({'; '.join(map(_told, condition.parts))})"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{city: 宁波}", "city eq 宁波"),
        ("{city: [宁波, 杭州]}", "city in ('宁波', '杭州')"),
        ("{城市: 宁波}", "city eq 宁波"),
        ("{budget: 100万}", "budget eq 1000000.0"),
        ("{budget: {gt: 1, lte: 5}}", "all(budget gt 1.0; budget lte 5.0)"),
        ("{budget: {gt: 1, on_missing: match}}", "budget gt?match 1.0"),
        ("{country: NO, zip: '021'}", "all(country eq NO; zip eq 021)"),
        ("{any: [{city: 宁波}, {none: {zip: '1'}}]}", "any(city eq 宁波; none(zip eq 1))"),
        ("{not: {city: 宁波, zip: '1'}}", "none(all(city eq 宁波; zip eq 1))"),
        ("{none: {city: 宁波, zip: '1'}}", "none(city eq 宁波; zip eq 1)"),
        ("{employees: {between: [1, 5]}}", "employees between (1.0, 5.0)"),
        ("{employees: {in: [1, '2']}}", "employees in ('1', '2')"),
        ("{created_at: {newer_than: 7d}}", "created_at newer_than 604800.0"),
        ("{created_at: {lt: 1970-01-02}}", "created_at lt 86400.0"),
        ("{phone: {empty: 是}}", "phone empty True"),
        ("{province: {in_rep: provinces}}", "province in_rep provinces"),
        ("{}", "all()"),
    ],
)
def test_a_condition(text: str, told: str) -> None:
    assert _told(_when(text)) == told


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("assign: east", AssignPool("east")),
        ("assign: {pool: all}", AssignPool("all")),
        ("assign: open_pool", ToOpenPool()),
        ("assign: {rep: R001}", AssignRep("R001")),
        ("assign: {rep: R001, otherwise: east}", AssignRep("R001", "east")),
        ("assign: {owner: customer}", AssignCustomerOwner()),
        ("review: 王总", Review("王总")),
        ("review: {suggest: east}", Review(suggest="east")),
        ("open_pool: true", ToOpenPool()),
        ("open_pool: 'true'", ToOpenPool("true")),
        ("reject: 测试", Reject("测试")),
    ],
)
def test_an_action_of_a_rule_and_of_the_default(text: str, action: Action) -> None:
    pools = "pools: {east: {members: all}}\n"
    rule = _book(f"{pools}rules: [{{name: 一, {text}}}]").rules[0]
    default = _book(pools, default=f"{{{text}}}").default
    assert repr(rule.action).split(", place=")[0] == repr(action).split(", place=")[0]
    assert repr(default).split(", place=")[0] == repr(action).split(", place=")[0]


def test_a_rule_with_everything() -> None:
    rule = _book(
        "rules: [{name: 一, enabled: false, from: 2026-11-01, until: 2026-11-02, weekdays: [周一, sun], max_age: 90d,"
        " on_missing: review, assign: all}]"
    ).rules[0]
    assert (rule.when, rule.enabled, rule.on_missing, rule.weekdays) == (
        ALWAYS,
        False,
        OnMissing.REVIEW,
        frozenset({1, 7}),
    )
    assert rule.start is not None
    assert rule.end is not None
    assert (rule.end - rule.start, rule.max_age) == (timedelta(days=2), timedelta(days=90))
    assert str(rule.place) == "r.yaml:3:9"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("all", Members(everybody=True)),
        ("R001", Members(named=("R001",))),
        ("[R001, 李娜]", Members(named=("R001", "李娜"))),
        ("{team: 华东, level: [高级, 中级]}", Members(where=(("team", ("华东",)), ("level", ("高级", "中级"))))),
        ("{team: 华东, named: [R009]}", Members(named=("R009",), where=(("team", ("华东",)),))),
    ],
)
def test_members(text: str, members: Members) -> None:
    read = _book(f"pools: {{a: {{members: {text}}}}}").pools["a"].members
    assert (read.everybody, read.named, read.where) == (members.everybody, members.named, members.where)


@pytest.mark.parametrize(
    ("text", "source", "given"),
    [
        ("roster", WeightSource.ROSTER, {}),
        ("conversion", WeightSource.CONVERSION, {}),
        ("{R001: 3, R002: 1.5}", WeightSource.GIVEN, {"R001": 3, "R002": Fraction(3, 2)}),
        ("'3:1.5'", WeightSource.GIVEN, {"R001": 3, "R002": Fraction(3, 2)}),
        ("3:1.5", WeightSource.GIVEN, {"R001": 3, "R002": Fraction(3, 2)}),
    ],
)
def test_weights(text: str, source: WeightSource, given: dict[str, Fraction]) -> None:
    pool = _book(f"pools:\n  a:\n    members: [R001, R002]\n    weights: {text}\n").pools["a"]
    assert (pool.weights, pool.given) == (source, given)


def test_a_pool_with_everything() -> None:
    pool = _book(
        "pools: {b: {}, a: {strategy: best_converter, others: 30%, minimum: 5, hash_by: phone, caps: {day: 2},"
        " when_full: [b, open_pool], total: {week: 9}, ramp: {every: 2w, shares: [25%, 0.5]},"
        " require: {skills: [英语], provinces: {has: 省份}}}}"
    ).pools["a"]
    assert (pool.strategy, pool.others, pool.minimum, pool.hash_by) == (Strategy.BEST_CONVERTER, 0.3, 5, "phone")
    assert (pool.when_full, pool.caps.day, pool.total.week) == (("b", "open_pool"), 2, 9)
    assert pool.ramp is not None
    assert pool.ramp.shares == (Fraction(1, 4), Fraction(1, 2))
    assert [(one.attribute, one.field, one.values) for one in pool.require] == [
        ("skills", "", ("英语",)),
        ("provinces", "province", ()),
    ]


def test_fields_may_be_called_by_a_chinese_name_or_an_alias() -> None:
    book = _book(
        "fields: {预算: {type: number}, urgency: [紧急程度], empty: }\nlanes: [{name: a, when: {紧急程度: 高}}]"
    )
    assert [(spec.name, spec.kind) for spec in book.fields] == [
        ("budget", Kind.NUMBER),
        ("urgency", Kind.TEXT),
        ("empty", Kind.TEXT),
    ]
    assert _told(book.lanes[0].when) == "urgency eq 高"


def test_columns_name_a_field_one_of_the_rulebooks_own_or_none() -> None:
    book = _book("fields: {seats: [席位]}\ncolumns: {客户称呼: contact, Phone 2: 电话, 座: 席位, 备注: ignore}")
    assert [(one.header, one.field) for one in book.columns] == [
        ("客户称呼", "contact"),
        ("Phone 2", "tel"),
        ("座", "seats"),
        ("备注", ""),
    ]
    assert str(book.columns[0].place) == "r.yaml:4:11"
    assert _book("columns:").columns == ()


@pytest.mark.parametrize(
    ("text", "scope", "catch_up"),
    [
        ("pool", Scope.POOL, 0),
        ("{catch_up: none}", Scope.GLOBAL, 0),
        ("{catch_up: full}", Scope.GLOBAL, None),
        ("{scope: rule, catch_up: {bank: 5}}", Scope.RULE, 5),
    ],
)
def test_fairness(text: str, scope: Scope, catch_up: int | None) -> None:
    fairness = _book(f"fairness: {text}").fairness
    assert (fairness.scope, fairness.catch_up) == (scope, catch_up)


def test_the_choices_of_the_dropdown_follow_the_language() -> None:
    assert _book("").output.follow_up[0] == "待跟进"
    assert _book("language: en").output.follow_up[0] == "New"
    assert _book("output: {follow_up: [甲]}\nlanguage: en").output.follow_up == ("甲",)


def test_empty_parts_are_as_if_they_were_not_there() -> None:
    book = _book("pools:\nrules:\nduplicates:\nscore: {}\nlanes: []\noutput: null\n")
    assert (book.pools, book.rules, book.lanes, book.language) == ({}, (), (), Language.ZH)
    assert book.duplicates.same_when == (("phone",), ("email",), ("company", "contact"))


def test_tables_are_listed_once_and_filled_in_everywhere() -> None:
    use = "{product: {in_table: a.csv}}"
    book = _book(
        f"lanes: [{{name: a, when: {use}}}]\nscore: {{points: [{{add: 1, when: {{none: [{use}]}}}}]}}\n"
        f"rules: [{{name: 一, assign: all, when: {{any: [{use}, {{city: {{in_table: {{file: b.xlsx, column: 城市}}}}}}"
        "]}}]"
    )
    assert table_refs(book) == (TableRef("a.csv"), TableRef("b.xlsx", "城市"))
    filled = with_tables(book, {("a.csv", ""): frozenset({"x"})})
    assert [test.operand for test in references.tests(filled) if isinstance(test.operand, TableRef)] == [
        *[TableRef("a.csv", values=frozenset({"x"}))] * 3,
        TableRef("b.xlsx", "城市"),
    ]


def test_the_example_uses_every_operator_strategy_and_action() -> None:
    book, found = parse(Path("rules.example.yaml").read_bytes(), "rules.example.yaml")
    assert book is not None
    assert found == ()
    assert {test.operator for test in references.tests(book)} == set(OPERATORS)
    assert {pool.strategy for pool in book.pools.values()} == set(Strategy)
    assert {type(rule.action) for rule in book.rules} == set(Action.__args__)


def test_a_circle_of_three_is_told_once() -> None:
    _, found = parse(
        b"leadroute: 1\ndefault: a\npools: {a: {when_full: b}, b: {when_full: c}, c: {when_full: a}}\n", "r"
    )
    assert [(one.code, one.facts) for one in found] == [("LR212", {"way": "a → b → c → a"})]


def test_two_pools_may_overflow_into_one() -> None:
    assert _book("pools: {a: {when_full: c}, b: {when_full: [a, c]}, c: {}}").pools


def test_what_reps_have_may_be_called_by_usual_headers() -> None:
    book, found = parse(
        "leadroute: 1\npools:\n  p: {members: {部门: 华东, manager: 王总}, require: {技能: 英语}}\nrules:\n"
        "  - {name: 一, when: {province: {in_rep: 负责省份}}, assign: p}\ndefault: p\n".encode(),
        "r.yaml",
    )
    assert found == ()
    assert book is not None
    assert book.pools["p"].members.where == (("team", ("华东",)), ("manager", ("王总",)))
    assert book.pools["p"].require[0].attribute == "skills"
    (rule,) = book.rules
    assert isinstance(rule.when, FieldTest)
    assert rule.when.operand == "provinces"
