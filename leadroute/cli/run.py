"""``leadroute run``."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Quiet, clock
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def run(
    job: Annotated[Path, typer.Argument(help="The job file (YAML); see docs/cron.md. 任务文件", show_default=False)],
    *,
    now: Now = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, write nothing. 试算")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the line of the log instead of words.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Decide what came into an inbox and archive it: the daily run, unattended. 每日自动分配."""

    def go() -> Exit:
        from datetime import UTC

        from leadroute.commands.complain import complain
        from leadroute.commands.job import read_job
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.run import Means, run
        from leadroute.commands.show_run import show_run
        from leadroute.commands.telling import Telling

        began, posted = monotonic(), read_job(job)
        if isinstance(posted, Refusal):
            complain(posted.diagnostics, posted.language)
            return posted.exit
        return show_run(
            posted,
            lambda tell: run(posted, Means(clock(now), clock(None)(UTC), tell), dry_run=dry_run),
            lambda: monotonic() - began,
            Telling(as_json=as_json, quiet=quiet, color=color),
        )

    raise typer.Exit(guarded(go))
