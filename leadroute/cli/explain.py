"""``leadroute explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Rules, clock, named
from leadroute.cli.order import BadRows, Customers, Encoding, Hide, NoLedger, OwnLedger, SheetName
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Hidden, OnBad

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit
    from leadroute.commands.recount import Recounted
    from leadroute.commands.refusal import Refusal
    from leadroute.commands.telling import Telling


def explain(
    lead: Annotated[
        str,
        typer.Argument(
            help="The lead: id, phone, e-mail, company, contact, or file:row. 线索：编号、手机、邮箱、名称或 文件:行",
            show_default=False,
        ),
    ],
    leads: Annotated[
        list[Path] | None,
        typer.Argument(help="Lead files; without them the ledger is asked. 线索文件；不写就查台账", show_default=False),
    ] = None,
    *,
    rules: Rules = None,
    reps: Annotated[Path | None, typer.Option("--reps", "-r", help="The roster of reps. 销售名册")] = None,
    why_not: Annotated[
        str, typer.Option("--why-not", metavar="REP", help="Also why this rep did not get it. 为什么没有给这个销售")
    ] = "",
    nearest: Annotated[
        str, typer.Option("--nearest", metavar="REP", help="Also what one change would send it there. 怎样才会给他")
    ] = "",
    customers: Customers = None,
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = Hidden.INCLUDE,
    on_bad_row: BadRows = OnBad.KEEP,
    now: Now = None,
    ledger: OwnLedger = None,
    no_ledger: NoLedger = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every rep, however many.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    color: Color = True,
) -> None:
    """Tell why a lead goes where it goes, or went, by the ledger: rules, reps, balances. 解释一条线索的去向."""
    files = _files(leads, rules, reps) if leads else None
    if files is None:
        named(rules, ledger)

    def how() -> Telling:
        from leadroute.commands.telling import Telling

        return Telling(as_json=as_json, everything=everything, color=color)

    def run() -> Exit:
        from leadroute.cli.ordered import sources
        from leadroute.commands.explain import Asked, explain
        from leadroute.commands.show_explain import show_explain, show_story
        from leadroute.commands.whereabouts import beside

        if files is None:
            return show_story(
                _recount(lead, rules, ledger, "--why-not" if why_not else "--nearest" if nearest else ""), how()
            )
        given = sources((*files, customers), (encoding, sheet, hidden, on_bad_row, None))
        memory = None if no_ledger else ledger or beside(given.rules)
        return show_explain(explain(given, Asked(lead, why_not, nearest), memory, clock(now)), how())

    raise typer.Exit(guarded(run))


def _files(leads: list[Path], rules: Path | None, reps: Path | None) -> tuple[tuple[Path, ...], Path, Path]:
    """Leads, roster and rulebook: with the first the others are needed, too."""
    if rules is None or reps is None:
        message = "with lead files name the roster (--reps) and the rulebook (--rules), too"
        raise typer.BadParameter(message)
    return tuple(leads), reps, rules


def _recount(lead: str, rules: Path | None, ledger: Path | None, needless: str) -> Recounted | Refusal:
    """The story of a lead; ``needless`` is an option that only files can answer."""
    from leadroute.commands.exits import Exit
    from leadroute.commands.recount import recount
    from leadroute.commands.refusal import Refusal
    from leadroute.commands.whereabouts import whereabouts
    from leadroute.model.diagnostic import Diagnostic, facts

    at = whereabouts(rules, ledger)
    if isinstance(at, Refusal):
        return at
    if needless:
        return Refusal(Exit.USAGE, (Diagnostic("LR809", args=facts(option=needless)),), at.language)
    return recount(at, lead)
