"""``leadroute check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadroute.cli.options import Quiet
from leadroute.commands.exits import Exit
from leadroute.commands.last_resort import guarded


def check(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    quiet: Quiet = False,
) -> None:
    """Tell everything that is wrong with a rulebook. 检查规则手册."""

    def run() -> Exit:
        from leadroute.commands.check import check
        from leadroute.commands.complain import complain
        from leadroute.render.words import say

        code, found, language = check(rules)
        complain(found, language, notes=True)
        if code == Exit.DONE and not quiet:
            typer.echo(say("step.checked", language, file=rules))
        return code

    raise typer.Exit(guarded(run))
