"""Show a backtest: on the screen or as JSON, and as a workbook where one was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.commands.report_file import why_it_fails, write_report
from leadroute.commands.sources import inputs
from leadroute.commands.telling import told
from leadroute.files.data import spelled
from leadroute.files.errors import OutputError
from leadroute.render.backtest.json import backtest_json
from leadroute.render.backtest.screen import backtest_screen
from leadroute.render.backtest.sheets import backtest_workbook
from leadroute.render.backtest.told import About, Told
from leadroute.render.console import error_console, system_language
from leadroute.render.progress import progress
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leadroute.commands.backtest import Asked, Backtested
    from leadroute.commands.replay import Tell
    from leadroute.commands.telling import Telling
    from leadroute.model.diagnostic import Diagnostic


def show_backtest(run: Callable[[Tell], Backtested | Refusal], asked: Asked, how: Telling, out: Path | None) -> Exit:
    """Play the past again, with progress on a terminal, and show what came of it; ``out`` is the workbook to write."""
    language = system_language()
    with progress(error_console(color=how.color), quiet=how.quiet) as tell:
        found = run(lambda step, **facts: tell(say(step, language, **facts)))
    if isinstance(found, Refusal):
        complain(found.diagnostics, found.language)
        return found.exit
    complain(why_it_fails(found.proof), found.language)
    words = Told(found.found, found.language)
    about = About(_history(asked), bool(asked.fail_if), found.proof, found.notes, found.broken)
    try:
        written = _written(words, about, asked, out)
    except OutputError as error:
        complain([error.diagnostic], found.language)
        return Exit.OUTPUT
    about = replace(about, notes=(*about.notes, *written), file=str(out or ""))
    shown = told(
        how,
        found.language,
        lambda view: backtest_screen(words, about, view),
        lambda: backtest_json(words, about),
    )
    return found.exit if shown else Exit.OUTPUT


def _history(asked: Asked) -> tuple[str, ...]:
    ledger = (asked.told.ledger,) if asked.told.ledger else ()
    return tuple(map(spelled, (*ledger, *asked.told.files)))


def _written(words: Told, about: About, asked: Asked, out: Path | None) -> tuple[Diagnostic, ...]:
    """Write the workbook if one is wanted; it must not take the place of an input."""
    if out is None:
        return ()
    files = inputs(replace(asked.sources, leads=asked.told.files), words.found.new.book)
    others = (path for path in (asked.told.ledger, asked.told.ends, asked.old) if path is not None)
    return write_report(backtest_workbook(words, about), out, (*files, *others))
