"""Leads moved by hand: each with who had it, who has it, what it costs; and which rules people override."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.render.safe import as_text
from leadroute.render.screen.notes import notes_table
from leadroute.render.screen.view import STRONG
from leadroute.render.units import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from leadroute.ledger.correcting import Move
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Run
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.render.screen.view import View


def corrections_screen(
    moves: Sequence[Move],
    people: People,
    overrides: Mapping[str, int],
    notes: Sequence[Diagnostic],
    view: View,
) -> Group:
    """Everything that was moved, or would be."""
    parts: list[RenderableType] = []
    if moves:
        parts.append(_moves(moves, people, view))
    if overrides:
        parts.append(overrides_table(overrides, view))
    if notes:
        parts.append(notes_table(notes, view))
    return Group(*parts)


def correct_title(file: str, now: datetime, view: View) -> Text:
    """The ledger, and when it was."""
    return as_text(view.word("ledger.correct_title").format(file=file, now=f"{now:%Y-%m-%d %H:%M}"), STRONG)


def correct_ending(moves: Sequence[Move], run: Run | None, view: View) -> Text:
    """What became of it."""
    if not moves:
        return as_text(view.word("ledger.nothing_to_move"), STRONG)
    if run is None:
        return as_text(view.word("ledger.looked"), STRONG)
    return as_text(view.word("ledger.corrected").format(count=len(moves), run=run.number), STRONG)


def overrides_table(overrides: Mapping[str, int], view: View) -> Table:
    """How often people moved what a rule had decided, the most first."""
    table = view.table(view.word("ledger.overrides"), view.word("ledger.rule"), view.word("ledger.times"))
    for rule, times in overrides.items():
        table.add_row(as_text(rule or view.word("ledger.no_rule")), str(times))
    return table


def _moves(moves: Sequence[Move], people: People, view: View) -> Table:
    keys = ("lead", "from", "to", "charged", *(("rule",) if view.roomy else ()), "why")
    title = view.word("ledger.moves").format(count=len(moves))
    table = view.table(title, *(view.word(f"ledger.{key}") for key in keys), text=3, tail=len(keys) - 4)
    for move in moves:
        table.add_row(*(_cell(move, key, people, view) for key in keys))
    return table


def _cell(move: Move, key: str, people: People, view: View) -> Text:
    wish = move.wish
    cells = {
        "lead": f"#{wish.stands.lead} {wish.stands.label}".rstrip(),
        "from": people.call(move.holder) if move.holder else view.word("ledger.nobody"),
        "to": people.call(wish.to),
        "charged": plain(move.units) if move.units else view.word("ledger.not_charged"),
        "rule": wish.stands.rule or view.word("ledger.no_rule"),
        "why": wish.why,
    }
    return as_text(cells[key])
