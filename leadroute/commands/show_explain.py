"""Show an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.render.json_explain import explain_json
from leadroute.render.json_story import story_json
from leadroute.render.screen.explain import explain_screen
from leadroute.render.screen.story import story_screen

if TYPE_CHECKING:
    from leadroute.commands.explain import Explained
    from leadroute.commands.recount import Recounted
    from leadroute.commands.telling import Telling


def show_story(found: Recounted | Refusal, how: Telling) -> Exit:
    """Show the story of a lead; returns the exit code."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    done = told(
        how,
        found.at.language,
        lambda view: story_screen(found.story, found.people, found.at.ledger.name, view),
        lambda: story_json(found.story, found.people),
    )
    return Exit.DONE if done else Exit.OUTPUT


def show_explain(found: Explained | Refusal, how: Telling) -> Exit:
    """Show it; returns the exit code."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    done = told(
        how,
        found.language,
        lambda view: explain_screen(found.found, found.plan, view, found.why_not, found.nearest),
        lambda: explain_json(found.found, found.plan, found.why_not, found.nearest),
    )
    return Exit.DONE if done else Exit.OUTPUT
