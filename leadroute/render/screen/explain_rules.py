"""The rules a lead was put to: each with its tests, the lead's values and the truth of every part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.rules import Verdict
from leadroute.engine.explain.trace import Joined, Judged
from leadroute.engine.paths import action_of, first_pool
from leadroute.engine.plan import DEFAULT, NOT_ASKED
from leadroute.model.rulebook import OPEN_POOL, AssignCustomerOwner, AssignRep, Reject, Review, ToOpenPool
from leadroute.render.screen.view import FAINT, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.explain.rules import Tried
    from leadroute.engine.explain.trace import Traced, Value
    from leadroute.model.rulebook import Test
    from leadroute.render.screen.page import Page

_DECIDES = {Verdict.MATCHED, Verdict.UNDECIDED_TAKEN}
_EMPTINESS = {"empty", "present"}
_NAMED = 2
"""A number and a dot before the name of a rule."""


def rules_lines(found: Explanation, page: Page) -> list[Text]:
    """Every rule tried, in order, and how many were not needed."""
    if found.rule == NOT_ASKED:
        return page.heading(page.say("rules_not_asked"))
    lines = page.heading(page.say("rules"))
    for one in found.rules:
        lines += _rule(one, page)
    left = len(page.plan.rulebook.rules) - len(found.rules)
    if found.rule == DEFAULT:
        lines += page.lines(page.say("rules_default", target=target_text(DEFAULT, page)), style=STRONG)
    elif left:
        lines += page.lines(page.say("rules_left", count=left), style=FAINT)
    return lines


def target_text(rule: int, page: Page) -> str:
    """Where a rule leads, by its position."""
    action = action_of(page.plan.rulebook, rule)
    match action:
        case AssignRep(rep):
            return page.say("to_rep", rep=rep)
        case AssignCustomerOwner():
            return page.say("to_owner")
        case Review():
            return page.say("to_review")
        case ToOpenPool():
            return page.say("to_open_pool")
        case Reject():
            return page.say("to_nobody")
    name = first_pool(action)
    return page.say("to_open_pool") if name == OPEN_POOL else page.say("to_pool", pool=page.view.pool(name))


def trace_text(traced: Traced, page: Page, *, top: bool = True) -> str:
    """A condition with the lead's values and the truth of its parts, as one text."""
    if isinstance(traced, Judged):
        value = value_text(traced.value, page)
        truth = page.say(f"truth_{traced.truth.name.lower()}")
        return page.say("test", test=test_text(traced.test, page), truth=truth, value=value)
    if not traced.parts and top:
        return page.say("always")
    parts = page.joined([trace_text(part, page, top=False) for part in traced.parts])
    if top and _all_of(traced):
        return parts
    truth = page.say(f"truth_{traced.truth.name.lower()}")
    return page.say(f"join_{traced.join.value}", parts=parts, truth=truth)


def test_text(test: Test, page: Page) -> str:
    """A test as a statement that is true or not."""
    if test.operator in _EMPTINESS:
        key = "test_blank" if (test.operator == "empty") == bool(test.operand) else "test_filled"
        return page.say(key, field=page.teller.field(test.field))
    return page.teller.test(test)


def value_text(value: Value, page: Page) -> str:
    """What the lead has in a field."""
    if not value.there:
        return page.say("no_column")
    if not value.text:
        return page.say("spoilt", written=value.written) if value.written else page.say("blank")
    source = page.teller.field(value.ground) if value.ground else ""
    return page.say("from", value=value.text, source=source) if source else value.text


def _rule(one: Tried, page: Page) -> list[Text]:
    """A rule and its condition; of the one that decides every part on a line of its own."""
    decides = one.verdict in _DECIDES
    verdict, name = page.say(f"verdict_{one.verdict.value}"), page.plan.rulebook.rules[one.rule].name
    target = target_text(one.rule, page) if decides else ""
    key = "rule_to" if decides else "rule_line"
    number = f"{one.rule + 1:>{_NAMED}}"
    head = page.lines(page.say(key, number=number, verdict=verdict, name=name, target=target), style=_style(one))
    if one.trace is None:
        return head
    parts = _parts(one.trace) if decides else (one.trace,)
    alone = len(parts) == 1
    texts = [trace_text(part, page, top=alone) for part in parts]
    return [*head, *(line for text in texts for line in page.lines(text, 6))]


def _parts(traced: Traced) -> Sequence[Traced]:
    return traced.parts if isinstance(traced, Joined) and traced.parts and _all_of(traced) else (traced,)


def _all_of(traced: Joined) -> bool:
    return traced.join.value == "all"


def _style(one: Tried) -> str:
    if one.verdict in _DECIDES:
        return STRONG
    return FAINT if one.trace is None else ""
