"""``leadroute correct``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, LedgerPath, Now, Quiet, clock
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def correct(
    sheet: Annotated[
        Path,
        typer.Argument(help="A small sheet: lead, new owner, reason. 改派表：线索、新负责人、原因", show_default=False),
    ],
    *,
    reps: Annotated[Path, typer.Option("--reps", "-r", help="The roster of reps. 销售名册", show_default=False)],
    rules: Annotated[Path, typer.Option("--rules", help="The rulebook (YAML). 规则手册", show_default=False)],
    ledger: LedgerPath = None,
    free: Annotated[bool, typer.Option("--free", help="Charge nobody: balances stay as they are. 不计入结余")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, change nothing. 试算")] = False,
    now: Now = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Move leads to other reps by hand, and let the ledger know. 人工改派."""

    def run() -> Exit:
        from leadroute.commands.correct import Asked, correct
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_correct import show_correct
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import whereabouts

        at = whereabouts(rules, ledger)
        asked = Asked(sheet, reps, charge=not free, only_look=dry_run)
        found = at if isinstance(at, Refusal) else correct(asked, at, clock(now))
        return show_correct(found, Telling(as_json=as_json, quiet=quiet, color=color))

    raise typer.Exit(guarded(run))
