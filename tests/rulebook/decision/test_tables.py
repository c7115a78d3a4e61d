"""A table as a whole: its headers, rows, merged and hidden cells, and its place among the rules of a rulebook."""

from __future__ import annotations

import pytest

from leadroute.model.diagnostic import Place, Severity
from leadroute.model.rule_table import CellKind, TableName
from leadroute.rulebook.decision.named import tables_named
from leadroute.rulebook.parse import parse
from leadroute.rulebook.source import read as read_source
from tests.build_rule_tables import HEAD, TABLE, book, read, rule_table

PLAIN = "规则 | 省份 | 分配\n一 | 上海 | east\n二 | 北京 | senior"


def names(text: str, **more: object) -> list[str]:
    """The rules of a table nothing is wrong with."""
    return [rule.name for rule in book(rule_table(text, **more)).rules]  # type: ignore[arg-type]


def codes(text: str, **more: object) -> list[tuple[str, str]]:
    """What is found, and in which cell."""
    found = read(rule_table(text, **more))[1]  # type: ignore[arg-type]
    return [(one.code, one.place.cell.rpartition("!")[2] if one.place else "") for one in found]


def test_every_row_is_a_rule_in_its_order() -> None:
    assert names(PLAIN) == ["一", "二"]


def test_places_are_cells() -> None:
    first = book(rule_table(PLAIN)).rules[0]
    assert first.place == Place("rules.xlsx", column=1, sheet="规则", row=2)
    assert [str(one) for one in (first.place, first.when.place, first.action.place)] == [  # type: ignore[union-attr]
        "rules.xlsx:规则!A2",
        "rules.xlsx:规则!B2",
        "rules.xlsx:规则!C2",
    ]


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_are_named_as_in_excel(column: int, name: str) -> None:
    assert str(Place("r.csv", column=column, row=5)) == f"r.csv:{name}5"


def test_places_are_sorted_as_people_read() -> None:
    text = "规则 | 预算 | 分配\n一 | 多 | east\n二 | 少 | eats\n三 | 5 | tsea"
    assert codes(text) == [("LR240", "B2"), ("LR240", "B3"), ("LR242", "C3"), ("LR242", "C4")]


@pytest.mark.parametrize(
    "above",
    ["", "2026 年第四季度分配规则", "2026 年第四季度分配规则\n\n更新 | 2026-11-22", " | 条件 | 去向", "规则 | 动作"],
)
def test_a_title_may_stand_above_the_headers(above: str) -> None:
    assert names(f"{above}\n{PLAIN}" if above else PLAIN) == ["一", "二"]


def test_blank_rows_and_remarks_are_no_rules() -> None:
    text = "规则 | 省份 | 分配 | 备注\n | | |\n一 | 上海 | east |\n | | | 以下是北方\n二 | 北京 | senior |\n"
    assert names(text) == ["一", "二"]


def test_a_heading_over_several_columns_is_no_rule() -> None:
    text = "规则 | 省份 | 分配\n华东 | |\n一 | 上海 | east"
    assert names(text, merged=[(2, 1, 2, 3)]) == ["一"]


def test_what_stands_in_merged_cells_holds_for_their_rows() -> None:
    text = "规则 | 省份 | 行业 | 分配\n一 | 上海 | 甲 | east\n二 | | 乙 | east\n | | |\n三 | | 丙 | east"
    table = rule_table(text, merged=[(2, 2, 5, 2)])
    made, found = read(table)
    assert made is not None
    filled = book(rule_table(text.replace("二 | |", "二 | 上海 |").replace("三 | |", "三 | 上海 |")))
    assert made.rules == filled.rules
    (told,) = [one for one in found if one.code == "LR261"]
    assert (told.severity, told.facts["count"]) == (Severity.NOTE, "2")


@pytest.mark.parametrize(
    ("text", "more", "wanted"),
    [
        ("规则 | 省分 | 分配\n一 | 上海 | east", {}, [("LR250", "B1")]),
        ("规则 | 预算 大于等干 | 分配\n一 | 5 | east", {}, [("LR251", "B1")]),
        ("规则 | 省分 包含 | 分配\n一 | 5 | east", {}, [("LR250", "B1")]),
        ("省份 | 分配\n上海 | east", {}, [("LR253", "A1")]),
        ("规则 | 省份\n一 | 上海", {}, [("LR254", "A1")]),
        ("规则 | 省份 | 分配\n | 上海 | east", {}, [("LR255", "A2")]),
        ("规则 | 省份 | 分配\n一 | 上海 |", {}, [("LR256", "A2")]),
        ("规则 | 省份 | 分配\n一 | 上海 | east | 谁", {}, [("LR263", "D2")]),
        ("随便", {}, [("LR264", "A1")]),
        ("", {}, [("LR264", "A1")]),
        (PLAIN, {"kinds": {"上海": CellKind.FORMULA}}, [("LR258", "B2")]),
        (PLAIN, {"kinds": {"east": CellKind.FORMULA}}, [("LR258", "C2")]),
        (PLAIN, {"kinds": {"上海": CellKind.ERROR}}, [("LR259", "B2")]),
        (PLAIN, {"kinds": {"一": CellKind.ERROR}}, [("LR259", "A2")]),
        (PLAIN, {"merged": [(2, 1, 2, 2)]}, [("LR260", "A2")]),
        (PLAIN, {"merged": [(1, 1, 1, 2)]}, [("LR260", "A1")]),
        (f"{PLAIN}\n一 | 天津 | east", {}, [("LR205", "A4")]),
    ],
)
def test_what_is_wrong_with_a_table_is_told_at_its_cell(
    text: str, more: dict[str, object], wanted: list[tuple[str, str]]
) -> None:
    assert codes(text, **more) == wanted


