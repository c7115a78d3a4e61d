"""``leadroute apply``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Quiet, clock
from leadroute.cli.order import AsJson, Everybody
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def apply(
    plan: Annotated[Path, typer.Argument(help="A plan file of leadroute plan. 方案文件", show_default=False)],
    *,
    as_json: AsJson = False,
    everybody: Everybody = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Carry out a plan exactly as it was shown, unless something changed since. 执行方案."""

    def run() -> Exit:
        from leadroute.commands.apply import apply
        from leadroute.commands.show import Shown, show

        shown = Shown(as_json=as_json, everything=everybody, quiet=quiet, color=color)
        return show(lambda tell: apply(plan, clock(None), tell), shown)

    raise typer.Exit(guarded(run))
