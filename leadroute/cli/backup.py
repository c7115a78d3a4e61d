"""``leadroute ledger backup``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, LedgerPath, Quiet, Rules, named
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def backup(
    target: Annotated[Path, typer.Argument(help="A folder, or a file. 备份到哪里", show_default=False)],
    *,
    rules: Rules = None,
    ledger: LedgerPath = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Copy the ledger, whoever is at work on it, and see that the copy is whole. 备份台账."""
    named(rules, ledger)

    def run() -> Exit:
        from leadroute.commands.backup import backup
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_verify import show_backup
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import whereabouts

        at = whereabouts(rules, ledger)
        made = at if isinstance(at, Refusal) else backup(at, target)
        return show_backup(made, Telling(as_json=as_json, quiet=quiet, color=color))

    raise typer.Exit(guarded(run))
