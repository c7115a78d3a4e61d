"""What an explanation says is what the plan decided: for every lead of whatever Hypothesis can think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from leadroute.engine.conditions import tests as every_test
from leadroute.engine.explain.rules import Verdict
from leadroute.engine.explain.trace import Truth, judged
from leadroute.engine.explain.turn import By
from leadroute.engine.match import in_force
from leadroute.model.outcome import Outcome
from tests.engine.explain.worlds import World, world, worlds

if TYPE_CHECKING:
    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.plan import Plan


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_an_explanation_says_what_the_plan_decided(world: World) -> None:
    plan = world.plan()
    told = [world.explain(row, plan) for row in range(len(plan.leads))]
    for found in told:
        _the_turn_told_is_the_turn_taken(found, plan)
        _the_first_claim_has_the_lead(found, plan)
        _the_truths_lead_to_the_rule(found, plan)
    _balances_go_from_turn_to_turn(told, plan)


def _the_turn_told_is_the_turn_taken(found: Explanation, plan: Plan) -> None:
    decided, row, turn = plan.decisions, found.row.at, found.turn
    assert (found.outcome, found.reason, found.rep) == (decided.outcome[row], decided.reason[row], decided.rep[row])
    assert (turn.rep if turn else -1) == decided.rep[row]
    deal = turn.deal if turn else None
    assert (deal is not None) == (decided.circle[row] >= 0)
    if deal:
        circle = decided.circles[decided.circle[row]]
        assert (deal.balance, deal.pool, deal.price) == (decided.balance[row], circle.pool, circle.price)
        assert {share.rep: share.gain for share in deal.shares} == dict(
            zip(circle.members, circle.accrual, strict=True)
        )


def _the_first_claim_has_the_lead(found: Explanation, plan: Plan) -> None:
    """And what stood in the way of the others is what the plan says."""
    turn = found.turn
    if turn is None:
        return
    assert [one.rep for one in turn.asked if not one.obstacles] in ([], [turn.rep])
    if turn.deal and turn.deal.by:
        first = turn.deal.shares[0]
        assert (first.rep, first.balance) == (turn.rep, turn.deal.balance)
        assert (turn.deal.by is By.ONLY) == (sum(share.takes for share in turn.deal.shares) == 1)
        passed = dict(plan.decisions.circles[plan.decisions.circle[found.row.at]].passed)
        assert {rep: why[0].why for rep, why in turn.visits[-1].members if why} == passed
    elif turn.by_turns:
        assert all(why for visit in turn.visits for _, why in visit.members)


def _the_truths_lead_to_the_rule(found: Explanation, plan: Plan) -> None:
    row, rule = found.row.at, int(plan.matches.rule[found.row.at])
    deciding = [one.rule for one in found.rules if one.verdict in {Verdict.MATCHED, Verdict.UNDECIDED_TAKEN}]
    assert deciding == ([rule] if rule >= 0 else [])
    for one in found.rules:
        own = plan.rulebook.rules[one.rule]
        assert (one.trace is not None) == in_force(own, plan.now)
        if one.trace:
            assert [each.test for each in judged(one.trace)] == list(every_test(own.when))
            assert (one.trace.truth is Truth.YES) == (one.verdict is Verdict.MATCHED)
    if deciding:
        held = plan.matches.combinations[plan.matches.met[row]]
        trace = found.rules[-1].trace
        assert trace is not None
        assert tuple(at for at, each in enumerate(judged(trace)) if each.truth is Truth.YES) == held


def _balances_go_from_turn_to_turn(told: list[Explanation], plan: Plan) -> None:
    index = plan.roster.index
    held = {(account, index[who]): units for (account, who), units in plan.opening.balances.items()}
    for found in sorted(told, key=lambda one: one.number):
        deal = found.turn.deal if found.turn else None
        if deal is None:
            continue
        for share in deal.shares:
            assert held.get((deal.account, share.rep), 0) == share.before
            held[deal.account, share.rep] = share.balance
        held[deal.account, found.rep] = held.get((deal.account, found.rep), 0) - deal.price
        assert held[deal.account, found.rep] == deal.after
    closing = {(account, index[who]): units for (account, who), units in plan.closing.balances.items()}
    assert {key: units for key, units in held.items() if units} == closing


def test_worlds_have_every_outcome() -> None:
    seen = {outcome for number in range(40) for outcome in world(number).plan().decisions.outcome.tolist()}
    assert seen == set(Outcome) - {Outcome.INVALID}
