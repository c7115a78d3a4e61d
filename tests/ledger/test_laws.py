"""The laws that only a memory can keep: fair across runs, the same lead once, nothing changed behind our backs."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rep import Caps
from leadroute.model.rulebook import MemoryPolicy, Reenter
from tests.build import book, leads, nameless, owners, plan, pool, received, rep, roster, rule
from tests.ledger.build import later, new_ledger, run, some

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads

NO_WAITING = MemoryPolicy(reenter=Reenter.NEVER)


def in_runs(folder: Path, cuts: list[int], who: Leads, people: Roster, rules: Rulebook) -> list[str]:
    """The owners of leads given out in several runs, cut at these places."""
    with new_ledger(folder) as ledger:
        edges = [0, *sorted(cuts), len(who)]
        parts = [run(ledger, some(who, first, last), people, rules)[0] for first, last in pairwise(edges)]
        assert list(ledger.verify()) == []
    return [owner for part in parts for owner in owners(part.plan)]


def test_thirty_runs_of_one_lead_give_three_equal_reps_ten_each(tmp_path: Path) -> None:
    people, rules = roster("A", "B", "C"), book(pool())
    got = in_runs(tmp_path, list(range(1, 30)), nameless(30), people, rules)
    assert {who: got.count(who) for who in "ABC"} == {"A": 10, "B": 10, "C": 10}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cuts=st.lists(st.integers(0, 40), max_size=6), cap=st.sampled_from([3, 9, 50]), weight=st.sampled_from(["1", "2.5"])
)
def test_a_cut_into_runs_changes_no_owner(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], cap: int, weight: str
) -> None:
    who = nameless(40, company=[f"company {at % 17}" for at in range(40)], product=["x", "y"] * 20)
    people = roster(f"A {weight} day={cap}", "B", "C 1.5", f"D month={cap}")
    rules = book(pool("all"), pool("few", "A B"), rule("few", name="few"), memory=NO_WAITING)
    whole = owners(plan(who, people, rules))
    assert in_runs(tmp_path_factory.mktemp("cut"), cuts, who, people, rules) == whole


def test_the_same_leads_again_take_no_turn_and_keep_their_owner(tmp_path: Path) -> None:
    who = leads("lead_id|phone|company\n1|+8613800000001|a\n2|+8613800000002|b\n3|+8613800000003|c")
    people, rules = roster("A", "B"), book(pool())
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, who, people, rules)
        again, _ = run(ledger, who, people, rules, later(hours=1))
        assert again.plan.known is not None
        assert set(again.plan.decisions.outcome.tolist()) == {Outcome.DUPLICATE}
        assert set(again.plan.decisions.reason.tolist()) == {Reason.KNOWN}
        assert again.plan.known.rep.tolist() == first.plan.decisions.rep.tolist()
        assert again.plan.closing.balances == first.plan.closing.balances


def test_a_lead_is_recognised_by_any_key_it_was_merged_with(tmp_path: Path) -> None:
    both = leads("lead_id|phone|email\n1|+8613800000001|\n2|+8613800000001|a@example.com")
    by_mail = leads("lead_id|phone|email\n9||a@example.com\n10||b@example.com")
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, both, roster("A", "B"), book(pool()))
        again, _ = run(ledger, by_mail, roster("A", "B"), book(pool()), later(days=1))
    assert again.plan.decisions.reason.tolist() == [Reason.EARLIER_LEAD, Reason.RULE]
    assert again.plan.known is not None
    assert again.plan.known.rep[0] == first.plan.decisions.rep[0]


def test_a_key_that_too_many_companies_share_over_the_runs_finds_nobody(tmp_path: Path) -> None:
    people, rules = roster("A", "B"), book(pool())
    with new_ledger(tmp_path) as ledger:
        reasons = []
        for day, who in enumerate("abcd"):
            row = leads(f"lead_id|phone|company|contact\n{day}|+8613800000001|firm {who}|person {who}")
            reasons += run(ledger, row, people, rules, later(days=day))[0].plan.decisions.reason.tolist()
    assert reasons == [Reason.RULE, Reason.EARLIER_LEAD, Reason.RULE, Reason.RULE]


def test_two_rows_that_only_the_ledger_knows_for_one_lead_are_decided_once(tmp_path: Path) -> None:
    first = leads("lead_id|phone|email\n1|+8613800000001|a@example.com")
    apart = leads("lead_id|phone|email\n2|+8613800000001|\n3||a@example.com")
    rules = book(pool(), memory=MemoryPolicy(known_for=timedelta(days=30)))
    with new_ledger(tmp_path) as ledger:
        run(ledger, first, roster("A", "B"), rules)
        again, _ = run(ledger, apart, roster("A", "B"), rules, later(days=31))
    assert again.plan.decisions.reason.tolist() == [Reason.RULE, Reason.EARLIER_LEAD]
    assert sum(received(again.plan).values()) == 1


def test_the_very_same_row_is_the_lead_it_was_whatever_shared_its_keys_since(tmp_path: Path) -> None:
    both = leads("lead_id|phone|email\n1|+8613800000001|a@example.com\n2|+8613800000002|b@example.com")
    between = leads("lead_id|phone|email\n3|+8613800000001|b@example.com")
    people, rules = roster("A", "B"), book(pool())
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, both, people, rules)
        run(ledger, between, people, rules, later(hours=1))
        run(ledger, nameless(1), people, rules, later(hours=2))
        again, _ = run(ledger, some(both, 1, 2), people, rules, later(hours=3))
    assert owners(first.plan) == ["A", "B"]
    assert again.plan.known is not None
    assert people.reps[again.plan.known.rep[0]].id == "B"


@pytest.mark.parametrize(("days", "reason"), [(29, Reason.EARLIER_LEAD), (31, Reason.RULE)])
def test_a_decision_holds_as_long_as_the_rulebook_says(tmp_path: Path, days: int, reason: Reason) -> None:
    rules = book(pool(), memory=MemoryPolicy(known_for=timedelta(days=30)))
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|phone\n1|+8613800000001"), roster("A"), rules)
        again, _ = run(ledger, leads("lead_id|phone\n2|+8613800000001"), roster("A"), rules, later(days=days))
    assert again.plan.decisions.reason.tolist() == [reason]


def test_a_lead_of_somebody_who_left_is_given_out_again(tmp_path: Path) -> None:
    who = leads("lead_id|phone\n1|+8613800000001")
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, who, roster("A", "B"), book(pool()))
        assert owners(first.plan) == ["A"]
        again, _ = run(ledger, who, roster("A left", "B"), book(pool()), later(days=1))
    assert owners(again.plan) == ["B"]


def test_a_company_stays_with_its_rep_across_runs(tmp_path: Path) -> None:
    people, rules = roster("A", "B"), book(pool())
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, leads("lead_id|company\n1|firm a\n2|firm b"), people, rules)
        again, _ = run(ledger, leads("lead_id|company\n3|firm b\n4|firm b\n5|firm a"), people, rules, later(days=1))
    assert owners(first.plan) == ["A", "B"]
    assert owners(again.plan) == ["B", "B", "A"]


@pytest.mark.parametrize(
    ("cap", "span", "got"),
    [("day", 1, 2), ("day", 0, 0), ("week", 6, 0), ("week", 7, 2), ("month", 7, 0), ("month", 8, 2)],
)
def test_caps_count_over_runs(tmp_path: Path, cap: str, span: int, got: int) -> None:
    """The first run is on Monday, 23 November."""
    people = roster(rep(f"A {cap}=2"))
    with new_ledger(tmp_path) as ledger:
        run(ledger, nameless(2), people, book(pool()))
        fresh = leads("lead_id\nX1\nX2\nX3")
        assert received(run(ledger, fresh, people, book(pool()), later(days=span))[0].plan) == {"A": got}


def test_a_cap_of_the_pool_counts_what_those_got_who_are_gone(tmp_path: Path) -> None:
    rules = book(pool(total=Caps(day=3)))
    with new_ledger(tmp_path) as ledger:
        run(ledger, nameless(2), roster("A", "B"), rules)
        again, _ = run(ledger, leads("lead_id\nX1\nX2\nX3"), roster("B"), rules, later(hours=1))
    assert received(again.plan) == {"B": 1}


def test_a_new_rep_and_one_who_comes_back_leave_the_balances_of_others_alone(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        first, _ = run(ledger, nameless(7), roster("A 3", "B", "C"), book(pool()))
        none = run(ledger, nameless(0), roster("A 2", "B", "D"), book(pool()), later(days=1))[0]
    before, after = first.plan.closing.balances, none.plan.closing.balances
    assert {key: after.get(key, 0) for key in before} == dict(before)
