"""A run that is taken back leaves no trace in what follows; one that others stand on stays, or they go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.commands.recall import since_of
from leadroute.ledger.undoing import given_back, hindrance, in_the_way, together
from leadroute.ledger.waiting import waiting_tables
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Fairness, MemoryPolicy, Scope
from tests.build import NOW, book, leads, nameless, owners, pool, received, roster, rule
from tests.ledger.build import correct, later, lead_of, new_ledger, run, undo

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rep import Opening

PEOPLE = roster("A 2 day=5", "B", "C month=9")
RULES = book(pool())
TWO = leads("lead_id|phone\n1|+8613800000001\n2|+8613800000002")
OTHERS = leads("lead_id|phone\n3|+8613800000003\n4|+8613800000004")


def opening(ledger: SqliteLedger) -> Opening:
    return ledger.opening(since_of(NOW.date(), MemoryPolicy().open_for))


def code(found: Diagnostic | None) -> str:
    return found.code if found else ""


@pytest.mark.parametrize("scope", list(Scope))
def test_the_state_after_a_run_and_its_undo_is_the_state_before(tmp_path: Path, scope: Scope) -> None:
    rules = book(pool("few", "A B"), pool("all"), rule("few", name="few"), fairness=Fairness(scope=scope))
    with new_ledger(tmp_path) as ledger:
        run(ledger, nameless(5), PEOPLE, rules)
        before = opening(ledger)
        made = run(ledger, leads("lead_id\nX1\nX2\nX3\nX4"), PEOPLE, rules)[1]
        assert opening(ledger) != before
        undo(ledger, made.number)
        assert opening(ledger) == before
        assert list(ledger.verify()) == []


def test_the_same_leads_are_dealt_out_again_as_if_nothing_had_been(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    who = nameless(4, company=["a", "b", "a", "c"])
    with new_ledger(tmp_path) as ledger, new_ledger(tmp_path / "clean") as clean:
        wrong, made = run(ledger, who, roster("C"), RULES)
        undo(ledger, made.number)
        again, afresh = run(ledger, who, PEOPLE, RULES)[0], run(clean, who, PEOPLE, RULES)[0]
    assert owners(wrong.plan) == ["C"] * 4
    assert owners(again.plan) == owners(afresh.plan)
    assert again.plan.decisions.reason.tolist() == afresh.plan.decisions.reason.tolist()
    assert again.plan.closing == afresh.plan.closing


def test_caps_of_the_day_are_free_again(tmp_path: Path) -> None:
    people = roster("A day=2")
    with new_ledger(tmp_path) as ledger:
        made = run(ledger, TWO, people, RULES)[1]
        assert received(run(ledger, OTHERS, people, RULES)[0].plan) == {"A": 0}
        undo(ledger, 2, made.number, now=later(hours=1))
        assert received(run(ledger, OTHERS, people, RULES, later(hours=2))[0].plan) == {"A": 2}


def test_leads_that_waited_wait_again_with_their_cells(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, roster("A left"), RULES)
        waiting = ledger.waiting(0)
        assert len(waiting) == 2
        given = run(ledger, TWO, roster("A"), RULES, later(days=1))[1]
        assert ledger.waiting(0) == []
        undo(ledger, given.number, now=later(days=2))
        assert ledger.waiting(0) == waiting
        (table,) = waiting_tables(ledger, 0)
        assert table.frame["phone"].tolist() == ["+8613800000001", "+8613800000002"]


def test_what_a_wrong_file_made_one_is_two_again(tmp_path: Path) -> None:
    wrong = leads("lead_id|phone|email\n1|+8613800000001|a@example.com\n2|+8613800000001|b@example.com")
    right = leads("lead_id|phone|email\n1|+8613800000001|a@example.com\n2|+8613800000002|b@example.com")
    with new_ledger(tmp_path) as ledger:
        made = run(ledger, wrong, PEOPLE, RULES)[1]
        undo(ledger, made.number)
        assert run(ledger, right, PEOPLE, RULES)[0].plan.decisions.outcome.tolist() == [Outcome.ASSIGNED] * 2


def test_a_lead_that_came_again_in_between_is_one_lead_afterwards(tmp_path: Path) -> None:
    """The second file brings a further key for a lead of the first; when that is undone, nobody has the lead twice."""
    with new_ledger(tmp_path) as ledger:
        made = run(ledger, leads("lead_id|phone\n1|+8613800000001"), PEOPLE, RULES)[1]
        both = leads("lead_id|phone|email\n9|+8613800000001|a@example.com\n10||b@example.com")
        between = run(ledger, both, PEOPLE, RULES, later(hours=1))[0]
        assert between.plan.decisions.reason.tolist() == [Reason.EARLIER_LEAD, Reason.RULE]
        assert ledger.later(made.number) == []
        undo(ledger, made.number, now=later(hours=2))
        again = run(ledger, leads("lead_id|phone\n1|+8613800000001"), PEOPLE, RULES, later(hours=3))[0]
        assert again.plan.decisions.reason.tolist() == [Reason.RULE]
        last = run(ledger, both, PEOPLE, RULES, later(hours=4))[0]
        assert last.plan.decisions.reason.tolist() == [Reason.EARLIER_LEAD, Reason.KNOWN]


def test_a_correction_that_is_taken_back_gives_lead_and_price_back(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, roster("A", "B"), RULES)
        before, stood = opening(ledger), lead_of(ledger, "1")
        made = correct(ledger, {"1": "B"}, later(hours=1))
        assert lead_of(ledger, "1").rep == "B"
        undo(ledger, made.number, now=later(hours=2))
        assert lead_of(ledger, "1") == stood
        assert opening(ledger) == before
        assert ledger.overrides() == {}


def test_later_runs_with_other_leads_are_not_in_the_way(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, PEOPLE, RULES)
        run(ledger, OTHERS, PEOPLE, RULES, later(hours=1))
        assert in_the_way(1, ledger.later) is None
        assert together(1, ledger.later) == (1,)
        undo(ledger, 1, now=later(hours=2))
        assert received(run(ledger, OTHERS, PEOPLE, RULES, later(hours=3))[0].plan) == {"A": 0, "B": 0, "C": 0}


def test_a_run_that_took_leads_out_of_the_open_pool_is_in_the_way(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, roster("A left"), RULES)
        run(ledger, TWO, roster("A"), RULES, later(days=1))
        stop = in_the_way(1, ledger.later)
        assert code(stop) == "LR733"
        assert stop is not None
        assert stop.facts == {"run": "1", "runs": "2", "leads": "2", "all": "2"}


def test_so_is_one_that_gave_out_again_what_somebody_left_behind_and_a_correction(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, roster("A", "B left"), RULES)
        run(ledger, OTHERS, roster("A", "B left"), RULES, later(hours=1))
        run(ledger, TWO, roster("A left", "B"), RULES, later(days=1))
        correct(ledger, {"3": "B"}, later(days=2))
        assert [code(in_the_way(number, ledger.later)) for number in (1, 2, 3, 4)] == ["LR733", "LR733", "", ""]
        assert [together(number, ledger.later) for number in (1, 2)] == [(3, 1), (4, 2)]


def test_what_was_taken_back_is_in_nobodys_way(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, roster("A", "B"), RULES)
        made = correct(ledger, {"1": "B"}, later(hours=1))
        assert code(in_the_way(1, ledger.later)) == "LR733"
        undo(ledger, made.number, now=later(hours=2))
        assert in_the_way(1, ledger.later) is None


def test_dependence_goes_on_from_run_to_run(tmp_path: Path) -> None:
    """Run 2 decides a lead of run 1 and others; run 3 decides one of those others, and none of run 1."""
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|phone\n1|+8613800000001"), roster("A left"), RULES)
        run(ledger, TWO, roster("A", "B left"), RULES, later(days=1))
        correct(ledger, {"2": "B"}, later(days=2))
        assert ledger.later(1) == [(2, 1)]
        assert together(1, ledger.later) == (3, 2, 1)
        before = opening(ledger)
        undo(ledger, 3, 2, 1, now=later(days=3))
        assert opening(ledger).balances == {}
        assert before != opening(ledger)
        assert ledger.waiting(0) == []


@pytest.mark.parametrize(("number", "expected"), [(1, "LR731"), (2, "LR732"), (3, ""), (4, "LR730"), (0, "LR730")])
def test_what_can_be_taken_back(tmp_path: Path, number: int, expected: str) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, TWO, PEOPLE, RULES)
        undo(ledger, 1)
        run(ledger, OTHERS, PEOPLE, RULES)
        assert code(hindrance(number, ledger.runs())) == expected


def test_how_leads_would_stand_without_a_run(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|phone\n1|+8613800000001"), roster("A left"), RULES)
        run(ledger, TWO, roster("A"), RULES, later(days=1))
        assert ledger.without([2]) == {None: 1, Outcome.POOLED: 1}
        assert ledger.without([1, 2]) == {None: 2}


def test_what_a_rep_gives_back(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, nameless(1), roster("A", "B"), RULES)
        balances = opening(ledger).balances
        made = undo(ledger, 1)
        back = given_back([line for _, line in ledger.entries(run=made.number)], balances)
    assert [(one.rep, one.leads, one.after) for one in back] == [("A", 1, 0), ("B", 0, 0)]
    assert back[0].before == -back[1].before == balances["", "A"]
