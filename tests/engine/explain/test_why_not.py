"""The gates between a rep and a lead: which were shut, and which first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from leadroute.engine.explain.turn import By
from leadroute.engine.explain.why_not import Gate, WhyNot, why_not
from leadroute.engine.plan import Setting
from leadroute.model.outcome import Passed
from leadroute.model.rep import Opening
from leadroute.model.rulebook import AssignRep, CustomerPolicy, Demand, OwnerAway, ToOpenPool
from leadroute.tables.merges import CustomerMatches
from tests.build import NOW, book, case, leads, nameless, pool, roster
from tests.engine.explain.worlds import World, worlds

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads

ONE = nameless(1)


def told(who: Roster, rules: Rulebook, rep: str, some: Leads = ONE, *, row: int = 0, owner: int = -1) -> WhyNot:
    """The gates between a rep and a row; ``owner`` has its customer."""
    of = case(some, who, rules)
    if owner >= 0:
        found, none = np.zeros(len(some), dtype=np.int32), np.zeros(len(some), dtype=np.bool_)
        of = replace(of, customers=CustomerMatches(None, found, found.astype(np.int16), found + owner, none))
    return why_not(World(of, Setting(rules, who, Opening(), NOW)).explain(row), who.index[rep])


def shut(found: WhyNot) -> list[Gate]:
    """The gates that were shut."""
    return [one.gate for one in found.gates if one.shut]


def test_who_has_the_lead_met_no_gate() -> None:
    assert told(roster("A"), book(pool()), "A").gates == ()


def test_a_duplicate_is_shut_before_everything() -> None:
    some = leads("lead_id | phone\n1 | 5\n2 | 5")
    found = told(roster("A"), book(pool()), "A", some, row=1)
    assert [(one.gate, one.shut) for one in found.gates] == [(Gate.LEAD, True)]


def test_a_rule_that_gives_it_to_nobody_is_shut() -> None:
    rules = book(pool(), default=ToOpenPool())
    rules = replace(rules, rules=(replace(rules.rules[0], action=ToOpenPool()),))
    assert shut(told(roster("A"), rules, "A")) == [Gate.RULE]


def test_somebody_else_is_named_or_has_the_company_or_the_customer() -> None:
    who, rules = roster("A", "B"), book(pool())
    named = replace(rules, rules=(replace(rules.rules[0], action=AssignRep("B", "all")),))
    assert shut(told(who, named, "A")) == [Gate.NAMED]
    company = nameless(2, company=["c", "c"])
    assert shut(told(who, rules, "B", company, row=1)) == [Gate.COMPANY]
    found = told(who, rules, "A", owner=1)
    assert (shut(found), found.stopped.taker) == ([Gate.CUSTOMER], 1)  # type: ignore[union-attr]


def test_a_lead_that_waits_for_its_owner_stops_everybody() -> None:
    rules = book(pool(), customers=CustomerPolicy(owner_away=OwnerAway.REVIEW))
    found = told(roster("A", "B left"), rules, "A", owner=1)
    assert found.stopped is not None
    assert (found.stopped.gate, found.stopped.taker) == (Gate.CUSTOMER, -1)


@pytest.mark.parametrize(
    ("rep", "gates"),
    [
        ("B", [Gate.POOL]),
        ("C day=0 inactive", [Gate.NEED, Gate.DUTY, Gate.CAP]),
        ("C 0 skills=s", [Gate.WEIGHT]),
    ],
)
def test_every_shut_gate_is_told_in_order(rep: str, gates: list[Gate]) -> None:
    rules = book(pool("east", "A C", require=(Demand("skills", values=("s",)),)))
    assert shut(told(roster("A skills=s", rep), rules, rep[0])) == gates


def test_a_cap_in_the_first_pool_comes_before_the_claim_in_the_next() -> None:
    rules = book(pool("east", "A", caps=replace(pool().caps, day=0), when_full=("west",)), pool("west", "A B"))
    found = told(roster("A", "B 3"), rules, "A")
    assert shut(found) == [Gate.CAP, Gate.CLAIM]
    assert [one.pools for one in found.gates if one.gate is Gate.POOL] == [("east",), ("west",)]
    assert found.stopped is not None
    assert [one.why for one in found.stopped.obstacles] == [Passed.POOL_CAP]


def test_a_claim_that_comes_second_says_by_what() -> None:
    found = told(roster("A", "B 3"), book(pool()), "A")
    last = found.gates[-1]
    assert (last.gate, last.by, last.taker) == (Gate.CLAIM, By.BALANCE, 1)


@settings(max_examples=30, deadline=None)
@given(worlds())
def test_whoever_did_not_get_a_lead_was_stopped_somewhere(world: World) -> None:
    plan = world.plan()
    for row in range(len(plan.leads)):
        found = world.explain(row, plan)
        for rep in range(len(plan.roster.reps)):
            gates = why_not(found, rep)
            assert (gates.gates == ()) == (found.rep == rep)
            assert (gates.stopped is None) == (found.rep == rep)
