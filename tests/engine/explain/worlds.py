"""Random small worlds: leads, reps, rules, customers and a past, for laws about explanations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from leadroute.engine.account import UNIT
from leadroute.engine.arrange import arrange
from leadroute.engine.explain.explanation import explain
from leadroute.engine.make_plan import make_plan
from leadroute.engine.plan import Case, Plan, Setting
from leadroute.model.rep import Caps, Leave, Opening
from leadroute.model.rulebook import (
    OPEN_POOL,
    All,
    AnyOf,
    AssignPool,
    AssignRep,
    CustomerPolicy,
    Demand,
    Fairness,
    NoneOf,
    OnMissing,
    OwnerAway,
    Reject,
    Review,
    Rule,
    Scope,
    Strategy,
    ToOpenPool,
)
from leadroute.tables.merges import CustomerMatches
from tests.build import NOW, book, case, holds, leads, pool, rep, roster

if TYPE_CHECKING:
    from leadroute.engine.explain.explanation import Explanation
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Action, Condition, Pool, Rulebook
    from leadroute.tables.leads import Leads

WHO = ("A", "B", "C", "D")
POOLS = ("east", "west")
FIELDS = {
    "province": ("", "上海", "北京"),
    "product": ("", "x", "y"),
    "company": ("", "c1", "c2", "c3"),
    "phone": ("", "", "", "1", "2"),
}
TESTS: list[Condition] = [
    *(holds(name, "eq", value) for name, values in FIELDS.items() for value in values if value),
    holds("product", "empty", operand=True),
    holds("product", "ne", "x", on_missing=OnMissing.MATCH),
    holds("employees", "gt", 50.0),
    holds("nowhere", "eq", "z"),
]


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What is decided, and by what."""

    case: Case
    setting: Setting

    def plan(self) -> Plan:
        """The plan of this world."""
        return make_plan(self.case, self.setting)

    def explain(self, row: int, plan: Plan | None = None) -> Explanation:
        """The explanation of a row."""
        return explain(plan or self.plan(), arrange(self.case, self.setting), row)


def worlds() -> st.SearchStrategy[World]:
    """Worlds by number: quicker to make than from choices of Hypothesis, of which each takes hundreds."""
    return st.integers(0, 2**32).map(world)


def world(number: int) -> World:
    """The world of a number."""
    dice = Random(number)  # noqa: S311 - examples, no secret
    people, made = _people(dice), _rulebook(dice)
    asked = case(_leads(dice), people, made)
    owners = [dice.choice([-2, -2, -1, 0, 1, 2, 3]) for _ in range(len(asked.leads))]
    return World(replace(asked, customers=_owned(owners)), Setting(made, people, _opening(dice), NOW))


def _condition(dice: Random, depth: int = 0) -> Condition:
    """A tree of tests that hold, fail or meet a blank."""
    if depth < 2 and dice.random() < 0.4:
        parts = tuple(_condition(dice, depth + 1) for _ in range(dice.randint(0, 3)))
        trees: list[Condition] = [All(parts), AnyOf(parts), NoneOf(parts)]
        return dice.choice(trees)
    return dice.choice(TESTS)


def _action(dice: Random) -> Action:
    target = dice.choice([*POOLS, OPEN_POOL])
    actions: list[Action] = [
        AssignPool(dice.choice(POOLS), dice.choice([(), (Demand("skills", values=("s",)),)])),
        AssignPool(dice.choice(POOLS)),
        AssignRep(dice.choice(WHO), target),
        Review("boss", dice.choice(["", "east", "A"])),
        ToOpenPool(),
        Reject(),
    ]
    return dice.choice(actions)


def _pool(dice: Random, name: str) -> Pool:
    who = dice.sample(WHO, dice.randint(1, 4))
    wants = dice.choice([(), (), (Demand("skills", values=("s",)),), (Demand("provinces", field="province"),)])
    total = Caps(day=dice.choice([None, None, 0, 1, 3]))
    full = ("west",) if name == "east" else ()
    return pool(name, " ".join(who), strategy=dice.choice(list(Strategy)), total=total, prefer=wants, when_full=full)


def _people(dice: Random) -> Roster:
    words = [
        "1",
        "1",
        "3",
        "1.5",
        "0",
        "1 day=1",
        "2 open=2",
        "1 left",
        "1 inactive",
        "1 skills=s deputy=B",
        "1 open=3 open_leads=1",
    ]
    reps = [rep(f"{name} {dice.choice(words)} provinces=上海") for name in WHO]
    away = [Leave(name, _at(-1), _at(dice.randint(0, 2))) for name in WHO if dice.random() < 0.2]
    return replace(roster(*reps), leaves=tuple(away))


def _rulebook(dice: Random) -> Rulebook:
    rules = [
        Rule(f"rule {at}", _condition(dice), _action(dice), dice.choice(list(OnMissing)), enabled=dice.random() < 0.8)
        for at in range(dice.randint(1, 4))
    ]
    return book(
        *(_pool(dice, name) for name in POOLS),
        *rules,
        customers=CustomerPolicy(owner_away=dice.choice(list(OwnerAway)), charge=dice.random() < 0.5),
        fairness=Fairness(dice.choice(list(Scope)), dice.choice([0, 1, None])),
        default=_action(dice),
    )


def _leads(dice: Random) -> Leads:
    rows = [
        [f"L{at}", *(dice.choice(values) for values in FIELDS.values()), str(20 * at)]
        for at in range(dice.randint(1, 8))
    ]
    return leads("\n".join("|".join(row) for row in [["lead_id", *FIELDS, "employees"], *rows]))


def _opening(dice: Random) -> Opening:
    """A past in which two reps are a part of a lead apart."""
    units, last = dice.choice([0, UNIT // 2, -UNIT // 3]), dice.randint(-1, 2)
    return Opening({("", "A"): units, ("", "B"): -units}, last={"A": last}, sequence=last + 1)


def _owned(owners: list[int]) -> CustomerMatches:
    """Matches with customers: -2 is no customer, -1 one whose owner is not on the roster."""
    own = np.array(owners, dtype=np.int32)
    found = np.where(own >= -1, 0, -1).astype(np.int32)
    none = np.zeros(len(own), dtype=np.bool_)
    return CustomerMatches(None, found, found.astype(np.int16), np.maximum(own, -1), none)


def _at(days: int) -> datetime:
    return NOW.replace(tzinfo=None) + timedelta(days=days)
