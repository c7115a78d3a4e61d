"""Put a result on stdout as a screen or as JSON."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.commands.printing import printed
from leadroute.model.rep import Roster
from leadroute.render.console import output_console, spell_out
from leadroute.render.json_text import json_text
from leadroute.render.screen.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from leadroute.model.rulebook import Language
    from leadroute.render.json_text import Json


@dataclass(frozen=True, slots=True)
class Telling:
    """How the user wants to see it; ``everything`` shows long lists whole."""

    as_json: bool = False
    everything: bool = False
    quiet: bool = False
    color: bool = True


def told(
    how: Telling,
    language: Language,
    screen: Callable[[View], RenderableType],
    as_json: Callable[[], dict[str, Json]],
) -> bool:
    """Print one of the two, or nothing; whether that could be done."""

    def write() -> None:
        if how.as_json:
            spell_out(sys.stdout)
            sys.stdout.write(json_text(as_json()))
        elif not how.quiet:
            console = output_console(color=how.color)
            console.print(screen(View(language, Roster(()), console.width, how.everything)))

    return printed(write, language)
