"""What rules do with a lead: the first that holds, its dates, its action, and what a blank counts as."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import (
    ALWAYS,
    All,
    AssignPool,
    AssignRep,
    Demand,
    Lane,
    OnMissing,
    Reject,
    Review,
    Rule,
    ToOpenPool,
)
from tests.build import book, holds, leads, nameless, owners, plan, pool, roster, rule

EAST, WEST = pool("east", "A"), pool("west", "B")
PEOPLE = roster("A", "B", "C")


def decided(made: object) -> list[tuple[Outcome, Reason]]:
    decisions = made.decisions  # type: ignore[attr-defined]
    return [
        (Outcome(outcome), Reason(reason))
        for outcome, reason in zip(decisions.outcome.tolist(), decisions.reason.tolist(), strict=True)
    ]


def test_the_first_rule_that_holds_decides_and_the_default_takes_the_rest() -> None:
    rules = book(EAST, WEST, rule("east", holds("source", "eq", "web")), rule("west", holds("source", "ne", "fair")))
    made = plan(leads("lead_id | source\n1 | web\n2 | phone\n3 | fair"), PEOPLE, rules)
    assert owners(made) == ["A", "B", ""]
    assert made.matches.rule.tolist() == [0, 1, -1]
    assert decided(made)[2] == (Outcome.POOLED, Reason.NO_RULE)


@pytest.mark.parametrize(
    ("rule_", "owner"),
    [
        (rule("east"), "A"),
        (rule("east", enabled=False), ""),
        (rule("east", start=datetime.fromisoformat("2026-11-24")), ""),
        (rule("east", start=datetime.fromisoformat("2026-11-23")), "A"),
        (rule("east", end=datetime.fromisoformat("2026-11-23T09:00")), ""),
        (rule("east", weekdays=frozenset({1})), "A"),
        (rule("east", weekdays=frozenset({6, 7})), ""),
    ],
)
def test_rules_can_be_disabled_dated_and_kept_to_weekdays(rule_: Rule, owner: str) -> None:
    made = plan(nameless(1), PEOPLE, book(EAST, rule_))
    assert owners(made) == [owner]


@pytest.mark.parametrize(
    ("policy", "outcome"),
    [
        (OnMissing.NO_MATCH, (Outcome.POOLED, Reason.NO_RULE)),
        (OnMissing.MATCH, (Outcome.ASSIGNED, Reason.RULE)),
        (OnMissing.REVIEW, (Outcome.REVIEW, Reason.MISSING_VALUE)),
    ],
)
def test_a_rule_says_what_an_unknown_condition_counts_as_and_it_is_counted(
    policy: OnMissing, outcome: tuple[Outcome, Reason]
) -> None:
    rules = book(EAST, rule("east", holds("industry", "eq", "steel"), on_missing=policy))
    made = plan(leads("lead_id | industry\n1 |"), PEOPLE, rules)
    assert decided(made) == [outcome]
    assert made.matches.unknown == (1,)
    assert made.matches.missing == {(0, "industry"): 1}
    assert made.matches.combinations[made.matches.met[0]] == ()


def test_fields_found_missing_are_counted_in_the_order_of_the_rule() -> None:
    names = ("source", "industry", "country", "city", "title", "budget")
    rules = book(EAST, rule("east", All(tuple(holds(name, "eq", "x") for name in names))))
    made = plan(leads(f"lead_id | {' | '.join(names)}\n1 | | | | | |"), PEOPLE, rules)
    assert list(made.matches.missing) == [(0, name) for name in names]


@pytest.mark.parametrize(
    ("action", "outcome"),
    [
        (ToOpenPool("later"), (Outcome.POOLED, Reason.RULE_OPEN_POOL)),
        (Reject("spam"), (Outcome.ARCHIVED, Reason.REJECTED)),
        (Review("boss"), (Outcome.REVIEW, Reason.RULE_REVIEW)),
        (AssignRep("C"), (Outcome.ASSIGNED, Reason.NAMED_REP)),
    ],
)
def test_actions(action: Reject, outcome: tuple[Outcome, Reason]) -> None:
    made = plan(nameless(1), PEOPLE, book(EAST, Rule("it", ALWAYS, action)))
    assert decided(made) == [outcome]


def test_a_review_with_a_suggestion_reserves_the_turn() -> None:
    reviewed = Rule("big", holds("source", "eq", "big"), Review("boss", "all"))
    rules = book(pool(), reviewed, rule())
    made = plan(leads("lead_id | source\n1 | big\n2 | x"), roster("A", "B"), rules)
    assert owners(made) == ["A", "B"]
    assert decided(made)[0] == (Outcome.REVIEW, Reason.RULE_REVIEW)


@pytest.mark.parametrize(
    ("people", "owner", "reason"),
    [
        (roster("A deputy=B", "B"), "A", Reason.NAMED_REP),
        (roster("A left deputy=B", "B"), "B", Reason.DEPUTY),
        (roster("A left deputy=B", "B left", "C"), "C", Reason.OVERFLOW),
        (roster("A left"), "", Reason.ALL_AWAY),
    ],
)
def test_a_named_rep_who_is_away_is_replaced_by_the_deputy_then_the_pool(
    people: object, owner: str, reason: Reason
) -> None:
    rules = book(pool(), Rule("vip", ALWAYS, AssignRep("A", "all")))
    made = plan(nameless(1), people, rules)  # type: ignore[arg-type]
    assert (owners(made), decided(made)[0][1]) == ([owner], reason)


def test_leads_older_than_a_rule_takes_wait_in_the_open_pool() -> None:
    rules = book(EAST, rule("east", max_age=timedelta(days=30)))
    made = plan(leads("lead_id | created_at\n1 | 2026-09-01\n2 | 2026-11-20\n3 |"), PEOPLE, rules)
    assert [reason for _, reason in decided(made)] == [Reason.TOO_OLD, Reason.RULE, Reason.RULE]


def test_a_requirement_compares_the_lead_with_each_rep() -> None:
    people = roster("A provinces=上海,江苏", "B provinces=广东", "C")
    local = AssignPool("all", require=(Demand("provinces", field="province"),))
    made = plan(
        leads("lead_id | province\n1 | 广东\n2 | 江苏\n3 | 西藏\n4 |"),
        people,
        book(pool(), Rule("local", ALWAYS, local)),
    )
    assert owners(made) == ["B", "A", "", ""]
    assert decided(made)[2] == (Outcome.POOLED, Reason.NO_ELIGIBLE)


def test_a_preference_comes_first_but_nobody_starves() -> None:
    people = roster("A skills=英语", "B", "C")
    liked = AssignPool("all", prefer=(Demand("skills", values=("英语",)),))
    made = plan(nameless(30), people, book(pool(), Rule("liked", ALWAYS, liked)))
    got = owners(made)
    assert got[0] == "A"
    assert all(9 <= got.count(who) <= 11 for who in "ABC")


def test_lanes_go_first_then_score_then_the_oldest() -> None:
    rules = book(pool(), rule(), lanes=(Lane("vip", holds("source", "eq", "vip"), frozenset({"day"})),))
    made = plan(
        leads("lead_id | source | created_at\n1 | x | 2026-11-20\n2 | x | 2026-11-01\n3 | vip | 2026-11-22"),
        roster("A day=1"),
        rules,
    )
    assert made.decisions.turn.tolist() == [2, 1, 0]
    assert owners(made) == ["", "", "A"]


def test_an_exempt_lane_is_not_bound_by_the_cap_but_counts_towards_it() -> None:
    rules = book(pool(), rule(), lanes=(Lane("vip", holds("source", "eq", "vip"), frozenset({"day"})),))
    made = plan(leads("lead_id | source\n1 | vip\n2 | vip\n3 | x"), roster("A day=1"), rules)
    assert owners(made) == ["A", "A", ""]
