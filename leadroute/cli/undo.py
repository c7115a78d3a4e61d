"""``leadroute undo``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, LedgerPath, Now, Quiet, Rules, clock, named
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def undo(
    run: Annotated[
        int, typer.Argument(help="The number of the run (see leadroute status). 批次号", show_default=False)
    ],
    *,
    rules: Rules = None,
    ledger: LedgerPath = None,
    with_later: Annotated[
        bool, typer.Option("--with-later", help="Also the later runs that decided its leads again. 连同后来的批次")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking. 不再询问")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, change nothing. 试算")] = False,
    now: Now = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Take a run back: its leads are free again, its turns are returned. 撤销一批分配."""
    named(rules, ledger)

    def perform() -> Exit:
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_undo import Way, show_undo
        from leadroute.commands.undo import propose
        from leadroute.commands.whereabouts import whereabouts

        at = whereabouts(rules, ledger)
        found = at if isinstance(at, Refusal) else propose(run, at, clock(now), with_later=with_later)
        return show_undo(found, Way(yes=yes, only_look=dry_run, as_json=as_json, quiet=quiet, color=color))

    raise typer.Exit(guarded(perform))
