"""Show a comparison: on the screen or as JSON, and as a workbook where one was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.report_file import why_it_fails, write_report
from leadroute.commands.sources import inputs
from leadroute.commands.telling import told
from leadroute.files.errors import OutputError
from leadroute.render.compared.about import About
from leadroute.render.compared.json import compared_json
from leadroute.render.compared.screen import compared_screen
from leadroute.render.compared.sheets import compared_workbook
from leadroute.render.compared.told import Compared as Words
from leadroute.render.console import error_console, system_language
from leadroute.render.progress import progress
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leadroute.commands.compare import Asked, Compared
    from leadroute.commands.telling import Telling
    from leadroute.model.diagnostic import Diagnostic


def show_compare(
    run: Callable[[Callable[[str], None]], Compared | Refusal], asked: Asked, how: Telling, out: Path | None
) -> Exit:
    """Compare, with progress on a terminal, and show what came of it; ``out`` is the workbook to write."""
    language = system_language()
    with progress(error_console(color=how.color), quiet=how.quiet) as tell:
        found = run(lambda step: tell(say(step, language)))
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    complain(why_it_fails(found.proof), found.language)
    words = Words(found.comparison, found.language)
    about = About(bool(asked.fail_if), found.proof, found.notes, found.broken, found.run)
    try:
        written = _written(words, about, asked, out)
    except OutputError as error:
        complain([error.diagnostic], found.language)
        return Exit.OUTPUT
    about = replace(about, notes=(*about.notes, *written), file=str(out or ""))
    shown = told(
        how,
        found.language,
        lambda view: compared_screen(words, about, view),
        lambda: compared_json(words, about),
    )
    return found.exit if shown else Exit.OUTPUT


def _written(words: Words, about: About, asked: Asked, out: Path | None) -> tuple[Diagnostic, ...]:
    """Write the workbook if one is wanted; it must not take the place of an input."""
    if out is None:
        return ()
    sides = ((asked.before, words.found.before), (asked.after, words.found.after))
    files = (path for sources, side in sides for path in inputs(sources, side.plan.rulebook))
    return write_report(compared_workbook(words, about), out, (*files, *([asked.ledger] if asked.ledger else [])))
