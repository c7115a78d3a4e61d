"""Why a lead went where it went, on one screen: what it came from, the rules, the turn, and what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.engine.plan import DEFAULT
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rulebook import Review
from leadroute.render.filenames import short_name
from leadroute.render.safe import as_text
from leadroute.render.screen.explain_lead import lead_lines, score_lines
from leadroute.render.screen.explain_rules import rules_lines
from leadroute.render.screen.explain_turn import turn_parts
from leadroute.render.screen.nearest import nearest_lines
from leadroute.render.screen.page import Page
from leadroute.render.screen.view import STRONG, View
from leadroute.render.screen.why_not import why_not_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from leadroute.engine.explain.changes import Nearest
    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.explain.why_not import WhyNot
    from leadroute.engine.plan import Plan

_HISTORY = {Reason.KNOWN, Reason.EARLIER_LEAD}


def explain_screen(
    found: Explanation, plan: Plan, view: View, told: WhyNot | None = None, near: Nearest | None = None
) -> Group:
    """Everything behind one decision, why it was not for the rep who asks, and what would send it to a rep."""
    page = Page(plan, View(view.language, plan.roster, view.width, view.everything))
    parts: list[RenderableType] = [*_head(found, page), *lead_lines(found, page)]
    if found.score is not None:
        parts += score_lines(found.score, page)
    parts += [*rules_lines(found, page), *turn_parts(found, page)]
    parts += why_not_lines(told, found, page) if told else []
    parts += nearest_lines(near, found, page) if near else []
    if what := _next(found, page):
        parts += [as_text(""), *page.lines(page.say("next", what=what), 0, style=STRONG)]
    return Group(*parts)


def outcome_text(outcome: Outcome, rep: int, page: Page) -> str:
    """What became of a lead, and whose it is."""
    word = page.word(f"outcome.{outcome.word}")
    if rep < 0:
        return page.say("result", outcome=word)
    return page.say("result_to" if outcome is Outcome.ASSIGNED else "result_held", outcome=word, rep=page.rep(rep))


def _head(found: Explanation, page: Page) -> list[Text]:
    now = f"{page.plan.now:%Y-%m-%d %H:%M}"
    title = page.say("title", lead=page.lead(found.row), place=page.place(found.row.place), now=now)
    why = [page.word(f"reason.{found.reason.word}")]
    if found.rule >= 0:
        why.append(page.say("by_rule", rule=page.plan.rulebook.rules[found.rule].name))
    if found.rule == DEFAULT:
        why.append(page.say("by_default"))
    if found.pool:
        why.append(page.say("in_pool", pool=page.view.pool(found.pool)))
    result = outcome_text(found.outcome, found.rep, page)
    return [
        *page.lines(title, 0, style=STRONG),
        *page.lines(result, 0, style=STRONG),
        *page.lines(page.say("why", why=page.joined(why)), 0),
    ]


def _next(found: Explanation, page: Page) -> str:
    """What happens next to a lead nobody got."""
    book, outcome = page.plan.rulebook, found.outcome
    if found.reason in _HISTORY:
        return page.say("next_known", lead=_name(found), rules=short_name(book.file) or "rules.yaml")
    if outcome is Outcome.DUPLICATE:
        return _survivor(found, page)
    if outcome is Outcome.POOLED:
        return page.say(f"next_pooled_{book.memory.reenter.value}")
    if outcome is Outcome.REVIEW:
        action = book.rules[found.rule].action if found.rule >= 0 else book.default
        by = action.by if isinstance(action, Review) else ""
        return page.say("next_review", by=by or page.say("somebody"))
    return page.say(f"next_{outcome.word}") if outcome is not Outcome.ASSIGNED else ""


def _name(found: Explanation) -> str:
    """A word that finds the lead in the ledger: its number there."""
    return f"#{found.known.lead}" if found.known and found.known.lead else found.row.label.partition(" ")[0]


def _survivor(found: Explanation, page: Page) -> str:
    kept = next(one.row for one in found.kin if one.survivor)
    decided = page.plan.decisions
    outcome, rep = Outcome(int(decided.outcome[kept.at])), int(decided.rep[kept.at])
    name = page.rep(rep) if rep >= 0 else ""
    return page.say(
        "next_survivor", place=page.place(kept.place), outcome=page.word(f"outcome.{outcome.word}"), rep=name
    )
