"""What taking a run back means: the runs, what becomes of their leads, what each rep gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.model.outcome import Outcome
from leadroute.render.safe import as_text
from leadroute.render.screen.runs import again_line, runs_table
from leadroute.render.screen.view import STRONG
from leadroute.render.units import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType
    from rich.table import Table

    from leadroute.ledger.undoing import Effect
    from leadroute.render.screen.view import View

_TOLD = {None: "freed", Outcome.POOLED: "wait_again"}
"""What is said of leads that would stand so without the run; all others stand as decided before."""


def proposal_screen(wanted: int, file: str, effect: Effect, view: View) -> Group:
    """Everything to know before it is done."""
    title = as_text(view.word("ledger.undo_title").format(run=wanted, file=file), STRONG)
    parts: list[RenderableType] = [
        runs_table(effect.runs, view, view.word("ledger.to_take_back")),
        *again_line(effect.runs, view),
        *_leads(effect.without, view),
        Text(),
    ]
    return Group(title, Text(), *parts, _reps(effect, view))


def _leads(without: Mapping[Outcome | None, int], view: View) -> Iterator[Text]:
    counts: dict[str, int] = {}
    for outcome, count in without.items():
        key = _TOLD.get(outcome, "as_before")
        counts[key] = counts.get(key, 0) + count
    for key in ("freed", "wait_again", "as_before"):
        if key in counts:
            yield as_text(view.word(f"ledger.{key}").format(count=counts[key]))


def _reps(effect: Effect, view: View) -> Table:
    columns = ("rep", "leads_back", "balance_now", "balance_then")
    table = view.table(view.word("ledger.goes_back"), *(view.word(f"ledger.{key}") for key in columns))
    for one in effect.given_back:
        table.add_row(as_text(effect.people.call(one.rep)), str(one.leads), signed(one.before), signed(one.after))
    return table
