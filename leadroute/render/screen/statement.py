"""The account of one rep, line by line, or of everybody; and whether it adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.ledger.statement import Total
from leadroute.render.entries import briefly, item, lead, pool, span
from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, STRONG
from leadroute.render.units import plain, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.table import Table
    from rich.text import Text

    from leadroute.ledger.people import People
    from leadroute.ledger.statement import Period, Statement
    from leadroute.render.screen.view import View


def everybody_title(period: Period, file: str, view: View) -> str:
    """What is shown, and over which days."""
    return _say(view, "everybody", period=span(period, view.language), file=file)


def statement_screen(
    found: Statement, file: str, people: People, sums: tuple[Mapping[str, int], int], view: View
) -> Group:
    """The statement of one rep; ``sums`` are those of all balances by account, and of how many reps they are."""
    title = _say(view, "statement", rep=people.call(found.rep), period=span(found.period, view.language), file=file)
    adds_up = _say(view, "adds_up") if found.adds_up else _say(view, "adds_up_not")
    return Group(
        as_text(title, STRONG),
        _lines(found, people, view),
        as_text(_sum_line(found.total, view), STRONG),
        as_text(adds_up, "" if found.adds_up else ALERT),
        _zero(*sums, view),
    )


def totals_screen(totals: Sequence[Total], title: str, people: People, sums: Mapping[str, int], view: View) -> Group:
    """The accounts of everybody, and their sum."""
    keys = ("opening", "entitled", "received", "corrections", "closing", "received_leads")
    table = view.table("", _say(view, "rep"), *(_say(view, key) for key in keys))
    for one in totals:
        table.add_row(as_text(people.call(one.rep)), *_figures(one))
    table.add_section()
    table.add_row(as_text(_say(view, "total"), STRONG), *_figures(_summed(totals)))
    return Group(as_text(title, STRONG), table, _zero(sums, len(totals), view))


def _lines(found: Statement, people: People, view: View) -> Table:
    keys = ("run", "date", "item", "lead", *(("rule", "pool") if view.roomy else ()), "amount", "balance")
    table = view.table("", *(_say(view, key) for key in keys), text=len(keys) - 2)
    table.columns[1].no_wrap = True
    blank = [""] * (len(keys) - 4)
    table.add_row("", "", as_text(_say(view, "opening"), STRONG), *blank, signed(found.total.opening))
    for line in found.lines:
        told = (item if view.roomy else briefly)(line, people, view.language)
        texts = [str(line.run), line.day.isoformat(), told, lead(line)]
        texts += [line.rule, pool(line, view.language)] if view.roomy else []
        table.add_row(*map(as_text, texts), signed(line.units), signed(line.balance))
    table.add_row("", "", as_text(_say(view, "closing"), STRONG), *blank, signed(found.closing))
    return table


def _sum_line(total: Total, view: View) -> str:
    return _say(
        view,
        "sum_line",
        opening=plain(total.opening),
        entitled=plain(total.entitled),
        received=plain(total.received),
        corrected=signed(total.corrected),
        closing=signed(total.closing),
    )


def _figures(one: Total) -> Iterable[str]:
    amounts = (one.opening, one.entitled, -one.received, one.corrected, one.closing)
    return *(map(signed, amounts)), str(one.leads)


def _summed(totals: Sequence[Total]) -> Total:
    return Total(
        rep="",
        opening=sum(one.opening for one in totals),
        entitled=sum(one.entitled for one in totals),
        received=sum(one.received for one in totals),
        corrected=sum(one.corrected for one in totals),
        leads=sum(one.leads for one in totals),
    )


def _zero(sums: Mapping[str, int], count: int, view: View) -> Text:
    off = [amount for amount in sums.values() if amount]
    told = _say(view, "zero_not", sum=signed(sum(off))) if off else _say(view, "zero", count=count)
    return as_text(told, ALERT if off else "")


def _say(view: View, key: str, **facts: object) -> str:
    return view.word(f"ledger.{key}").format_map(facts)
