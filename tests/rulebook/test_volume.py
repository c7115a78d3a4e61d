"""Leads of a day against daily caps."""

from __future__ import annotations

import pytest

from leadroute.model.rep import Roster
from leadroute.model.rulebook import Language, Rulebook
from leadroute.render.messages import hint, message
from leadroute.rulebook.parse import parse
from leadroute.rulebook.volume import check_volume, most_in_a_day
from tests.build import rep

CAPPED = Roster((rep("A day=2 team=x"), rep("B day=3 team=x"), rep("C day=5 team=y"), rep("D day=9 team=y left")))
FREE = Roster((rep("A day=2 team=x"), rep("B team=x"), rep("C day=5 team=y")))
X, Y = "x: {members: {team: x}}", "y: {members: {team: y}}"


def book(*pools: str, more: str = "") -> Rulebook:
    lines = "\n".join(f"  {pool}" for pool in pools)
    names = "".join(f"  - {{name: {pool[0]}, when: {{city: {pool[0]}}}, assign: {pool[0]}}}\n" for pool in pools)
    text = f"leadroute: 1\npools:\n{lines}\nrules:\n{names}{more}default: open_pool\n"
    made, found = parse(text.encode(), "r.yaml")
    assert made is not None, found
    return made


@pytest.mark.parametrize(
    ("pools", "roster", "most"),
    [
        ((X, Y), CAPPED, 10),
        ((X.replace("}}", "}, caps: {day: 1}}"), Y), CAPPED, 7),
        ((X.replace("}}", "}, total: {day: 4}}"), Y), CAPPED, 9),
        ((X, Y), FREE, None),
        ((X.replace("}}", "}, total: {day: 4}}"), Y), FREE, 9),
        ((X.replace("}}", "}, caps: {day: 4}}"), Y), FREE, 11),
        # A is in both: once with the larger cap by person, twice by pool
        ((X, "z: {members: [A, C]}"), CAPPED, 10),
        ((X.replace("}}", "}, total: {day: 1}}"), "z: {members: [A, C]}"), CAPPED, 8),
        ((X, "z: {members: [A, C], weights: {C: 1}}"), CAPPED, 10),
        ((X.replace("}}", "}, caps: {day: 1}}"), "z: {members: [A], caps: {day: 9}}"), CAPPED, 3),
    ],
)
def test_the_most_pools_can_give(pools: tuple[str, ...], roster: Roster, most: int | None) -> None:
    made = book(*pools)
    assert most_in_a_day(made, roster, made.pools.values()) == most


def test_caps_that_do_not_bind_a_lane_say_nothing() -> None:
    made = book(X, Y, more="lanes: [{name: VIP, exempt: day}]\n")
    assert most_in_a_day(made, CAPPED, made.pools.values()) is None
    other = book(X, Y, more="lanes: [{name: VIP, exempt: week}]\n")
    assert most_in_a_day(other, CAPPED, other.pools.values()) == 10


@pytest.mark.parametrize(
    ("pools", "arriving", "by_pool", "codes"),
    [
        ((X, Y), 10, {"x": 5, "y": 5}, []),
        ((X, Y), 11, {"x": 6, "y": 5}, ["LR314"]),
        ((X, Y), 10, {"x": 6, "y": 4}, ["LR342"]),
        ((X, Y), 10, None, []),
        ((X.replace("}}", "}, when_full: y}"), Y), 10, {"x": 9}, []),
        ((X, Y.replace("}}", "}, when_full: x}")), 10, {"x": 6, "y": 4}, ["LR342"]),
    ],
)
def test_too_many(pools: tuple[str, ...], arriving: int, by_pool: dict[str, int] | None, codes: list[str]) -> None:
    assert [one.code for one in check_volume(book(*pools), CAPPED, arriving, by_pool)] == codes


def test_leads_given_by_name_are_no_business_of_pools() -> None:
    made = book(X, Y, more="  - {name: n, assign: {rep: D}}\n")
    assert check_volume(made, CAPPED, 99) == ()
    assert [one.code for one in check_volume(made, CAPPED, 99, {"x": 50})] == ["LR342"]


def test_a_rulebook_without_pools_says_nothing() -> None:
    assert check_volume(Rulebook(), CAPPED, 99) == ()


def test_it_is_told_word_for_word() -> None:
    (found,) = check_volume(book(X, Y), CAPPED, 10, {"x": 6})
    assert [message(found, Language.ZH), hint(found, Language.ZH)] == [
        "一天可能有 6 条线索分给组“x”，按日上限它和接手的组只能接 5 条",
        "提高上限、加人或写上 when_full，或接受其余的进公海",
    ]
    assert [message(found, Language.EN), hint(found, Language.EN)] == [
        "6 leads may come for the pool 'x' in a day, and by the daily caps it can take 5, overflow included",
        "raise caps, add people, name a when_full, or accept that the rest waits in the open pool",
    ]
