"""``leadroute status``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, LedgerPath, Now, Rules, clock, named
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def status(
    *,
    rules: Rules = None,
    ledger: LedgerPath = None,
    reps: Annotated[
        Path | None, typer.Option("--reps", "-r", help="The roster, to tell what caps leave. 销售名册")
    ] = None,
    now: Now = None,
    everything: Annotated[bool, typer.Option("--all", help="Every run and every rep, however many.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    color: Color = True,
) -> None:
    """Tell how everything stands: last runs, balances, loads, caps, leads that wait. 现状."""
    named(rules, ledger)

    def run() -> Exit:
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_status import show_status
        from leadroute.commands.status import status
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import whereabouts

        at = whereabouts(rules, ledger)
        found = at if isinstance(at, Refusal) else status(at, reps, clock(now))
        return show_status(found, Telling(as_json=as_json, everything=everything, color=color))

    raise typer.Exit(guarded(run))
