"""The laws of a comparison, on whatever Hypothesis can think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from leadroute.engine.compare import Change
from leadroute.model.outcome import Outcome
from leadroute.model.rep import Caps
from leadroute.model.rulebook import Duplicates, Lane, Review, Rule, ToOpenPool
from tests.build import book, holds, nameless, pool, roster, rule
from tests.engine.compare.sides import compared

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan
    from leadroute.model.rulebook import Rulebook

PRODUCTS = ("a", "b", "c")


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A rulebook over three products: some go to pools (one with a cap), to review, or nowhere."""
    pools = (
        pool("one", "R1 R2", caps=Caps(day=draw(st.sampled_from([None, 1, 3]))), when_full=("two",)),
        pool("two", "R2 R3"),
    )
    rules = []
    for product in draw(st.permutations(PRODUCTS)):
        target = draw(st.sampled_from(["one", "two", "review", "nowhere", "none"]))
        when = holds("product", "eq", product)
        if target in {"one", "two"}:
            rules.append(rule(target, when, product))
        elif target != "none":
            rules.append(Rule(product, when, Review(suggest="one") if target == "review" else ToOpenPool()))
    lanes = (Lane("first", holds("product", "eq", draw(st.sampled_from(PRODUCTS)))),) * draw(st.integers(0, 1))
    same_when = draw(st.sampled_from([(("email",),), (("phone",),)]))
    return book(*pools, *(rules or [rule("two")]), lanes=lanes, duplicates=Duplicates(same_when=same_when))


def decisions(made: Plan) -> list[tuple[object, ...]]:
    """What was decided of each row, spelled out."""
    decided = made.decisions
    found: list[tuple[object, ...]] = []
    for row, at in enumerate(made.matches.rule.tolist()):
        rep, its_pool = int(decided.rep[row]), int(decided.pool[row])
        found.append(
            (
                int(decided.outcome[row]),
                int(decided.reason[row]),
                made.rulebook.rules[at].name if at >= 0 else at,
                decided.pools[its_pool] if its_pool >= 0 else "",
                made.roster.reps[rep].id if rep >= 0 else "",
            )
        )
    return found


@settings(deadline=None, max_examples=25)
@given(
    before=rulebooks(),
    after=rulebooks(),
    rows=st.lists(st.tuples(st.sampled_from(PRODUCTS), st.integers(0, 6)), max_size=14),
    left=st.booleans(),
)
def test_the_classes_part_exactly_the_rows_whose_decision_differs(
    *, before: Rulebook, after: Rulebook, rows: list[tuple[str, int]], left: bool
) -> None:
    who = nameless(len(rows), product=[product for product, _ in rows], phone=[str(phone) for _, phone in rows])
    people, later = roster("R1", "R2 2", "R3"), roster("R1 left" if left else "R1", "R2 2", "R3")
    found = compared(who, people, before, after, later)
    pairs = list(zip(decisions(found.before.plan), decisions(found.after.plan), strict=True))
    differing = [row for row, (one, other) in enumerate(pairs) if one != other]
    assert sorted(found.changed.before.tolist()) == differing
    assert np.array_equal(found.changed.before, found.changed.after)
    for row, kind, moved in zip(found.changed.before.tolist(), found.changed.kind, found.changed.moved, strict=True):
        (*one, rep), (*other, to) = pairs[row]
        set_aside = {one[0], other[0]} & {Outcome.DUPLICATE, Outcome.INVALID}
        assert kind == (Change.HYGIENE if set_aside else Change.DIRECT if one != other else Change.CASCADE)
        own = [who if what == Outcome.ASSIGNED else "" for what, who in ((one[0], rep), (other[0], to))]
        assert moved == (one[0] != other[0] or own[0] != own[1])
    assert sum(map(found.changed.of, Change)) == len(found.changed) == len(differing)


@settings(deadline=None, max_examples=20)
@given(rulebooks(), rulebooks(), st.lists(st.sampled_from(PRODUCTS), max_size=14))
def test_before_and_after_add_up(before: Rulebook, after: Rulebook, products: list[str]) -> None:
    who, people = nameless(len(products), product=products), roster("R1", "R2 2", "R3")
    found = compared(who, people, before, after)
    for name, part in found.tallies.items():
        for one in part:
            assert one.after - one.before == one.gained - one.lost == one.difference, name
    sides = (found.before.plan, found.after.plan)
    for at, made in enumerate(sides):
        assigned = made.count(Outcome.ASSIGNED)
        sums = {name: sum((one.before, one.after)[at] for one in part) for name, part in found.tallies.items()}
        assert sums == {
            "outcomes": len(products),
            "reps": assigned,
            "pools": assigned,
            "rules": len(products),
            "grades": 0,
        }


@settings(deadline=None, max_examples=10)
@given(rulebooks(), st.lists(st.sampled_from(PRODUCTS), max_size=14))
def test_a_rulebook_compared_with_itself_changes_nothing(own: Rulebook, products: list[str]) -> None:
    who, people = nameless(len(products), product=products), roster("R1", "R2 2", "R3")
    assert compared(who, people, own, own).same
