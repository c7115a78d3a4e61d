"""A lead cut out of its run is decided as in the run: what if questions may be asked of it alone."""

from __future__ import annotations

from hypothesis import given, settings

from leadroute.engine.arrange import arrange
from leadroute.engine.explain.moment import moment_of
from leadroute.engine.make_plan import make_plan
from tests.engine.explain.worlds import World, worlds


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_alone_at_its_turn_a_lead_goes_where_it_went(world: World) -> None:
    plan, arranged = world.plan(), arrange(world.case, world.setting)
    for row in range(len(plan.leads)):
        moment = moment_of(arranged, row)
        assert (moment is not None) == (plan.decisions.turn[row] >= 0)
        if moment:
            alone, decided = make_plan(*moment).decisions, plan.decisions
            assert alone.outcome[0] == decided.outcome[row]
            assert alone.rep[0] == decided.rep[row]
            assert alone.balance[0] == decided.balance[row]
            assert alone.reason[0] == decided.reason[row]
