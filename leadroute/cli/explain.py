"""``leadroute explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, HiddenRows, Now, OnBadRow, clock
from leadroute.cli.order import BadRows, Customers, Encoding, Hide, NoLedger, OwnLedger, SheetName
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def explain(
    lead: Annotated[
        str,
        typer.Argument(
            help="The lead: id, phone, e-mail, company, contact, or file:row. 线索：编号、手机、邮箱、名称或 文件:行",
            show_default=False,
        ),
    ],
    leads: Annotated[list[Path], typer.Argument(help="Lead files, CSV or Excel. 线索文件", show_default=False)],
    *,
    rules: Annotated[Path, typer.Option("--rules", help="The rulebook (YAML). 规则手册", show_default=False)],
    reps: Annotated[Path, typer.Option("--reps", "-r", help="The roster of reps. 销售名册", show_default=False)],
    why_not: Annotated[
        str, typer.Option("--why-not", metavar="REP", help="Also why this rep did not get it. 为什么没有给这个销售")
    ] = "",
    customers: Customers = None,
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = HiddenRows.include,
    on_bad_row: BadRows = OnBadRow.keep,
    now: Now = None,
    ledger: OwnLedger = None,
    no_ledger: NoLedger = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every rep, however many.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    color: Color = True,
) -> None:
    """Tell why a lead goes where it goes: every rule, who could take it, balances. 解释一条线索的去向."""

    def run() -> Exit:
        from leadroute.commands.commit import Wanted
        from leadroute.commands.explain import Asked, explain
        from leadroute.commands.gather import Sources
        from leadroute.commands.make import Desk
        from leadroute.commands.show_explain import show_explain
        from leadroute.commands.telling import Telling
        from leadroute.files.read.options import Hidden, Reading
        from leadroute.intake.quarantine import OnBad, Tolerance

        how = Reading(encoding, sheet, Hidden(hidden.value))
        sources = Sources(tuple(leads), reps, rules, customers, how, Tolerance(OnBad(on_bad_row.value)))
        at = None if no_ledger else ledger or rules.with_suffix(".ledger")
        desk = Desk(Wanted(Path()), at, clock(now), lambda _: None)
        found = explain(sources, Asked(lead, why_not), desk)
        return show_explain(found, Telling(as_json=as_json, everything=everything, color=color))

    raise typer.Exit(guarded(run))
