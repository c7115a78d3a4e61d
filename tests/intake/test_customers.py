from __future__ import annotations

from dataclasses import replace

import pytest

from leadroute.engine.arrange import surroundings
from leadroute.engine.make_plan import make_plan
from leadroute.engine.plan import Case, Plan, Setting
from leadroute.intake.customers import customer_column, match_customers, unknown_owners
from leadroute.intake.dedupe import find_duplicates
from leadroute.intake.leads import gather_leads
from leadroute.intake.score import score_leads
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rep import Opening, Roster
from leadroute.model.rulebook import Conflict, CustomerPolicy, OwnerAway, Rulebook
from tests.build import NOW, book, leads, owners, pool, roster
from tests.build_tables import table

KNOWN = """company | credit_code | phone | owner
acme | 91A | 111 | A
beta | 91B | 222 | B
beta | 91C | 333 | A"""


def run(table: str, people: Roster, policy: CustomerPolicy, members: str = "Z") -> Plan:
    some, rules = leads(table), replace(book(pool("rest", members)), customers=policy)
    found = match_customers(some, leads(KNOWN), people, policy)
    scored, scores = score_leads(
        some.with_columns(customer=customer_column(found)), rules.score, surroundings(people, NOW)
    )
    case = Case(scored, find_duplicates(scored, rules.duplicates), found, scores)
    return make_plan(case, Setting(rules, people, Opening(), NOW))


def outcome(made: Plan) -> tuple[str, Outcome, Reason]:
    decisions = made.decisions
    return owners(made)[0], Outcome(int(decisions.outcome[0])), Reason(int(decisions.reason[0]))


PEOPLE = roster("A deputy=D", "B", "D", "Z")
AWAY = roster("A left deputy=D", "B", "D", "Z")


def test_the_first_key_of_the_match_order_that_hits_decides() -> None:
    some = leads("credit_code | company | phone\n91B | acme | 111\n | acme | 222\n | x | 222\n | x |")
    found = match_customers(some, leads(KNOWN), PEOPLE, CustomerPolicy(match=("credit_code", "company", "phone")))
    assert found.customer.tolist() == [1, 0, 1, -1]
    assert found.by.tolist() == [0, 1, 2, -1]


@pytest.mark.parametrize(
    ("lead", "customer"),
    [
        ("13800001235", 0),
        ("13800001239 / 13800001235", 0),
        ("13800001235 / 13800001237", 0),
        ("13800001237 / 13800001235", 1),
        ("13800001239 / 13800001238", -1),
    ],
)
def test_every_number_of_a_cell_finds_the_customer_and_the_one_used_comes_first(lead: str, customer: int) -> None:
    asked, _ = gather_leads([table(f"手机号\n{lead}")], Rulebook())
    known, _ = gather_leads(
        [table("公司 | 手机号 | 负责人\n甲 | 13800001234 / 13800001235 | A\n乙 | 13800001237 | B")], Rulebook()
    )
    found = match_customers(asked, known, PEOPLE, CustomerPolicy(match=("phone",)))
    assert found.customer.tolist() == [customer]
    assert found.conflict.tolist() == [False]


def test_a_second_number_of_two_owners_is_disputed() -> None:
    asked, _ = gather_leads([table("手机号\n13800001235")], Rulebook())
    drawn = "公司 | 手机号 | 负责人\n甲 | 13800001234 / 13800001235 | A\n乙 | 13800001235 | B"
    found = match_customers(asked, gather_leads([table(drawn)], Rulebook())[0], PEOPLE, CustomerPolicy(("phone",)))
    assert (found.customer.tolist(), found.conflict.tolist()) == ([1], [True])


def test_the_owner_gets_the_lead_and_it_costs_no_turn() -> None:
    made = run("lead_id | company\n1 | acme", PEOPLE, CustomerPolicy())
    assert outcome(made) == ("A", Outcome.ASSIGNED, Reason.CUSTOMER_OWNER)
    assert sum(made.closing.balances.values()) == 0
    assert [line.free for line in made.lines] == [1]


@pytest.mark.parametrize(("charge", "expected"), [(True, ["A", "A", "B", "B"]), (False, ["A", "A", "A", "B"])])
def test_what_an_owner_is_charged_for_is_made_up_to_the_others(*, charge: bool, expected: list[str]) -> None:
    table = "lead_id | phone\n1 | 111\n2 | 333\n3 | 888\n4 | 999"
    policy = CustomerPolicy(match=("phone",), charge=charge)
    assert sorted(owners(run(table, PEOPLE, policy, "A B"))) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (OwnerAway.DEPUTY, ("D", Outcome.ASSIGNED, Reason.CUSTOMER_DEPUTY)),
        (OwnerAway.POOL, ("Z", Outcome.ASSIGNED, Reason.RULE)),
        (OwnerAway.REVIEW, ("", Outcome.REVIEW, Reason.CUSTOMER_OWNER_AWAY)),
    ],
)
def test_an_absent_owner_is_replaced_as_the_rulebook_says(
    policy: OwnerAway, expected: tuple[str, Outcome, Reason]
) -> None:
    assert outcome(run("lead_id | company\n1 | acme", AWAY, CustomerPolicy(owner_away=policy))) == expected


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (Conflict.REVIEW, ("", Outcome.REVIEW, Reason.CUSTOMER_CONFLICT)),
        (Conflict.POOL, ("Z", Outcome.ASSIGNED, Reason.RULE)),
        (Conflict.FIRST, ("B", Outcome.ASSIGNED, Reason.CUSTOMER_OWNER)),
    ],
)
def test_several_owners_of_one_name_are_a_conflict(policy: Conflict, expected: tuple[str, Outcome, Reason]) -> None:
    assert outcome(run("lead_id | company\n1 | beta", PEOPLE, CustomerPolicy(conflict=policy))) == expected


def test_owners_who_are_not_on_the_roster_are_named() -> None:
    assert unknown_owners(leads(KNOWN), roster("A")) == ((1, "B"),)
