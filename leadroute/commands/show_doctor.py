"""Show what was seen in files, and the command to run next."""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.files.data import spelled
from leadroute.intake.examine.seen import Holds
from leadroute.model.manner import Hidden
from leadroute.render.console import error_console, output_console, spell_out, system_language
from leadroute.render.json_doctor import examination_json
from leadroute.render.json_text import json_text
from leadroute.render.progress import progress
from leadroute.render.safe import as_text
from leadroute.render.screen.doctor import examination
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from leadroute.commands.doctor import Asked, Looked


_PLAIN = re.compile(r"[\w@%+=:,./-]+").fullmatch
_HARMLESS = re.compile(r"[\w@%+=:,./ ()（）&;-]+").fullmatch


def show_doctor(
    run: Callable[[Callable[[str], None]], Looked | Refusal], *, as_json: bool, everything: bool, color: bool
) -> Exit:
    """Run, with progress on a terminal, and show the result; returns the exit code."""
    language = system_language()
    with progress(error_console(color=color)) as tell:
        looked = run(lambda step: tell(say(step, language)))
    if isinstance(looked, Refusal):
        complain(looked.diagnostics, looked.language)
        return looked.exit

    def write() -> None:
        if as_json:
            spell_out(sys.stdout)
            sys.stdout.write(json_text(examination_json(looked.seen, following(looked), looked.language)))
            return
        console = output_console(color=color)
        language, width = looked.language, console.width
        console.print(examination(looked.seen, language=language, width=width, everything=everything))
        key = "doctor.next" if looked.seen.usable else "doctor.again"
        # A command that is to be copied stays in one line, however long.
        console.print(as_text(say(key, language, command=following(looked))), soft_wrap=True)

    return looked.exit if printed(write, looked.language) else Exit.OUTPUT


def following(looked: Looked) -> str:
    """The command to run next: a dry run on these files, or this examination again once they are mended."""
    asked = looked.asked
    files = [spelled(path) for path in asked.files]
    rules = spelled(asked.rules) if asked.rules else say("doctor.your_rules", looked.language)
    if not looked.seen.usable:
        return _typed(["leadroute", "doctor", *files, *(["--rules", rules] if asked.rules else []), *_reading(asked)])
    rosters = _files(looked, Holds.ROSTER)
    if rosters:  # of a folder, too, only the leads are meant
        files = _files(looked, Holds.LEADS) or [say("doctor.your_leads", looked.language)]
    roster = rosters[0] if rosters else say("doctor.your_roster", looked.language)
    return _typed(["leadroute", "assign", *files, "--reps", roster, "--rules", rules, *_reading(asked), "--dry-run"])


def _files(looked: Looked, holds: Holds) -> list[str]:
    """The files with tables of one sort, in order."""
    return list(dict.fromkeys(table.file for table in looked.seen.tables if table.holds is holds))


def _typed(words: Iterable[str]) -> str:
    """A command as people type it: quoted where needed, with the quotes that every shell knows where those do."""
    return " ".join(word if _PLAIN(word) else f'"{word}"' if _HARMLESS(word) else shlex.quote(word) for word in words)


def _reading(asked: Asked) -> Iterator[str]:
    """The options that said how to read."""
    if asked.how.encoding:
        yield from ("--encoding", asked.how.encoding)
    if asked.how.sheet:
        yield from ("--sheet", asked.how.sheet)
    if asked.how.hidden is not Hidden.INCLUDE:
        yield from ("--hidden", asked.how.hidden.value)
