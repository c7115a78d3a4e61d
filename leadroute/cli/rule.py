"""``leadroute rule``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


class Speech(StrEnum):
    """The languages there are."""

    zh = "zh"
    en = "en"


def rule(
    code: Annotated[str, typer.Argument(help="A code such as LR202. 代码", show_default=False)],
    *,
    language: Annotated[
        Speech | None, typer.Option(help="The language; the system's if not given. 语言", show_default=False)
    ] = None,
) -> None:
    """Tell what a code of a finding means, with an example and what to do. 代码的含义."""
    known = _known(code)

    def run() -> Exit:
        from leadroute.commands.show_check import show_lesson
        from leadroute.model.rulebook import Language
        from leadroute.render.console import system_language

        return show_lesson(known, Language(language.value) if language else system_language())

    raise typer.Exit(guarded(run))


def _known(code: str) -> str:
    from leadroute.render.messages import MESSAGES
    from leadroute.rulebook.near import near

    if code.upper() in MESSAGES:
        return code.upper()
    alike = ", ".join(near(code.upper(), MESSAGES))
    message = f"there is no code {code!r}" + (f"; near it: {alike}" if alike else "")
    raise typer.BadParameter(message, param_hint="CODE")
