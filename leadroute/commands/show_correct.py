"""Show what was moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.render.json_correct import corrections_json
from leadroute.render.screen.correct import correct_ending, correct_title, corrections_screen

if TYPE_CHECKING:
    from leadroute.commands.correct import Corrected
    from leadroute.commands.telling import Telling
    from leadroute.render.screen.view import View


def show_correct(found: Corrected | Refusal, how: Telling) -> Exit:
    """Show the result, or what is wrong; returns the exit code."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    at = found.at

    def screen(view: View) -> Group:
        title = correct_title(at.ledger.name, found.now, view)
        body = corrections_screen(found.moves, found.people, found.overrides, found.notes, view)
        return Group(title, Text(), body, correct_ending(found.moves, found.run, view))

    done = told(
        how,
        at.language,
        screen,
        lambda: corrections_json(found.moves, found.overrides, found.run, found.notes, at.language),
    )
    return Exit.DONE if done else Exit.OUTPUT
