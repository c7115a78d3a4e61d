"""A rulebook against the columns of the files at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.rulebook.columns import check_columns, check_headers
from leadroute.rulebook.parse import parse

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook


def _book(rule: str, pool: str = "{}") -> Rulebook:
    text = f"leadroute: 1\npools: {{east: {pool}}}\nrules: [{{name: 一, {rule}}}]\ndefault: east\n"
    book, found = parse(text.encode(), "r.yaml")
    assert book is not None, found
    return book


def _codes(book: Rulebook) -> list[tuple[str, str, tuple[str, ...]]]:
    found = check_columns(book, frozenset({"city", "province"}), frozenset({"skills", "provinces"}))
    return [(one.code, str(one.place), one.near) for one in found]


@pytest.mark.parametrize(
    ("rule", "pool"),
    [
        ("when: {city: 宁波, grade: A}, assign: all", "{}"),
        ("when: {province: {in_rep: provinces}}, assign: all", "{require: {team: 华东}}"),
        ("assign: {pool: all, require: {provinces: {has: province}}}", "{prefer: {skills: 英语}}"),
    ],
)
def test_what_is_there_is_not_told(rule: str, pool: str) -> None:
    assert _codes(_book(rule, pool)) == []


def test_a_missing_field_is_told_once_where_it_is_first_used() -> None:
    book = _book("when: {any: [{zip: '1'}, {zip: '2'}]}, assign: all")
    assert _codes(book) == [("LR401", "r.yaml:3:33", ())]


@pytest.mark.parametrize(
    ("rule", "pool"),
    [
        ("when: {city: {in_rep: skils}}, assign: all", "{}"),
        ("assign: {pool: all, require: {skils: 英语}}", "{}"),
        ("assign: all", "{prefer: {skils: [英语]}}"),
    ],
)
def test_a_missing_attribute_is_told_with_the_nearest(rule: str, pool: str) -> None:
    ((code, _, near),) = _codes(_book(rule, pool))
    assert (code, near) == ("LR408", ("skills",))


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("公司名称", []),
        ("ｐｈｏｎｅ  2", []),
        ("联系人的称呼", [("LR409", "warning", ("联系人称呼",))]),
        ("Internal note", [("LR409", "note", ())]),
    ],
)
def test_a_header_no_file_has_is_told_and_warned_of_if_another_looks_like_it(
    header: str, told: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    book, _ = parse(f"leadroute: 1\ncolumns: {{{header}: city, x: ignore}}\ndefault: open_pool\n".encode(), "r.yaml")
    assert book is not None
    found = check_headers(book, frozenset({"公司名称", "Phone 2", "联系人称呼"}))
    assert [(one.code, one.severity.value, one.near) for one in found] == told
    assert all(str(one.place) == "r.yaml:2:11" for one in found)
