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
from leadroute.render.json_trials import tested_json
from leadroute.render.junit import junit
from leadroute.render.screen.trials import tested_screen

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.telling import Telling
    from leadroute.commands.test import Asked, Examined


def show_test(found: Examined | Refusal, asked: Asked, how: Telling, report: Path | None) -> Exit:
    """Tell what was found; ``report`` is the file for JUnit's XML."""
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    tested, file, language = found.tested, found.file, found.language
    complain(found.notes, language)
    if report is not None and not reported(found, asked, report):
        return Exit.OUTPUT
    shown = told(
        how,
        language,
        lambda view: tested_screen(file, tested, found.rules, view),
        lambda: tested_json(file, tested, found.notes, language),
    )
    return found.exit if shown else Exit.OUTPUT


def reported(found: Examined, asked: Asked, report: Path) -> bool:
    """Write JUnit's XML; whether that could be done."""
    text = junit(found.file, found.tested)
    try:
        spare((asked.rules, *asked.tests), (report,))
        publish(report.parent, {report.name: lambda at: at.write_text(text, encoding="utf-8")})
    except OutputError as error:
        complain([error.diagnostic], found.language)
        return False
    return True
