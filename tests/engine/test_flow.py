"""Where the leads of a plan went: every row on exactly one way, and the sums of the figures of a run."""

from __future__ import annotations

from leadroute.engine.flow import flow
from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome
from leadroute.model.rulebook import AssignRep, Reject, Review, Rule
from tests.build import book, holds, leads, plan, pool, roster, rule

LEADS = """
lead_id | city | phone
L1      | A    | +8613800001231
L2      | A    | +8613800001232
L3      | B    | +8613800001233
L4      | C    | +8613800001234
L5      | D    | +8613800001235
L6      | E    | +8613800001236
L7      | A    | +8613800001231
"""
RULES = book(
    pool("east", "R1 R2"),
    pool("west", "R3"),
    rule("east", holds("city", "eq", "A")),
    rule("west", holds("city", "eq", "B")),
    Rule("named", holds("city", "eq", "C"), AssignRep("R3")),
    Rule("out", holds("city", "eq", "D"), Reject()),
    Rule("look", holds("city", "eq", "none"), Review()),
)
PEOPLE = roster("R1 1", "R2 1", "R3 1")
DIRECT, EAST, WEST = ((Outcome.ASSIGNED, name) for name in ("", "east", "west"))


def test_rows_are_counted_from_rules_to_stations_and_on_to_reps() -> None:
    found = flow(plan(leads(LEADS), PEOPLE, RULES))
    assert found.to == {
        (DEFAULT, (Outcome.POOLED, "")): 1,
        (0, EAST): 2,
        (1, WEST): 1,
        (2, DIRECT): 1,
        (3, (Outcome.ARCHIVED, "")): 1,
    }
    assert found.on == {(EAST, 0): 1, (EAST, 1): 1, (WEST, 2): 1, (DIRECT, 2): 1}
    assert (found.of_rule(0), found.of_station(EAST), found.of_rep(2), found.before) == (2, 2, 2, 0)


def test_a_duplicate_goes_nowhere_but_is_counted() -> None:
    found = flow(plan(leads(LEADS), PEOPLE, RULES))
    assert dict(zip(Outcome, found.outcomes, strict=True)) == {
        Outcome.ASSIGNED: 4,
        Outcome.POOLED: 1,
        Outcome.REVIEW: 0,
        Outcome.DUPLICATE: 1,
        Outcome.INVALID: 0,
        Outcome.ARCHIVED: 1,
    }
    assert sum(found.to.values()) + 1 == sum(found.outcomes)
