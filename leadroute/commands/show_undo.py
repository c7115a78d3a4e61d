"""Show what taking a run back means, ask, do it, and say what came of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.asking import Answer, ask
from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.commands.undo import carry_out
from leadroute.ledger.record import Kind
from leadroute.model.diagnostic import Diagnostic
from leadroute.model.rep import Roster
from leadroute.render.console import output_console, spell_out
from leadroute.render.json_text import json_text
from leadroute.render.json_undo import undo_json
from leadroute.render.safe import as_text
from leadroute.render.screen.undo import proposal_screen
from leadroute.render.screen.view import STRONG, View
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.commands.undo import Proposal, Undone
    from leadroute.ledger.record import Run
    from leadroute.render.json_text import Json


@dataclass(frozen=True, slots=True)
class Way:
    """How to go about it: without asking, without doing it, and what to show."""

    yes: bool = False
    only_look: bool = False
    as_json: bool = False
    quiet: bool = False
    color: bool = True

    @property
    def silent(self) -> bool:
        """Whether nothing is to be shown before: nobody is asked about what was not shown."""
        return self.quiet and (self.yes or self.only_look)


def show_undo(proposal: Proposal | Refusal, way: Way) -> Exit:
    """Show, ask unless told not to, do it, tell; returns the exit code."""
    if isinstance(proposal, Refusal):
        return _refused(proposal)
    language = proposal.at.language
    if not (way.as_json or way.silent) and not printed(lambda: _print(proposal, way), language):
        return Exit.OUTPUT
    if way.only_look:
        return _told(proposal, way, None)
    answer = Answer.YES if way.yes else Answer.NOBODY if way.as_json else ask(say("ledger.ask_undo", language))
    if answer is Answer.NOBODY:
        complain([Diagnostic("LR734")], language)
        return Exit.USAGE
    if answer is Answer.NO:
        output_console(color=way.color).print(as_text(say("ledger.declined", language)))
        return Exit.NO
    done = carry_out(proposal)
    return _refused(done) if isinstance(done, Refusal) else _told(proposal, way, done)


def _refused(refusal: Refusal) -> Exit:
    complain(refusal.diagnostics, refusal.language)
    return refusal.exit


def _told(proposal: Proposal, way: Way, done: Undone | None) -> Exit:
    language, notes = proposal.at.language, done.notes if done else ()
    complain(notes, language)
    if way.quiet and not way.as_json:
        return Exit.DONE

    def write() -> None:
        if way.as_json:
            spell_out(sys.stdout)
            sys.stdout.write(json_text(_json(proposal, done)))
        else:
            output_console(color=way.color).print(as_text(_ending(proposal, done.run if done else None), STRONG))

    return Exit.DONE if printed(write, language) else Exit.OUTPUT


def _print(proposal: Proposal, way: Way) -> None:
    console = output_console(color=way.color)
    view = View(proposal.at.language, Roster(()), console.width)
    console.print(proposal_screen(proposal.wanted, proposal.at.ledger.name, proposal.effect, view))


def _json(proposal: Proposal, done: Undone | None) -> dict[str, Json]:
    recorded, notes = (done.run, done.notes) if done else (None, ())
    return undo_json(proposal.effect, recorded, notes, proposal.at.language)


def _ending(proposal: Proposal, run: Run | None) -> str:
    language = proposal.at.language
    if run is None:
        return say("ledger.looked", language)
    anew = any(one.kind is Kind.RUN for one in proposal.effect.runs)
    return say("ledger.assign_again" if anew else "ledger.undone", language, run=run.number)
