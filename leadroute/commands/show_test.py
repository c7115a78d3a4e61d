"""Show what became of the examples of a rulebook; leave the report a build server wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.telling import told
from leadroute.files.errors import OutputError
from leadroute.files.write.neighbours import spare
from leadroute.files.write.publish import publish
from leadroute.render.json_trials import junit, tested_json
from leadroute.render.screen.trials import tested_screen

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.telling import Telling
    from leadroute.commands.test import Asked, Outcome


def show_test(outcome: Outcome | Refusal, asked: Asked, how: Telling, report: Path | None) -> Exit:
    """Tell the outcome; ``report`` is the file for JUnit's XML."""
    if isinstance(outcome, Refusal):
        complain(outcome.diagnostics, outcome.language)
        return outcome.exit
    tested, file, language = outcome.tested, outcome.file, outcome.language
    complain(outcome.notes, language)
    if report is not None and not reported(outcome, asked, report):
        return Exit.OUTPUT
    shown = told(
        how,
        language,
        lambda view: tested_screen(file, tested, outcome.rules, view),
        lambda: tested_json(file, tested, outcome.notes, language),
    )
    return outcome.exit if shown else Exit.OUTPUT


def reported(outcome: Outcome, asked: Asked, report: Path) -> bool:
    """Write JUnit's XML; whether that could be done."""
    text = junit(outcome.file, outcome.tested)
    try:
        spare((asked.rules, *asked.tests), (report,))
        publish(report.parent, {report.name: lambda at: at.write_text(text, encoding="utf-8")})
    except OutputError as error:
        complain([error.diagnostic], outcome.language)
        return False
    return True
