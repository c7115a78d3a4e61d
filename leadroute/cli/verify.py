"""``leadroute ledger verify``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, LedgerPath, Quiet, Rules, clock, named
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def verify(
    *,
    rules: Rules = None,
    ledger: LedgerPath = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take it as the latest, if it is whole: after restoring it. 认可恢复的台账")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Look for any change to what was recorded. 检查台账."""
    named(rules, ledger)

    def run() -> Exit:
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_verify import show_verify
        from leadroute.commands.telling import Telling
        from leadroute.commands.verify import verify
        from leadroute.commands.whereabouts import whereabouts

        at = whereabouts(rules, ledger)
        found = at if isinstance(at, Refusal) else verify(at, clock(None), accept=accept)
        return show_verify(found, Telling(as_json=as_json, quiet=quiet, color=color))

    raise typer.Exit(guarded(run))
