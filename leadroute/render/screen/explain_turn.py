"""The turn of a lead: who was asked, who could not and why, balances, and what decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.explain.turn import By
from leadroute.model.outcome import Outcome
from leadroute.render.safe import as_text
from leadroute.render.screen.obstacles import obstacle_text
from leadroute.render.screen.view import FAINT, STRONG
from leadroute.render.units import plain, signed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.engine.explain.explanation import Explanation
    from leadroute.engine.explain.turn import Asked, Deal, Share, Turn, Visit
    from leadroute.render.screen.page import Page

_MEMBERS = 8
"""So many who could take a lead, and so many who could not, are shown."""


def turn_parts(found: Explanation, page: Page) -> list[RenderableType]:
    """What happened at the turn."""
    turn = found.turn
    if turn is None:
        return [*page.heading(page.say("no_turn"))] if found.number else []
    parts: list[RenderableType] = [*page.heading(page.say("turn", number=found.number, of=found.of))]
    for one in turn.asked:
        parts += page.lines(_asked(one, page))
    for visit in turn.visits if turn.by_turns else ():
        parts += _visit(visit, page)
    if turn.deal and len(turn.deal.shares) > 1:
        parts += [_shares(turn.deal, turn.rep, page), *page.lines(page.say("legend"), style=FAINT)]
    held = found.outcome is Outcome.REVIEW
    return [*parts, *(line for text in _decided(turn, page, held=held) for line in page.lines(text, style=STRONG))]


def _asked(one: Asked, page: Page) -> str:
    why = page.joined([obstacle_text(each, one.rep, page) for each in one.obstacles], "sheet.listed")
    answer = page.say("cannot", why=why) if one.obstacles else page.say("can")
    return page.say(f"asked_{one.role.value}", rep=page.rep(one.rep), answer=answer)


def _visit(visit: Visit, page: Page) -> list[RenderableType]:
    """A pool, and each member who could not take the lead."""
    stopped = [(rep, why) for rep, why in visit.members if why]
    free = len(visit.members) - len(stopped)
    strategy = page.word(f"strategy.{page.plan.rulebook.pools[visit.pool].strategy.value}")
    key, pool = "pool_of" if free else "pool_empty", page.view.pool(visit.pool)
    told = page.say(key, pool=pool, strategy=strategy, count=len(visit.members), free=free)
    lines: list[RenderableType] = [*page.lines(told)]
    shown = stopped if page.view.everything else stopped[:_MEMBERS]
    for rep, why in shown:
        text = page.joined([obstacle_text(one, rep, page) for one in why], "sheet.listed")
        lines += page.lines(page.say("member", rep=page.rep(rep), why=page.say("cannot", why=text)), 4)
    if len(stopped) > len(shown):
        lines += page.lines(page.say("members_more", count=len(stopped) - len(shown)), 4)
    return lines


def _shares(deal: Deal, taker: int, page: Page) -> Table:
    """Those who earned a share of the lead, the first claim first, and how they stand after it."""
    ranked = len({share.mark for share in deal.shares if share.takes}) > 1
    keys = (*(("place",) if ranked else ()), "before", "gain", "balance", "last", "after")
    table = page.view.table("", page.say("rep" if deal.by else "earning"), *map(page.say, keys))
    shown = deal.shares if page.view.everything else deal.shares[:_MEMBERS]
    marks = sorted({share.mark for share in deal.shares if share.takes})
    for share in shown:
        place = [str(marks.index(share.mark) + 1) if share.takes else ""] if ranked else []
        figures = (*place, signed(share.before), signed(share.gain), signed(share.balance), _last(share, page))
        after = share.balance - (deal.price if share.rep == taker else 0)
        style = STRONG if share.rep == taker else ""
        table.add_row(as_text(_named(share, page), style), *figures, signed(after))
    if len(deal.shares) > len(shown):
        more = page.say("members_more", count=len(deal.shares) - len(shown))
        table.add_row(as_text(more), *[""] * len(keys))
    return table


def _named(share: Share, page: Page) -> str:
    if not share.takes:
        return page.say("on_leave", rep=page.rep(share.rep))
    return page.say("preferred", rep=page.rep(share.rep)) if share.preferred else page.rep(share.rep)


def _last(share: Share, page: Page) -> str:
    return page.say("turn_number", number=share.last + 1) if share.last >= 0 else page.say("never")


def _decided(turn: Turn, page: Page, *, held: bool) -> list[str]:
    """Why this one, and what it costs; ``held``: the turn is only kept for somebody to decide."""
    if turn.rep < 0:
        return []
    rep, deal = page.rep(turn.rep), turn.deal
    if deal is None:
        return [page.say("free", rep=rep)]
    others = deal.by is None and any(share.rep != turn.rep for share in deal.shares)
    key = "paid_held" if held else "paid_others" if others else "paid"
    paid = page.say(key, rep=rep, price=plain(deal.price), after=signed(deal.after))
    return [*([_by(deal, page)] if deal.by else []), paid]


def _by(deal: Deal, page: Page) -> str:
    first = deal.shares[0]
    other = next((share for share in deal.shares[1:] if share.takes), first)
    strategy = page.plan.rulebook.pools[deal.pool].strategy.value
    key = f"by_rank_{strategy}" if deal.by is By.RANK else f"by_{deal.by.value if deal.by else ''}"
    return page.say(
        key,
        rep=page.rep(first.rep),
        other=page.rep(other.rep),
        balance=signed(first.balance),
        second=signed(other.balance),
    )
