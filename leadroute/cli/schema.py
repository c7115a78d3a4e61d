"""``leadroute schema``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def schema() -> None:
    """Print the JSON Schema of rulebooks, for completion in an editor. 规则手册的 JSON Schema."""

    def run() -> Exit:
        from leadroute.commands.show_schema import show_schema

        return show_schema()

    raise typer.Exit(guarded(run))
