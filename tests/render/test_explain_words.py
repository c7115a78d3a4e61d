"""Whatever an explanation can say has words, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from leadroute.engine.arrange import arrange
from leadroute.engine.explain.changes import What
from leadroute.engine.explain.explanation import explain
from leadroute.engine.explain.rules import Verdict
from leadroute.engine.explain.trace import Join, Truth
from leadroute.engine.explain.turn import By, Role
from leadroute.engine.explain.why_not import Gate, why_not
from leadroute.engine.plan import Setting
from leadroute.model.outcome import Outcome
from leadroute.model.rep import Opening
from leadroute.model.rulebook import Demand, Language, Strategy
from leadroute.model.rulebook import Reenter as Again
from leadroute.render.json_explain import explain_json
from leadroute.render.json_text import json_text
from leadroute.render.screen.explain import explain_screen
from leadroute.render.screen.view import View
from leadroute.render.words import WORDS
from tests.build import NOW, book, case, nameless, pool, roster
from tests.engine.explain.worlds import World, world

if TYPE_CHECKING:
    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Rulebook

RANKING = (Strategy.LEAST_LOADED, Strategy.STABLE_HASH)
KEYS = [
    *(f"verdict_{one.value}" for one in Verdict),
    *(f"truth_{one.name.lower()}" for one in Truth),
    *(f"join_{one.value}" for one in Join),
    *(f"asked_{one.value}" for one in Role),
    *(f"by_{one.value}" for one in By if one is not By.RANK),
    *(f"claim_{one.value}" for one in By if one not in {By.RANK, By.ONLY}),
    *(f"{key}_rank_{one.value}" for key in ("by", "claim") for one in RANKING),
    *(f"{one.value}_open" for one in Gate),
    *(f"{one.value}_shut" for one in (Gate.LEAD, Gate.CUSTOMER, Gate.RULE, Gate.NAMED, Gate.COMPANY, Gate.POOL)),
    *(f"change_{one.value}" for one in What),
    *(f"next_pooled_{one.value}" for one in Again),
    *(f"next_{one.word}" for one in (Outcome.INVALID, Outcome.ARCHIVED)),
]


@pytest.mark.parametrize("key", KEYS)
def test_every_way_has_words(key: str) -> None:
    assert all(WORDS[f"explain.{key}"])


def told(who: Roster, rules: Rulebook, row: int, language: Language = Language.ZH) -> str:
    """The explanation of a row among leads of one company, as text."""
    of = case(nameless(row + 1, company=["c"] * (row + 1)), who, rules)
    made = World(of, Setting(rules, who, Opening(), NOW))
    plan = made.plan()
    found = explain(plan, arrange(made.case, made.setting), row)
    console = Console(width=80)
    with console.capture() as shown:
        console.print(explain_screen(found, plan, View(language, who, 80), why_not(found, 1)))
    return shown.get()


@pytest.mark.parametrize("number", range(25))
def test_whatever_is_decided_can_be_shown_in_both_languages_and_as_json(number: int) -> None:
    made = world(number)
    plan = made.plan()
    for row in range(len(plan.leads)):
        found = made.explain(row, plan)
        gates = why_not(found, number % 4)
        for language in Language:
            view = View(language, plan.roster, 80, everything=bool(number % 2))
            console = Console(width=80)
            with console.capture() as shown:
                console.print(explain_screen(found, plan, view, gates))
            assert "{" not in shown.get()
        assert json_text(explain_json(found, plan, gates))


def test_ranks_are_told_by_the_strategy() -> None:
    who = roster("A open_leads=1", "B open_leads=5")
    assert "A 按权重算手里线索最少，排在 B 之前。" in told(who, book(pool(strategy=Strategy.LEAST_LOADED)), 0)
    hashed = told(who, book(pool(strategy=Strategy.STABLE_HASH)), 0, Language.EN)
    assert "stable hash picks" in hashed


def test_a_preferred_rep_is_marked() -> None:
    who = roster("A", "B skills=s")
    rules = book(pool(prefer=(Demand("skills", values=("s",)),)))
    assert "B 是规则优先的人，多算一条：+0.50 + 1，高于 A 的 +0.50。" in told(who, rules, 0)
    assert "B（优先）" in told(who, rules, 0)


def test_needs_say_what_a_rep_has() -> None:
    who = roster("A skills=英语", "B skills=日语")
    rules = book(pool(require=(Demand("skills", values=("英语",)),)))
    assert "缺少所需技能（要 英语，有 日语）" in told(who, rules, 0)
    rules = book(pool(require=(Demand("provinces", field="province"),)))
    assert "线索的这一项是空的" in told(who, rules, 0)
    capped = book(pool(caps=replace(pool().caps, day=0), total=replace(pool().caps, day=0)))
    text = told(who, capped, 0)
    assert "组“全体”今日每人上限（0/0）" in text
    assert "组“全体”今日全组上限（0/0）" in text