def test_rules_in_hidden_rows_count_and_are_told() -> None:
    made, found = read(rule_table(PLAIN, hidden=[3, 9]))
    assert made is not None
    assert [(one.code, one.severity, one.place and one.place.cell) for one in found] == [
        ("LR262", Severity.WARNING, "规则!A3")
    ]


def test_a_table_without_a_rule_is_a_warning() -> None:
    made, found = read(rule_table("规则 | 分配"))
    assert made is not None
    assert {(one.code, one.severity) for one in found if one.code == "LR246"} == {("LR246", Severity.WARNING)}


def test_a_table_stands_among_other_rules() -> None:
    yaml = f"""{HEAD}rules:
  - {{name: 先, when: {{grade: A}}, assign: east}}
  - table: rules.xlsx
  - {{name: 后, when: {{grade: B}}, assign: senior}}
default: open_pool
examples:
  - {{lead: {{province: 上海}}, expect: {{rule: 一, pool: east}}}}
"""
    assert [rule.name for rule in book(rule_table(PLAIN), yaml).rules] == ["先", "一", "二", "后"]


def test_a_name_of_the_rulebook_used_in_its_table_is_told_at_both_places() -> None:
    yaml = TABLE.replace("rules: {table: rules.xlsx}", "rules: [{table: rules.xlsx}, {name: 一, assign: east}]")
    (found,) = [one for one in read(rule_table(PLAIN), yaml)[1] if one.code == "LR205"]
    assert (str(found.place), str(found.also)) == ("rules.yaml:7:30", "rules.xlsx:规则!A2")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("[{table: rules.xlsx}, {table: rules.xlsx}]", "LR239"),
        ("{table: rules.docx}", "LR216"),
        ("{table: }", "LR134"),
        ("{table: [a]}", "LR133"),
        ("{table: rules.xlsx, sheets: 规则}", "LR130"),
        ("{table: other.xlsx}", "LR269"),
        ("{sheet: 规则}", "LR132"),
    ],
)
def test_a_table_that_is_named_wrongly_is_told(rules: str, code: str) -> None:
    found = read(rule_table(PLAIN), TABLE.replace("{table: rules.xlsx}", rules))[1]
    assert code in {one.code for one in found}


def test_a_table_that_cannot_be_read_is_not_told_again() -> None:
    _, found = parse(TABLE.encode(), "rules.yaml", {TableName("rules.xlsx"): None})
    assert {one.code for one in found} == {"LR213"}


def test_the_tables_a_rulebook_names_are_known_before_it_is_understood() -> None:
    text = "rules: [{table: a.csv}, {table: a.csv, sheet: x}, {table: a.csv}, {table: [x]}, {table: /etc/passwd}]"
    root = read_source(text.encode(), "rules.yaml").root
    assert list(tables_named(root)) == [TableName("a.csv"), TableName("a.csv", "x")]
    assert tables_named(None) == {}


def test_the_fingerprint_is_of_the_table_as_well() -> None:
    from dataclasses import replace  # noqa: PLC0415

    one, other = rule_table(PLAIN), replace(rule_table(PLAIN), fingerprint="1" * 64)
    assert book(one).fingerprint == book(one).fingerprint != book(other).fingerprint
    assert book(one).tables == (one,)


def test_two_hundred_problems_are_enough() -> None:
    text = "规则 | 预算 | 分配\n" + "\n".join(f"第{at} | 多 | eats" for at in range(300))
    assert len(codes(text)) == 201


def test_a_header_that_is_a_field_of_the_rulebook_and_a_word_of_tables_is_not_guessed() -> None:
    yaml = TABLE.replace("aliases: [紧急程度]", "aliases: [紧急程度, 去向]")
    _, found = read(rule_table("规则 | 去向 | 分配\n一 | 高 | east"), yaml)
    assert [(one.code, one.place and one.place.cell) for one in found] == [("LR223", "规则!B1")]
