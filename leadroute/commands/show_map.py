"""Show which column is which field, and what was or would be written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadroute.commands.complain import complain
from leadroute.commands.exits import Exit
from leadroute.commands.printing import printed
from leadroute.commands.refusal import Refusal
from leadroute.files.data import spelled
from leadroute.render.console import error_console, output_console, spell_out, system_language
from leadroute.render.json_mapping import mapping_json
from leadroute.render.json_text import json_text
from leadroute.render.progress import progress
from leadroute.render.safe import as_text
from leadroute.render.screen.mapping import mapping_screen
from leadroute.render.words import say
from leadroute.rulebook.edit import block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leadroute.commands.map_columns import Asked, Mapped


def show_map(
    run: Callable[[Callable[[str], None]], Mapped | Refusal], asked: Asked, *, as_json: bool, color: bool
) -> Exit:
    """Run, with progress on a terminal, and show the result; returns the exit code."""
    with progress(error_console(color=color)) as tell:
        mapped = run(lambda step: tell(say(step, system_language())))
    if isinstance(mapped, Refusal):
        complain(mapped.diagnostics, mapped.language)
        return mapped.exit
    complain(mapped.notes, mapped.language)

    def write() -> None:
        spell_out(sys.stdout)
        if as_json:
            written = spelled(asked.rules) if mapped.change and asked.rules else None
            told = mapping_json(mapped.tables, mapped.lines, mapped.notes, mapped.language)
            sys.stdout.write(json_text({**told, "written": written}))
        elif asked.write and not asked.rules:
            sys.stdout.write(block(mapped.lines) if mapped.lines else "")
        else:
            _print(mapped, asked, color=color)

    return mapped.exit if printed(write, mapped.language) else Exit.OUTPUT


def _print(mapped: Mapped, asked: Asked, *, color: bool) -> None:
    console = output_console(color=color)
    console.print(mapping_screen(mapped.tables, mapped.language, console.width))
    for line in _ending(mapped, asked):
        console.print(as_text(line), soft_wrap=True)  # lines that are to be copied stay whole


def _ending(mapped: Mapped, asked: Asked) -> Iterator[str]:
    language = mapped.language
    if mapped.change and asked.rules:
        yield from mapped.change
        yield say("map.written", language, file=spelled(asked.rules))
    elif mapped.lines:
        yield say("map.to_paste" if asked.write else "map.to_write", language, count=len(mapped.lines))
        yield from block(mapped.lines).splitlines()
    else:
        yield say("map.settled", language)
