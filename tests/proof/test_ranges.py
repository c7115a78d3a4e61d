"""A few ranges are enough: the claims are those of a world in which there are all."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.model import rulebook
from leadroute.model.rulebook import All, AnyOf, AssignPool, NoneOf, OnMissing, Rule, Rulebook
from leadroute.proof.claims import Covered, Gap, Never, Open, PartCovered, Reached, Unanswered
from leadroute.proof.prove import prove
from leadroute.proof.ranges import Use, ranges
from leadroute.proof.values import Piece
from tests.proof.worlds import NOW, around

if TYPE_CHECKING:
    from leadroute.model.rulebook import Condition, Operand

OPERATORS = ("gt", "gte", "lt", "lte", "eq", "ne", "between", "in", "not_in")
UNLIKE_NUMBERS = Rule("off", rulebook.Test("budget", "in", ("many", "few")), AssignPool("a"), enabled=False)
"""Where texts are listed, every range is looked at; the rule itself is off."""

POINTS = (1.0, 2.0, 3.0, 4.0, 5.0)
"""Two limits, 2 and 4, with a number beside each."""


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]))
def test_a_few_ranges_prove_what_all_do(seed: int, unsure: float) -> None:
    dice = Random(seed)  # noqa: S311 - rulebooks, no secrets
    book = Rulebook(rules=tuple(_rule(dice, at, unsure) for at in range(dice.randint(2, 8))))
    assert _claimed(book) == _claimed(replace(book, rules=(*book.rules, UNLIKE_NUMBERS)))


@pytest.mark.parametrize(
    ("uses", "found"),
    [
        ([("gte", 2.0, False), ("lte", 4.0, False)], [(1, 4), (1, 5), (2, 4), (2, 5)]),
        ([("gt", 2.0, False), ("lt", 4.0, False)], [(1, 3), (1, 5), (3, 5)]),
        ([("gte", 2.0, True), ("lte", 4.0, True)], [(1, 5)]),
        ([("eq", 2.0, False)], [(1, 5)]),
        ([("empty", True, False)], [(1, 5)]),
    ],
)
def test_ranges_end_at_the_limits_of_a_rule(
    uses: list[tuple[str, Operand, bool]], found: list[tuple[float, float]]
) -> None:
    rule = frozenset(
        Use(Piece("budget", operator, operand), unknown, denied=False) for operator, operand, unknown in uses
    )
    told = ranges(POINTS, [rule])
    assert told is not None
    assert set(found) <= set(told)
    assert len(told) < 10


def test_where_there_are_too_many_nothing_is_claimed_that_needs_them() -> None:
    sure = [_limit(at, OnMissing.NO_MATCH) for at in range(0, 480, 4)]
    unsure = [_limit(at, OnMissing.MATCH) for at in range(2, 482, 4)]
    none = Rule("none", All((_bound("gt", 9.0), _bound("lt", 9.0))), AssignPool("a"))
    wide = Rule("wide", All((rulebook.Test("province", "eq", "上海"), _bound("gte", 1.0))), AssignPool("a"))
    listed = rulebook.Test("province", "in", ("上海", "江苏"))
    part = Rule("part", All((listed, _bound("gte", 2.0))), AssignPool("b"))
    claims = prove(Rulebook(rules=(none, wide, part, *sure, *unsure)), around(), NOW)
    assert Open((0,)) in claims
    assert {1, 2} <= {claim.rule for claim in claims if isinstance(claim, Reached)}
    assert not any(isinstance(claim, Never | PartCovered) for claim in claims)
    assert any(isinstance(claim, Unanswered) for claim in claims)
    few = prove(Rulebook(rules=(none, wide, part)), around(), NOW)
    assert [type(claim) for claim in few if not isinstance(claim, Reached | Gap)] == [Never, PartCovered]


def _bound(operator: str, limit: float) -> rulebook.Test:
    return rulebook.Test("budget", operator, limit)


def _limit(size: int, missing: OnMissing) -> Rule:
    ends = rulebook.Test("budget", "between", (float(1000 - size), float(2000 - size)))
    return Rule(f"{size}", All((ends, rulebook.Test("source", "eq", f"s{size}"))), AssignPool("a"), missing)


def _claimed(book: Rulebook) -> list[object]:
    """What is claimed, without the examples."""
    found: list[object] = []
    for claim in prove(book, around(), NOW):
        if isinstance(claim, Never | Covered | PartCovered | Open | Unanswered):
            found.append(claim)
        elif isinstance(claim, Reached):
            found.append(claim.rule)
        elif isinstance(claim, Gap):
            found.append(Gap)
    return found


def _rule(dice: Random, at: int, unsure: float) -> Rule:
    missing = dice.choice([OnMissing.MATCH, OnMissing.REVIEW]) if dice.random() < unsure else OnMissing.NO_MATCH
    return Rule(f"r{at}", All((_condition(dice, 0), _condition(dice, 0))), AssignPool(dice.choice("ab")), missing)


def _condition(dice: Random, depth: int) -> Condition:
    if depth > 1 or dice.random() < 0.4:
        place = rulebook.Test("province", dice.choice(["eq", "ne"]), dice.choice(["上海", "江苏", "浙江"]))
        return _size(dice) if dice.random() < 0.75 else place
    kinds: list[type[All | AnyOf | NoneOf]] = [All, All, AnyOf, NoneOf]
    return dice.choice(kinds)(tuple(_condition(dice, depth + 1) for _ in range(dice.randint(1, 3))))


def _size(dice: Random) -> rulebook.Test:
    operator = dice.choice(OPERATORS)
    low, high = sorted((dice.randint(1, 8) * 2.0, dice.randint(1, 8) * 2.0))
    operands: dict[str, Operand] = {"between": (low, high), "in": (f"{low:g}", "7"), "not_in": (f"{low:g}", "7")}
    return rulebook.Test("budget", operator, operands.get(operator, low), dice.choice([None] * 5 + list(OnMissing)))
