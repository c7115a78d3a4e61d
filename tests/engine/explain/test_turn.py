"""What a turn tells: who was asked, what stood in the way, what decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from leadroute.engine.account import UNIT
from leadroute.engine.arrange import arrange
from leadroute.engine.explain.retrace import turn_of
from leadroute.engine.explain.turn import By, Role, Turn
from leadroute.engine.plan import Setting
from leadroute.model.outcome import Passed
from leadroute.model.rep import Leave, Opening
from leadroute.model.rulebook import AssignRep, Demand, Strategy
from tests.build import NOW, book, case, nameless, pool, roster, rule

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads


def turn(row: int, who: Roster, rules: Rulebook, opening: Opening | None = None, some: Leads | None = None) -> Turn:
    """The turn of a row among leads that differ in nothing."""
    of = case(some or nameless(row + 1), who, rules)
    found = turn_of(arrange(of, Setting(rules, who, opening or Opening(), NOW)), row)
    assert found is not None
    return found


def by(found: Turn) -> By | None:
    """What decided."""
    return found.deal.by if found.deal else None


def obstacles(found: Turn, name: str, who: Roster) -> list[Passed]:
    """What stood in the way of a member of the last pool tried."""
    return [one.why for one in dict(found.visits[-1].members)[who.index[name]]]


@pytest.mark.parametrize(
    ("reps", "opening", "decided"),
    [
        (("A",), Opening(), By.ONLY),
        (("A 3", "B 1"), Opening(), By.BALANCE),
        (("A", "B"), Opening(), By.ROSTER),
        (("A", "B"), Opening(last={"A": 4}, sequence=5), By.LONGEST_WAIT),
    ],
)
def test_what_told_the_first_from_the_second(reps: tuple[str, ...], opening: Opening, decided: By) -> None:
    assert by(turn(0, roster(*reps), book(pool()), opening)) is decided


def test_a_strategy_ranks_before_the_account() -> None:
    who = roster("A open_leads=5", "B open_leads=1")
    found = turn(0, who, book(pool(strategy=Strategy.LEAST_LOADED)))
    assert by(found) is By.RANK
    assert [share.mark for share in found.deal.shares] == [1, 5]  # type: ignore[union-attr]


def test_a_preferred_rep_is_one_lead_ahead() -> None:
    who = roster("A", "B skills=s")
    rules = book(pool(prefer=(Demand("skills", values=("s",)),)))
    found = turn(0, who, rules)
    assert (found.rep, by(found)) == (1, By.PREFERENCE)


def test_balances_before_the_turn_are_those_the_earlier_leads_left() -> None:
    found = turn(2, roster("A 3", "B 1"), book(pool()))
    assert found.deal is not None
    held = {share.rep: share.before for share in found.deal.shares}
    assert held == {0: UNIT // 2, 1: -UNIT // 2}
    assert (found.rep, found.deal.after) == (0, UNIT // 4)


def test_every_obstacle_of_a_member_is_told_not_only_the_first() -> None:
    who = roster("A", "B 0 day=0 left", "C")
    away = Leave("C", datetime(2026, 11, 20), datetime(2026, 11, 25))  # noqa: DTZ001 - times on the wall
    who = replace(who, leaves=(away, Leave("C", datetime(2026, 1, 2), datetime(2026, 1, 3))))  # noqa: DTZ001
    rules = book(pool(require=(Demand("skills", values=("s",)),), when_full=("free",)), pool("free"))
    found = turn(0, who, rules)
    assert [visit.pool for visit in found.visits] == ["all", "free"]
    assert obstacles(found, "A", who) == []
    assert obstacles(found, "B", who) == [Passed.LEFT, Passed.PAUSED, Passed.CAP_DAY]
    assert dict(found.visits[-1].members)[2][0].leave == away
    first = dict(found.visits[0].members)[1]
    assert [one.why for one in first] == [Passed.NO_SKILL, Passed.LEFT, Passed.PAUSED, Passed.CAP_DAY]


def test_a_named_rep_is_asked_before_the_deputy_and_the_pool() -> None:
    who = roster("A left deputy=B", "B inactive", "C")
    rules = book(pool(), rule(), default=AssignRep("A"))
    rules = replace(rules, rules=(replace(rules.rules[0], action=AssignRep("A", "all")),))
    found = turn(0, who, rules)
    assert [(one.role, one.rep) for one in found.asked] == [(Role.NAMED, 0), (Role.DEPUTY, 1)]
    assert [[each.why for each in one.obstacles] for one in found.asked] == [[Passed.LEFT], [Passed.INACTIVE]]
    assert found.rep == 2


def test_the_rep_of_a_company_takes_its_next_lead_and_the_others_earn() -> None:
    some = nameless(2, company=["c", "c"])
    found = turn(1, roster("A", "B"), book(pool()), some=some)
    assert [(one.role, one.rep, one.obstacles) for one in found.asked] == [(Role.COMPANY, 0, ())]
    assert found.deal is not None
    assert (found.rep, found.deal.by, len(found.deal.shares)) == (0, None, 2)
    assert not found.by_turns
