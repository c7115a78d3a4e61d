"""What every rep got, was entitled to, holds, and how near the caps are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.engine.fairness.report import Told, tightest
from leadroute.render.safe import as_text
from leadroute.render.screen.view import CAUTION, FAINT, STRONG, gap, leads, number, percent
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.table import Table
    from rich.text import Text

    from leadroute.engine.fairness.report import CapUse, RepLine, Report
    from leadroute.model.rulebook import Language
    from leadroute.render.screen.view import View

    Cell = Callable[[RepLine], str | Text]

LONG = 24
"""A roster above this many reps is shown by its ends."""
_ENDS = 8


def reps_table(report: Report, view: View) -> Table:
    """One line a rep; of a long roster those furthest above and below what they were entitled to, and the sum."""
    columns = _columns(report, view)
    title = view.say("reps", count=len(report.reps))
    table = view.table(title + _legend(report, columns, view), view.say("rep"), *columns, tail=1)
    above, below = _ends(report.reps, view)
    _add(table, above, columns, view)
    if below:
        table.add_row(as_text(view.say("not_shown", count=len(report.reps) - 2 * _ENDS), FAINT))
        _add(table, below, columns, view)
    if report.reps:
        table.add_section()
        table.add_row(as_text(view.say("total"), STRONG), *_totals(report, columns, view))
    return table


def open_told(report: Report, language: Language) -> str:
    """Who tells how many open leads the reps had ("": nobody does)."""
    told = sorted({line.open_from for line in report.reps} - {Told.NOBODY})
    return say(f"screen.open_{'_'.join(told)}", language) if told else ""


def cap_text(caps: tuple[CapUse, ...], view: View) -> Text:
    """The cap nearest to full, such as ``day 18/20``."""
    cap = tightest(caps)
    if cap is None:
        return as_text("-", FAINT)
    full = cap.used >= cap.limit
    return as_text(f"{view.say(f'period_{cap.period}')} {cap.used}/{cap.limit}", CAUTION if full else "")


def gap_text(amount: float) -> Text:
    """A gap, marked when it is more than two leads."""
    return as_text(gap(amount), CAUTION if abs(amount) > 2 else "")  # noqa: PLR2004 (the bound the account keeps)


def _ends(lines: tuple[RepLine, ...], view: View) -> tuple[Sequence[RepLine], Sequence[RepLine]]:
    if len(lines) <= LONG or view.everything:
        return lines, ()
    ordered = sorted(lines, key=lambda line: (-line.share.gap, line.share.rep))
    return ordered[:_ENDS], ordered[-_ENDS:]


def _columns(report: Report, view: View) -> dict[str, Cell]:
    """Header → cell, for the columns there is room for and something to say in."""
    caps = report.caps
    always: dict[str, Cell] = {
        view.say("got"): lambda line: str(line.share.got),
        view.say("entitled"): lambda line: leads(line.share.entitled),
        view.say("gap"): lambda line: gap_text(float(line.share.gap)),
    }
    extra: dict[str, Cell] = {}
    if any(line.share.free for line in report.reps):
        extra[view.say("free")] = lambda line: str(line.share.free)
    if any(line.share.reserved for line in report.reps):
        extra[view.say("reserved")] = lambda line: str(line.share.reserved)
    roomy: dict[str, Cell] = {
        view.say("part"): lambda line: percent(line.share.part),
        view.say("weight"): lambda line: number(line.share.weight),
    }
    rest: dict[str, Cell] = (roomy if view.roomy else {}) | {
        view.say("open"): lambda line: f"{line.open_before} -> {line.open_after}",
        view.say("cap"): lambda line: cap_text(caps.get(line.share.rep, ()), view),
    }
    state: dict[str, Cell] = {view.say("state"): lambda line: _state(line, view)}
    return always | state if view.narrow else always | extra | rest | state


def _legend(report: Report, columns: dict[str, Cell], view: View) -> str:
    """What the rarer columns mean, when they are there, and where the figures of open leads come from."""
    rare = [view.say(f"legend_{key}") for key in ("free", "reserved") if view.say(key) in columns]
    told = open_told(report, view.language)
    return "".join([*rare, *([view.say("legend_open", told=told)] if told and view.say("open") in columns else [])])


def _add(table: Table, lines: Sequence[RepLine], columns: dict[str, Cell], view: View) -> None:
    for line in lines:
        table.add_row(as_text(view.rep(line.share.rep)), *(cell(line) for cell in columns.values()))


def _totals(report: Report, columns: dict[str, Cell], view: View) -> list[str]:
    shares = [line.share for line in report.reps]
    known = {
        view.say("got"): str(sum(share.got for share in shares)),
        view.say("entitled"): leads(sum(float(share.entitled) for share in shares)),
        view.say("gap"): gap(sum(float(share.gap) for share in shares)),
        view.say("free"): str(sum(share.free for share in shares)),
        view.say("reserved"): str(sum(share.reserved for share in shares)),
        view.say("open"): f"{sum(r.open_before for r in report.reps)} -> {sum(r.open_after for r in report.reps)}",
    }
    return [known.get(header, "") for header in columns]


def _state(line: RepLine, view: View) -> Text:
    if line.away is not None:
        return as_text(view.word(f"passed.{line.away.word}"), FAINT)
    return as_text(view.say("idle"), CAUTION) if line.idle else as_text(view.say("on_duty"))
