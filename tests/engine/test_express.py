"""Leads dealt by the compiled loop and by the code in Python: one and the same, whatever the rulebook."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.engine import express
from leadroute.engine.fairness import verify
from leadroute.model.rep import Caps
from leadroute.model.rulebook import Fairness, Scope, Strategy, WeightSource
from tests.build import book, holds, nameless, owners, plan, pool, roster, rule

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan

_WAYS = st.sampled_from([Strategy.ROUND_ROBIN, Strategy.WEIGHTED, Strategy.LEAST_LOADED, Strategy.STABLE_HASH])
_CAP = st.one_of(st.none(), st.integers(0, 12))


@pytest.mark.skipif(not express.COMPILED, reason="built without a compiler")
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["1", "1.5", "3"]), st.integers(0, 9)), min_size=2, max_size=8),
    st.lists(st.tuples(_WAYS, _CAP, _CAP), min_size=2, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6)), max_size=90),
)
def test_the_compiled_loop_changes_nothing(
    people: list[tuple[str, int]],
    ways: list[tuple[Strategy, int | None, int | None]],
    some: list[tuple[int, int]],
) -> None:
    reps = [f"R{at}" for at in range(len(people))]
    who = roster(*(f"{rep} {weight} day={5 + cap}" for rep, (weight, cap) in zip(reps, people, strict=True)))
    pools = [
        pool(f"p{at}", " ".join(reps[at::2] + reps[:1]), strategy=way, caps=Caps(day=each), total=Caps(week=whole))
        for at, (way, each, whole) in enumerate(ways)
    ]
    rules = book(*pools, *(rule(one.name, holds("product", "eq", one.name)) for one in pools))
    # Company 0 stands for none, so that leads with and without company-mates are mixed.
    leads = nameless(
        len(some), product=[f"p{at}" for at, _ in some], company=[f"c{own}" if own else "" for _, own in some]
    )
    fast = plan(leads, who, rules)
    assert _all(fast) == _all(_slowly(lambda: plan(leads, who, rules)))
    assert fast.closing == _slowly(lambda: plan(leads, who, rules)).closing


@pytest.mark.parametrize("scope", Scope)
def test_accounts_of_a_pool_or_rule_are_kept_apart(scope: Scope) -> None:
    pools = [pool("turns", "A B"), pool("weights", "A B", given={"A": Fraction(9), "B": Fraction(1)})]
    pools[1] = replace(pools[1], weights=WeightSource.GIVEN)
    rules = book(*pools, *(rule(one.name, holds("product", "eq", one.name)) for one in pools))
    leads = nameless(40, product=["turns", "weights"] * 20)
    made = plan(leads, roster("A", "B"), replace(rules, fairness=Fairness(scope=scope)))
    assert verify(made) == ()
    assert owners(made)[::2].count("A") == (9 if scope is Scope.GLOBAL else 10)


def _slowly(make: object) -> Plan:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(express, "COMPILED", False)
        made: Plan = make()  # type: ignore[operator]
    return made


def _all(made: Plan) -> list[list[int]]:
    decided = made.decisions
    columns = (decided.outcome, decided.reason, decided.rep, decided.pool, decided.balance, decided.turn)
    return [column.tolist() for column in columns]
