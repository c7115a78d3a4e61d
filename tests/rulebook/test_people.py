"""A rulebook against a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.rulebook.parse import parse
from leadroute.rulebook.people import check_people
from tests.mistakes.gallery import ROSTER

if TYPE_CHECKING:
    from leadroute.model.rulebook import Rulebook


def _book(pool: str, rule: str = "assign: east") -> Rulebook:
    text = f"leadroute: 1\npools: {{east: {pool}}}\nrules: [{{name: 一, {rule}}}]\ndefault: east\n"
    book, found = parse(text.encode(), "r.yaml")
    assert book is not None, found
    return book


@pytest.mark.parametrize(
    "pool",
    [
        "{members: all}",
        "{members: [R001, 李娜]}",
        "{members: {team: 华东, level: [高级]}}",
        "{members: {team: 华东, named: [R005]}}",
        "{members: [R001, R002], weights: {R001: 0, 李娜: 1}}",
        "{members: [R001], weights: conversion}",
        "{members: [R001], ramp: {every: 2w, shares: [0, 50%]}}",
    ],
)
def test_a_pool_of_people_on_the_roster(pool: str) -> None:
    assert check_people(_book(pool), ROSTER) == ()


@pytest.mark.parametrize(
    ("pool", "codes"),
    [
        ("{members: [R001, 王维]}", ["LR301"]),
        ("{members: [R003, R001]}", ["LR302"]),
        ("{members: {team: 华东, level: 新人}}", ["LR305"]),
        ("{members: {team: 西北}}", ["LR311"]),
        ("{members: [R001], weights: {R099: 1}}", ["LR301", "LR306"]),
        ("{members: [R001], weights: {R001: 0}}", ["LR306"]),
        ("{members: [R001, R002], weights: '0:0'}", ["LR306"]),
    ],
)
def test_a_pool_that_the_roster_does_not_bear_out(pool: str, codes: list[str]) -> None:
    assert [one.code for one in check_people(_book(pool), ROSTER)] == codes


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        ("assign: {rep: R001}", []),
        ("assign: {rep: 王伟}", []),
        ("assign: {rep: 张伟}", ["LR304"]),
        ("review: {suggest: east}", []),
        ("review: {suggest: R001}", []),
        ("review: 王总", []),
        ("review: {suggest: eats}", ["LR309"]),
    ],
)
def test_people_named_by_rules(rule: str, codes: list[str]) -> None:
    assert [one.code for one in check_people(_book("{members: all}", rule), ROSTER)] == codes
