"""Show what a check found, and tell a code at length."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadroute.commands.check import exit_of
from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.render.console import spell_out
from leadroute.render.findings import FORMATS
from leadroute.render.lesson import lesson
from leadroute.render.words import say

if TYPE_CHECKING:
    from leadroute.model.rulebook import Language
    from leadroute.render.findings.checked import Checked


def show_check(checked: Checked, form: str, *, quiet: bool) -> Exit:
    """Write the findings in one of ``FORMATS`` to stdout, or as text to stderr with a last word on stdout."""
    if form in FORMATS:
        return exit_of(checked) if _put(FORMATS[form](checked), checked.language) else Exit.OUTPUT
    complain(checked.found, checked.language, notes=True)
    told = quiet or _put(_last_word(checked), checked.language)
    return exit_of(checked) if told else Exit.OUTPUT


def show_lesson(code: str, language: Language) -> Exit:
    """Tell a code at length."""
    return Exit.DONE if _put(lesson(code, language), language) else Exit.OUTPUT


def _last_word(checked: Checked) -> str:
    """What there is to say in the end: nothing after a failure, the findings have said it."""
    lines = [say("step.accepted", checked.language, count=checked.accepted)] if checked.accepted else []
    if not checked.failed:
        lines.append(say(f"step.checked.{checked.level.value}", checked.language, file=checked.file))
    return "".join(line + "\n" for line in lines)


def _put(text: str, language: Language) -> bool:
    def write() -> None:
        spell_out(sys.stdout)
        sys.stdout.write(text)

    return printed(write, language)
