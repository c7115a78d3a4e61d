"""Show which examples were proposed and written, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.show_test import reported
from leadroute.commands.telling import told
from leadroute.render.json_trials import tested_json, written_json
from leadroute.render.screen.trials import tested_screen
from leadroute.render.screen.written import written_screen

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.commands.telling import Telling
    from leadroute.commands.test import Asked
    from leadroute.commands.write_examples import Written
    from leadroute.render.json_text import Json
    from leadroute.render.screen.view import View


def show_written(written: Written | Refusal, asked: Asked, how: Telling, report: Path | None) -> Exit:
    """Tell what was written, then the test of all examples; ``report`` is the file for JUnit's XML."""
    if isinstance(written, Refusal):
        complain(written.diagnostics, written.language)
        return written.exit
    after, book = written.outcome, written.book
    complain(after.notes, after.language)
    if report is not None and not reported(after, asked, report):
        return Exit.OUTPUT

    def screen(view: View) -> Group:
        covered = (written.before, after.tested)
        first = written_screen(written.file, book, written.proposed, covered, view)
        return Group(first, tested_screen(after.file, after.tested, after.rules, view))

    def as_json() -> dict[str, Json]:
        tested = tested_json(after.file, after.tested, after.notes, after.language)
        return {**tested, "written": written_json(written.file, written.before, written.proposed, book)}

    return after.exit if told(how, after.language, screen, as_json) else Exit.OUTPUT
