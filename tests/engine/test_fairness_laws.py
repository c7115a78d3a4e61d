"""Each law on a plan that keeps it and on one that breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest

from leadroute.engine.fairness import verify
from leadroute.model.rep import Caps, Leave, Opening, Status
from leadroute.model.rulebook import ALWAYS, Lane, Members, Pool
from tests.build_report import NOW, book, plan, rep, roster

if TYPE_CHECKING:
    from leadroute.engine.plan import Plan

PAIR = roster(rep("R1"), rep("R2"))
EAST = book({"east": "R1 R2"})
ROWS = "3* a.csv A rule R1 east\n3* a.csv - rule R2 east\na.csv - no_rule\na.csv - same_lead\na.csv - customer_owner R2"


def good() -> Plan:
    return plan(PAIR, EAST, ROWS)


def test_a_good_plan_breaks_no_law() -> None:
    assert verify(good()) == ()


def test_an_empty_plan_breaks_no_law() -> None:
    assert verify(plan(PAIR, EAST, "")) == ()


@pytest.mark.parametrize(
    ("column", "row", "value"),
    [
        ("outcome", 0, 9),  # no such outcome
        ("outcome", 0, 3),  # a duplicate by rule
        ("reason", 7, 0),  # a duplicate has the reason of an assigned row
        ("reason", 0, 19),  # no such reason
        ("rep", 6, 1),  # pooled, yet owned
        ("rep", 8, -1),  # assigned to nobody
    ],
)
def test_rows_must_be_conserved(column: str, row: int, value: int) -> None:
    broken = good()
    getattr(broken.decisions, column)[row] = value
    assert "conservation" in verify(broken)


def test_a_lost_row_is_found() -> None:
    broken = good()
    lost = replace(broken.decisions, outcome=broken.decisions.outcome[:-1])
    assert "conservation" in verify(replace(broken, decisions=lost))


def test_balances_must_add_up_to_zero_exactly() -> None:
    broken = good()
    off = {**broken.closing.balances, ("", "R1"): broken.closing.balances["", "R1"] + 1}
    assert verify(replace(broken, closing=replace(broken.closing, balances=off))) == ("zero_sum", "accounts_add_up")


def test_balances_must_follow_from_what_was_earned_and_paid() -> None:
    broken = good()
    swapped = {("", "R1"): 5, ("", "R2"): -5}
    assert verify(replace(broken, closing=replace(broken.closing, balances=swapped))) == ("accounts_add_up",)


def test_lines_must_agree_with_the_decisions() -> None:
    broken = good()
    broken.decisions.circle[0] = -1
    assert "accounts_add_up" in verify(broken)


@pytest.mark.parametrize("status", [Status.LEFT, Status.INACTIVE])
def test_who_is_gone_gets_nothing(status: Status) -> None:
    assert verify(plan(roster(rep("R1"), rep("R2", status=status)), EAST, ROWS)) == ("no_absent_owner",)


def test_who_is_on_leave_gets_not_even_a_reserved_turn() -> None:
    away = roster(rep("R1"), rep("R2"), leaves=[Leave("R2", NOW, NOW + timedelta(hours=4))])
    assert verify(plan(away, EAST, "a.csv - rule_review R2 east")) == ("no_absent_owner",)
    assert verify(plan(away, EAST, "a.csv - rule_review R1 east")) == ()


def test_now_may_carry_its_zone() -> None:
    away = roster(rep("R1"), rep("R2"), leaves=[Leave("R2", NOW, NOW + timedelta(hours=4))])
    moment = (NOW - timedelta(hours=8)).replace(tzinfo=UTC)  # the same moment as NOW in Shanghai
    assert verify(plan(away, EAST, "a.csv - rule R2 east", now=moment)) == ("no_absent_owner",)


def test_a_pool_may_give_weight_to_a_paused_rep() -> None:
    assert verify(plan(roster(rep("R1"), rep("R2", weight="0")), EAST, "a.csv - rule R2 east")) == ()


@pytest.mark.parametrize(
    ("caps", "opening", "kept"),
    [
        (Caps(day=3), Opening(), True),
        (Caps(day=2), Opening(), False),
        (Caps(day=4), Opening(taken={("R1", "day"): 2}), False),
        (Caps(open=5), Opening(open={"R1": 2}), True),
        (Caps(open=5), Opening(open={"R1": 3}), False),
    ],
)
def test_own_caps(caps: Caps, opening: Opening, *, kept: bool) -> None:
    people = roster(rep("R1", caps=caps), rep("R2"))
    assert verify(plan(people, EAST, ROWS, opening=opening)) == (() if kept else ("caps",))


@pytest.mark.parametrize(
    ("caps", "total", "kept"),
    [
        (Caps(day=3), Caps(), True),
        (Caps(day=2), Caps(), False),
        (Caps(open=4), Caps(), True),
        (Caps(open=2), Caps(), False),
        (Caps(), Caps(week=6), True),
        (Caps(), Caps(week=5), False),
    ],
)
def test_caps_of_a_pool(caps: Caps, total: Caps, *, kept: bool) -> None:
    east = Pool("east", Members(named=("R1", "R2")), caps=caps, total=total)
    assert verify(plan(PAIR, book({"east": east}), ROWS)) == (() if kept else ("caps",))


def test_what_was_over_its_cap_before_the_run_is_no_fault_of_the_run() -> None:
    people = roster(rep("R1", caps=Caps(open=5), open_leads=9), rep("R2"))
    assert verify(plan(people, EAST, "2* a.csv - rule R2 east")) == ()
    assert verify(plan(people, EAST, "2* a.csv - rule R1 east")) == ("caps",)


def test_an_exempt_lane_may_pass_a_cap_but_counts() -> None:
    people = roster(rep("R1", caps=Caps(day=1)), rep("R2"))
    rules = book({"east": "R1 R2"}, lanes=(Lane("vip", ALWAYS, frozenset({"day"})),))
    made = plan(people, rules, "3* a.csv - rule R1 east")
    made.decisions.lane[1:] = 0
    assert verify(made) == ()
    made.decisions.lane[:] = [0, 1, 0]
    assert verify(made) == ("caps",)
