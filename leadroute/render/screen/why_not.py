"""Why a rep did not get a lead: each gate, passed or shut, and the first that was shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.turn import By
from leadroute.engine.explain.why_not import Gate
from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome
from leadroute.render.screen.explain_rules import target_text
from leadroute.render.screen.obstacles import obstacle_text
from leadroute.render.screen.view import STRONG
from leadroute.render.units import signed

if TYPE_CHECKING:
    from rich.text import Text

    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.explain.why_not import Passage, WhyNot
    from leadroute.render.screen.page import Page


def why_not_lines(told: WhyNot, found: Explanation, page: Page) -> list[Text]:
    """Every gate in order, and where the rep was stopped first."""
    rep = page.rep(told.rep)
    if not told.gates:
        key = "has_it" if found.outcome is Outcome.ASSIGNED else "is_held"
        return [*page.heading(page.say("why_not", rep=rep)), *page.lines(page.say(key, rep=rep))]
    lines = page.heading(page.say("why_not", rep=rep))
    texts = [gate_text(one, told.rep, found, page) for one in told.gates]
    for number, (one, what) in enumerate(zip(told.gates, texts, strict=True), 1):
        lines += page.lines(page.say("gate_shut" if one.shut else "gate_open", number=number, what=what), hang=6)
    first = [one.shut for one in told.gates].index(True)
    return [*lines, *page.lines(page.say("stopped_first", number=first + 1, what=texts[first]), style=STRONG)]


def gate_text(one: Passage, rep: int, found: Explanation, page: Page) -> str:
    """A gate and what shows that it was open or shut."""
    if one.obstacles:
        return page.joined([obstacle_text(each, rep, page) for each in one.obstacles], "sheet.listed")
    match one.gate:
        case Gate.LEAD:
            return page.say(_key(one), why=page.word(f"reason.{found.reason.word}"))
        case Gate.RULE:
            return page.say(_key(one), rule=_rule(found, page), target=target_text(found.rule, page))
        case Gate.CLAIM:
            return _claim(one, page)
    return _pool(one, page) if one.gate is Gate.POOL else _by_name(one, page)


def _pool(one: Passage, page: Page) -> str:
    pools = page.joined([page.view.pool(name) for name in one.pools], "sheet.listed")
    return page.say(_key(one), pools=pools) if one.pools else page.say("no_pool")


def _by_name(one: Passage, page: Page) -> str:
    if one.shut and one.taker < 0:
        return page.say("customer_waits")
    return page.say(_key(one), rep=page.rep(one.taker) if one.taker >= 0 else "")


def _key(one: Passage) -> str:
    return f"{one.gate.value}_{'shut' if one.shut else 'open'}"


def _rule(found: Explanation, page: Page) -> str:
    if found.rule <= DEFAULT:
        return page.say("by_default")
    return page.say("by_rule", rule=page.plan.rulebook.rules[found.rule].name)


def _claim(one: Passage, page: Page) -> str:
    if not one.shut or one.own is None or one.first is None or one.by is None:
        return page.say("claim_open")
    key = one.by.value
    if one.by is By.RANK:
        key = f"rank_{page.plan.rulebook.pools[one.pools[-1]].strategy.value}"
    own, most = signed(one.own.balance), signed(one.first.balance)
    return page.say(f"claim_{key}", own=own, most=most, first=page.rep(one.first.rep))
