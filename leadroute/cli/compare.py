"""``leadroute compare``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Quiet, clock, workbook
from leadroute.cli.order import (
    AsJson,
    BadRows,
    Customers,
    Encoding,
    Hide,
    LeadFiles,
    NoLedger,
    Reps,
    SheetName,
)
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Hidden, OnBad

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit

Old = Annotated[Path, typer.Argument(help="The rulebook in force (YAML). 现在的规则手册", show_default=False)]
New = Annotated[Path, typer.Argument(help="The rulebook to compare it with. 新的规则手册", show_default=False)]


def compare(
    old: Old,
    new: New,
    leads: LeadFiles,
    *,
    reps: Reps,
    reps_new: Annotated[
        Path | None, typer.Option("--reps-new", help="Another roster for the new side. 新的名册")
    ] = None,
    customers: Customers = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.xlsx", help="Also write a workbook. 写成工作簿")
    ] = None,
    fail_if: Annotated[
        str,
        typer.Option("--fail-if", metavar="CONDITION", help="End with 1 if 'default_rate > 5% or vip_moved > 0'. 关口"),
    ] = "",
    ledger: Annotated[
        Path | None, typer.Option("--ledger", help="What is remembered, only read; else that beside OLD. 台账")
    ] = None,
    no_ledger: NoLedger = False,
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = Hidden.INCLUDE,
    on_bad_row: BadRows = OnBad.KEEP,
    now: Now = None,
    everything: Annotated[bool, typer.Option("--all", help="Show long lists whole.")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Tell what another rulebook would do differently with the same leads; nothing is assigned. 比较规则手册."""
    workbook(out, "compare.xlsx")

    def run() -> Exit:
        from leadroute.cli.ordered import sources
        from leadroute.commands.compare import Asked, compare_rulebooks
        from leadroute.commands.show_compare import show_compare
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import beside
        from leadroute.ledger.session import exists

        before = sources((tuple(leads), reps, old, customers), (encoding, sheet, hidden, on_bad_row, None))
        after = replace(before, rules=new, reps=reps_new or reps)
        memory = ledger or (beside(old) if exists(beside(old)) else None)
        asked = Asked(before, after, None if no_ledger else memory, fail_if)
        how = Telling(as_json=as_json, everything=everything, quiet=quiet, color=color)
        return show_compare(lambda tell: compare_rulebooks(asked, clock(now), tell), asked, how, out)

    raise typer.Exit(guarded(run))
