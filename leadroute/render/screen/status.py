"""How everything stands: the last runs, every rep, what waits, which rules people override, the ledger itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.safe import as_text
from leadroute.render.screen.view import ALERT, CAUTION, FAINT
from leadroute.render.units import signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rich.table import Table
    from rich.text import Text

    from leadroute.ledger.people import People
    from leadroute.ledger.standing import RepState
    from leadroute.render.screen.view import View

LONG = 24
_SHOWN = 16
_PERIODS = ("day", "week", "month")
_KILO = 1024


def reps_table(reps: Sequence[RepState], people: People, view: View) -> Table:
    """One line a rep; of many the ones furthest from even."""
    shown = list(reps)
    if len(shown) > LONG and not view.everything:
        shown = sorted(sorted(reps, key=lambda one: -abs(one.balance))[:_SHOWN], key=lambda one: one.rep)
    left = [period for period in (*_PERIODS, "open") if any(one.caps.of(period) is not None for one in reps)]
    had = _PERIODS if view.roomy or not (left or view.narrow) else ()
    keys = ("rep", "balance", "open", *(f"had_{period}" for period in had), *(f"left_{period}" for period in left))
    title = view.word("ledger.reps").format(count=len(reps))
    table = view.table(title, *(view.word(f"ledger.{key}") for key in keys))
    for one in shown:
        numbers = [str(one.had[period]) for period in ("open", *had)]
        table.add_row(
            as_text(people.call(one.rep)), signed(one.balance), *numbers, *(_left(one, period) for period in left)
        )
    if len(shown) < len(reps):
        table.add_row(as_text(view.say("not_shown", count=len(reps) - len(shown)), FAINT))
    return table


def balance_line(view: View) -> Text:
    """What a balance means."""
    return as_text(view.word("ledger.balance_told"), FAINT)


def caps_line(view: View, *, known: bool) -> Text:
    """Which caps were looked at; without a roster none are known."""
    return as_text(view.word("ledger.caps_told" if known else "ledger.caps_unknown"), FAINT)


def waiting_line(leads: int, since: date | None, view: View) -> Text:
    """What waits in the open pool."""
    if not leads or since is None:
        return as_text(view.word("ledger.none_waiting"))
    return as_text(view.word("ledger.waiting").format(count=leads, since=since.isoformat()))


def health_line(runs: int, size: int, view: View, *, sound: bool) -> Text:
    """How big the ledger is, and whether its end is whole."""
    told = view.word("ledger.health" if sound else "ledger.unsound").format(runs=runs, size=_bytes(size))
    return as_text(told, "" if sound else ALERT)


def _left(one: RepState, period: str) -> Text:
    left = one.left(period)
    return as_text("-", FAINT) if left is None else as_text(left, CAUTION if not left else "")


def _bytes(size: int) -> str:
    amount, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount >= _KILO:
            amount, unit = amount / _KILO, larger
    return f"{amount:.0f} {unit}" if unit == "B" or amount >= 10 else f"{amount:.1f} {unit}"  # noqa: PLR2004 - two digits
