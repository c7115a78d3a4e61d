"""Show how a run ended: the result on stdout, what is wrong on stderr."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.refusal import Refusal
from leadroute.model.diagnostic import Diagnostic, facts
from leadroute.render.console import (
    closed_pipe_ends_quietly,
    error_console,
    output_console,
    silence,
    spell_out,
    system_language,
)
from leadroute.render.json import json_text, report_json
from leadroute.render.progress import progress
from leadroute.render.screen import screen
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadroute.commands.assign import Result


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
    elif result.ending.broken or not shown.quiet or shown.as_json:
        return _shown(result, shown)
    return result.exit


def _shown(result: Result, shown: Shown) -> Exit:
    try:
        with closed_pipe_ends_quietly(sys.stdout):
            _print(result, shown)
    except OSError as problem:  # such as a full disk behind ``> file``
        silence(sys.stdout)
        told = facts(why=problem.strerror or problem, count=len(result.ending.written))
        complain([Diagnostic("LR619", args=told)], result.decided.plan.rulebook.language)
        return Exit.OUTPUT
    return result.exit


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
