"""Show how a run ended: the result on stdout, what is wrong on stderr."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.render.console import error_console, output_console, spell_out, system_language
from leadroute.render.json import report_json
from leadroute.render.json_text import json_text
from leadroute.render.progress import progress
from leadroute.render.screen.screen import screen
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.commands.result import Result


@dataclass(frozen=True, slots=True)
class Shown:
    """How the user wants to see it."""

    as_json: bool = False
    everything: bool = False
    quiet: bool = False
    color: bool = True


def show(run: Callable[[Callable[[str], None]], Result | Refusal], shown: Shown) -> Exit:
    """Run, with progress on a terminal, and show the result; returns the exit code."""
    language = system_language()
    with progress(error_console(color=shown.color), quiet=shown.quiet) as tell:
        result = run(lambda step: tell(say(step, language)))
    if isinstance(result, Refusal):
        complain(result.diagnostics, result.language)
        return result.exit
    complain(result.ending.tripped, result.decided.plan.rulebook.language)
    return _shown(result, shown) if result.ending.broken or not shown.quiet or shown.as_json else result.exit


def _shown(result: Result, shown: Shown) -> Exit:
    language, files = result.decided.plan.rulebook.language, len(result.ending.written)
    return result.exit if printed(lambda: _print(result, shown), language, files=files) else Exit.OUTPUT


def _print(result: Result, shown: Shown) -> None:
    decided = result.decided
    if shown.as_json:
        spell_out(sys.stdout)
        sys.stdout.write(json_text(report_json(decided.plan, decided.report, decided.notes, result.ending)))
        return
    console = output_console(color=shown.color)
    console.print(
        screen(
            decided.plan,
            decided.report,
            decided.notes,
            result.ending,
            width=console.width,
            everything=shown.everything,
        )
    )
