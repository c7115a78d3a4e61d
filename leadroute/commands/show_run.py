"""Show how a run of a job ended: one line, the log, and on stderr what somebody has to look at."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.ended import Ended, ran
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.files.errors import OutputError
from leadroute.files.log import add_line
from leadroute.model.diagnostic import Diagnostic, Place, facts
from leadroute.render.console import error_console, spell_out, system_language
from leadroute.render.json_text import json_line
from leadroute.render.progress import progress
from leadroute.render.safe import clean
from leadroute.render.unattended import ran_json, ran_line
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leadroute.commands.job import Posted
    from leadroute.commands.telling import Telling
    from leadroute.model.rulebook import Language


def show_run(
    posted: Posted, run: Callable[[Callable[[str], None]], Ended], seconds: Callable[[], float], how: Telling
) -> Exit:
    """Run, with progress on a terminal; log it, say it. Returns the exit code."""
    language = system_language()
    with progress(error_console(color=how.color), quiet=how.quiet) as tell:
        ended = run(lambda step: tell(say(step, language)))
    complain(ended.wrong, ended.language)
    complain(ended.worth_telling, ended.language, notes=True)
    told = ran(ended, posted)
    line = json_line(ran_json(told, seconds()))
    logged = ended.dry_run or posted.log is None or _logged(posted.log, line, ended.language)
    said = line if how.as_json else clean(ran_line(told, ended.language))
    silent = not how.as_json and (how.quiet or isinstance(ended.result, Refusal))
    shown = silent or printed(lambda: _print(said), ended.language, files=_files(ended))
    return ended.exit if ended.exit != Exit.DONE or (logged and shown) else Exit.OUTPUT


def _print(line: str) -> None:
    spell_out(sys.stdout)
    sys.stdout.write(line + "\n")


def _files(ended: Ended) -> int:
    return 0 if ended.result is None or isinstance(ended.result, Refusal) else len(ended.result.ending.written)


def _logged(log: Path, line: str, language: Language) -> bool:
    try:
        add_line(log, line)
    except OutputError as error:
        why = facts(why=error.diagnostic.facts["why"])
        complain([Diagnostic("LR794", place=Place(str(log)), args=why)], language)
        return False
    return True
