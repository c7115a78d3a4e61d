"""The story of a lead, from the ledger: each decision, who had it, why, and what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.ledger.record import Kind
from leadroute.model.outcome import Outcome
from leadroute.render.filenames import short_name
from leadroute.render.safe import as_text, clean
from leadroute.render.screen.view import FAINT, STRONG
from leadroute.render.units import signed
from leadroute.render.words import say
from leadroute.render.wrap import wrapped

if TYPE_CHECKING:
    from rich.text import Text

    from leadroute.ledger.people import People
    from leadroute.ledger.record import Chapter
    from leadroute.ledger.story import Event, Story
    from leadroute.render.screen.view import View


def story_screen(found: Story, people: People, file: str, view: View) -> Group:
    """How a lead stands, and every decision on it."""
    name = f"#{found.lead} {found.label}".rstrip()
    lines = _lines(_say(view, "story", lead=name, file=file), view, 0, STRONG)
    stands = found.stands
    now = _stands(stands, people, view) if stands else _say(view, "stands_not")
    lines += [*_lines(now, view, 0, STRONG)]
    for event in found.events:
        lines += [as_text(""), *_event(event, people, view)]
    return Group(*lines, as_text(""), *_lines(_say(view, "story_hint"), view, 0, FAINT))


def event_text(event: Event, people: People, view: View) -> str:
    """What was decided and why, in one sentence."""
    decision = event.chapter.decision
    outcome = say(f"outcome.{decision.outcome.word}", view.language)
    if event.run.kind is Kind.CORRECTION:
        holder = people.call(event.holder) if event.holder else _say(view, "nobody")
        moved = _say(view, "moved", holder=holder, rep=people.call(decision.rep))
        return _say(view, "moved_why", moved=moved, why=event.why) if event.why else moved
    rep = people.call(decision.rep) if decision.rep else ""
    key = "result" if not rep else "result_to" if decision.outcome is Outcome.ASSIGNED else "result_held"
    why = [say(f"reason.{decision.reason.word}", view.language)]
    why += [_say(view, "by_rule", rule=decision.rule)] if decision.rule else []
    why += [_say(view, "in_pool", pool=view.pool(decision.pool))] if decision.pool else []
    told = say("sheet.separator", view.language).join(why)
    return _say(view, "decided", result=_say(view, key, outcome=outcome, rep=rep), why=told)


def _stands(event: Event, people: People, view: View) -> str:
    decision = event.chapter.decision
    outcome = say(f"outcome.{decision.outcome.word}", view.language)
    rep = people.call(decision.rep) if decision.rep else "-"
    return _say(view, "stands", outcome=outcome, rep=rep, run=event.run.number, day=f"{event.run.now:%Y-%m-%d}")


def _event(event: Event, people: People, view: View) -> list[Text]:
    run, chapter = event.run, event.chapter
    kind = say(f"ledger.kind_{run.kind.value}", view.language)
    head = _say(view, "run", run=run.number, now=f"{run.now:%Y-%m-%d %H:%M}", kind=kind, place=_place(chapter))
    style = FAINT if event.undone else ""
    lines = [*_lines(head, view, 0, FAINT if event.undone else STRONG)]
    lines += _lines(event_text(event, people, view), view, 2, style)
    if chapter.decision.turn >= 0 and chapter.decision.rep and chapter.balance:
        lines += _lines(_say(view, "balance_then", balance=signed(chapter.balance)), view, 2, style)
    if event.undone:
        lines += _lines(_say(view, "taken_back", run=event.undone), view, 2)
    return lines


def _place(chapter: Chapter) -> str:
    return f"{short_name(chapter.file)}:{chapter.row}" if chapter.file else ""


def _lines(text: str, view: View, indent: int, style: str = "") -> list[Text]:
    lines = wrapped(clean(text), max(20, view.width - indent - 2))
    return [as_text(" " * (indent + (2 if at else 0)) + line, style) for at, line in enumerate(lines)]


def _say(view: View, key: str, **facts: object) -> str:
    return say(f"explain.{key}", view.language, **facts)
