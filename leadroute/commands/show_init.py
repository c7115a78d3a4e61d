"""Say what was written to begin with, and what to do next."""

from __future__ import annotations

import shlex
import shutil
import sys
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.init import INBOX, JOB, ROSTER, RULES, init
from leadroute.commands.interview import interview
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.files.data import spelled
from leadroute.render.console import spell_out
from leadroute.render.safe import clean
from leadroute.render.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leadroute.commands.init import Asked, Made

_CRON = "5 8 * * 1-5"
"""Every working day at five past eight."""


def show_init(asked: Asked) -> Exit:
    """Ask what is not known, write, tell; returns the exit code."""
    known = interview(asked) if asked.nothing else asked
    made = known if isinstance(known, Refusal) else init(known)
    if isinstance(made, Refusal):
        complain(made.diagnostics, made.language)
        return made.exit
    complain(made.notes, made.asked.spoken)

    def write() -> None:
        spell_out(sys.stdout)
        sys.stdout.write("".join(f"{clean(line)}\n" for line in _told(made)))

    return Exit.DONE if printed(write, made.asked.spoken, files=len(made.names)) else Exit.OUTPUT


def _told(made: Made) -> Iterator[str]:
    asked, language = made.asked, made.asked.spoken
    yield say("init.written", language)
    for name in made.names:
        yield f"  {spelled(asked.folder / name)}    {say(f'init.{name}', language)}"
    yield ""
    yield say("init.next" if asked.reps else "init.fill", language)
    yield from (f"  {line}" for line in _commands(asked))
    yield ""
    yield say("init.daily", language, inbox=spelled(asked.folder / INBOX))
    yield f"  leadroute run {_typed(asked.folder / JOB)} --dry-run"
    yield f"  {_cron_line(asked.folder / JOB)}"


def _commands(asked: Asked) -> Iterator[str]:
    rules, reps = _typed(asked.folder / RULES), _typed(asked.reps or asked.folder / ROSTER)
    yield f"leadroute check {rules}"
    yield f"leadroute test {rules}"
    leads = " ".join(map(_typed, asked.leads)) or shlex.quote(say("init.leads", asked.spoken))
    more = f" --customers {_typed(asked.customers)}" if asked.customers else ""
    out = _typed(asked.folder / "out")
    yield f"leadroute assign {leads} --reps {reps} --rules {rules}{more} --out {out} --dry-run"


def _cron_line(job: Path) -> str:
    """A line of a crontab: everything in full, as cron knows no folder; a bare ``%`` would end the line there."""
    program = shutil.which("leadroute") or "leadroute"
    command = f"{shlex.quote(program)} run -q {_typed(job.resolve())}"
    return f"{_CRON}  {command.replace('%', chr(92) + '%')}"


def _typed(path: Path) -> str:
    """A path as it is typed in a shell."""
    return shlex.quote(spelled(path))
