"""A lead moved by hand takes its price along; what cost nothing moves for nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import recall, since_of
from leadroute.engine.account import UNIT
from leadroute.ledger.recording import record_of
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import ALWAYS, CustomerPolicy, Fairness, MemoryPolicy, Review, Rule, Scope
from tests.build import NOW, book, leads, owners, pool, received, rep, roster, rule
from tests.ledger.build import correct, later, lead_of, new_ledger, run

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.rep import Opening

PEOPLE = roster("A", "B", "C")
RULES = book(pool())
THREE = leads("lead_id|phone\n1|+8613800000001\n2|+8613800000002\n3|+8613800000003")


def opening(ledger: SqliteLedger, now: datetime = NOW) -> Opening:
    return ledger.opening(since_of(now.date(), MemoryPolicy().open_for))


def balances(ledger: SqliteLedger) -> dict[str, int]:
    return {who: units for (_, who), units in opening(ledger).balances.items()}


THIRD = 3 * (UNIT // 3)
"""The price of a lead that three equal reps could have had."""


def test_the_old_holder_gets_a_lead_back_and_the_new_one_pays_it(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        assert owners(run(ledger, THREE, PEOPLE, RULES)[0].plan) == ["A", "B", "C"]
        correct(ledger, {"1": "B"}, later(hours=1))
        assert balances(ledger) == {"A": THIRD, "B": -THIRD}
        assert opening(ledger).open == {"B": 2, "C": 1}
        after = run(ledger, leads("lead_id\n4\n5\n6"), PEOPLE, RULES, later(hours=2))[0]
        assert list(ledger.verify()) == []
    assert owners(after.plan) == ["A", "C", "A"]


def test_free_of_charge_the_lead_moves_and_no_balance(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, PEOPLE, RULES)
        correct(ledger, {"1": "B"}, later(hours=1), charge=False)
        assert balances(ledger) == {}
        assert opening(ledger).open == {"B": 2, "C": 1}
        correct(ledger, {"1": "C"}, later(hours=2))  # B never paid for it, so nothing can be given back
        assert balances(ledger) == {}
        assert opening(ledger).open == {"B": 1, "C": 2}


def test_a_lead_moved_twice_takes_its_price_along_twice(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, PEOPLE, RULES)
        correct(ledger, {"1": "B", "2": "A"}, later(hours=1))
        assert balances(ledger) == {}
        correct(ledger, {"1": "C"}, later(hours=2))
        assert balances(ledger) == {"B": THIRD, "C": -THIRD}
        assert lead_of(ledger, "1").rule == "to all"


def test_a_lead_nobody_had_changes_no_balance(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, roster("A left"), RULES)
        correct(ledger, {"2": "A"}, later(hours=1))
        assert balances(ledger) == {}
        assert opening(ledger).open == {"A": 1}
        assert len(ledger.waiting(0)) == 2
        correct(ledger, {"2": "B"}, later(hours=2))
        assert balances(ledger) == {"A": UNIT, "B": -UNIT}


def test_a_turn_kept_for_review_goes_to_whoever_gets_the_lead(tmp_path: Path) -> None:
    rules = book(pool(), Rule("look", ALWAYS, Review("boss", "all")))
    with new_ledger(tmp_path) as ledger:
        reviewed = run(ledger, THREE, PEOPLE, rules)[0]
        assert owners(reviewed.plan) == ["A", "B", "C"]
        correct(ledger, {"1": "A", "2": "C"}, later(hours=1))
        assert balances(ledger) == {"B": THIRD, "C": -THIRD}
        assert [lead_of(ledger, name).outcome for name in "123"] == [Outcome.ASSIGNED] * 2 + [Outcome.REVIEW]
        assert opening(ledger).open == {"A": 1, "C": 2}


@pytest.mark.parametrize(("charge", "units"), [(True, {"A": UNIT, "B": -UNIT}), (False, {})])
def test_a_customers_lead_costs_what_its_owner_paid(tmp_path: Path, *, charge: bool, units: dict[str, int]) -> None:
    """A lead of A's own customer: free for A as a rule, a turn where the rulebook says so."""
    rules = replace(RULES, customers=CustomerPolicy(charge=charge))
    known = leads("company|owner\nfirm a|A")
    who = leads("lead_id|company\n1|firm a")
    with new_ledger(tmp_path) as ledger:
        prepared = prepare(Gathered(rules, roster("A"), who, known, ()))
        past = recall(ledger, prepared, NOW)
        decided = decide(prepared, past, NOW)
        ledger.append(record_of(decided.plan, past.memory, {}), past.head)
        assert lead_of(ledger, "1").reason is Reason.CUSTOMER_OWNER
        correct(ledger, {"1": "B"}, later(hours=1))
        assert balances(ledger) == units
        assert opening(ledger).open == {"B": 1}


@pytest.mark.parametrize(("scope", "account"), [(Scope.GLOBAL, ""), (Scope.POOL, "pool:all"), (Scope.RULE, "rule:one")])
def test_the_price_goes_back_to_the_account_it_came_from(tmp_path: Path, scope: Scope, account: str) -> None:
    rules = book(pool(), rule("all", name="one"), fairness=Fairness(scope=scope))
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, PEOPLE, rules)
        correct(ledger, {"1": "B"}, later(hours=1))
        assert opening(ledger).balances == {(account, "A"): THIRD, (account, "B"): -THIRD}


def test_a_place_under_the_cap_of_that_day_is_free_again(tmp_path: Path) -> None:
    people, fresh = roster(rep("A day=1"), rep("B day=9")), leads("lead_id\n4")
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|phone\n1|+8613800000001"), people, book(pool("all", "A")))
        correct(ledger, {"1": "B"}, later(hours=1))
        assert opening(ledger).taken == {("B", day): 1 for day in ("day", "week", "month")}
        assert received(run(ledger, fresh, people, book(pool("all", "A")), later(hours=2))[0].plan)["A"] == 1


def test_a_correction_holds_for_the_lead_and_its_company(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, leads("lead_id|company|phone\n1|firm a|+8613800000001"), PEOPLE, RULES)
        correct(ledger, {"1": "C"}, later(hours=1))
        again = leads("lead_id|company|phone\n9|firm a|+8613800000001\n10|firm a|+8613800000009")
        made = run(ledger, again, PEOPLE, RULES, later(hours=2))[0].plan
    assert made.decisions.reason.tolist() == [Reason.EARLIER_LEAD, Reason.SAME_COMPANY]
    assert made.known is not None
    assert PEOPLE.reps[made.known.rep[0]].id == "C"
    assert owners(made)[1] == "C"


def test_overrides_are_counted_by_rule(tmp_path: Path) -> None:
    rules = book(pool(), rule("all", name="one"))
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, PEOPLE, rules)
        correct(ledger, {"1": "B", "2": "C"}, later(hours=1))
        correct(ledger, {"1": "A"}, later(hours=2))
        assert ledger.overrides() == {"one": 3}


def test_what_a_correction_leaves_behind_is_told_of_each_lead(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        run(ledger, THREE, PEOPLE, RULES)
        made = correct(ledger, {"1": "B", "3": "B"}, later(hours=1))
        assert made.facts["moves"] == [["A", THIRD, ""], ["C", THIRD, ""]]
        told = [(one.label, one.rep, one.reason, one.pool, one.turn) for one in ledger.decided(made.number)]
    assert told == [("1", "B", Reason.CORRECTED, "all", 0), ("3", "B", Reason.CORRECTED, "all", 1)]
