"""``leadroute backtest``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Quiet, moment, workbook
from leadroute.cli.order import AsJson, BadRows, Customers, Encoding, Hide, Reps, SheetName
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Every, Hidden, OnBad

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit
    from leadroute.intake.past.ends import Marked

New = Annotated[Path, typer.Argument(help="The rulebook to try (YAML). 要试的规则手册", show_default=False)]
More = Annotated[list[Path] | None, typer.Argument(help="More files of leads. 更多线索文件", show_default=False)]
_MARK = "COLUMN=VALUE"


def backtest(
    new: New,
    more: More = None,
    *,
    history: Annotated[
        list[Path],
        typer.Option("--history", metavar="LEDGER|FILE", help="The past: a ledger, or files of leads. 历史"),
    ],
    reps: Reps,
    customers: Customers = None,
    old: Annotated[Path | None, typer.Option("--old", help="Another rulebook to set beside it. 对照的规则手册")] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", parser=moment, metavar="DATE", help="The first day. 从哪天")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", parser=moment, metavar="DATE", help="The last day. 到哪天")
    ] = None,
    every: Annotated[
        Every | None, typer.Option("--every", help="How often files are cut into runs. 多久一批", show_default=False)
    ] = None,
    ends: Annotated[
        Path | None, typer.Option("--outcomes", help="A file that tells by lead id how leads ended. 结果文件")
    ] = None,
    owner: Annotated[
        str, typer.Option("--owner", metavar="COLUMN", help="The column of who had the leads. 谁跟进的列")
    ] = "",
    won: Annotated[str, typer.Option("--won", metavar=_MARK, help="What marks a won lead. 怎样算成交")] = "",
    lost: Annotated[str, typer.Option("--lost", metavar=_MARK, help="What marks a lost lead. 怎样算没成")] = "",
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="COLUMN", help="Kinds of leads: source and grade, or these.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.xlsx", help="Also write a workbook. 写成工作簿")
    ] = None,
    fail_if: Annotated[
        str,
        typer.Option("--fail-if", metavar="CONDITION", help="End with 1 if 'default_rate > 5% or review > 20'. 关口"),
    ] = "",
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = Hidden.INCLUDE,
    on_bad_row: BadRows = OnBad.KEEP,
    everything: Annotated[bool, typer.Option("--all", help="Show long lists whole.")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Tell what a rulebook would have done with the leads of past months, run by run; nothing is assigned. 回测."""
    workbook(out, "backtest.xlsx")
    if first and last and first.date() > last.date():
        message = "--from is after --to"
        raise typer.BadParameter(message)
    if lost and not won:
        message = "--lost needs --won"
        raise typer.BadParameter(message)
    if every and any(path.suffix == ".ledger" for path in history):
        message = "a ledger has runs of its own; --every cuts files"
        raise typer.BadParameter(message, param_hint="--every")
    marks = (_marked(won, "--won"), _marked(lost, "--lost"))

    def run() -> Exit:
        from leadroute.cli.ordered import sources
        from leadroute.commands import backtest as command
        from leadroute.commands.history import Told
        from leadroute.commands.show_backtest import show_backtest
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import parted
        from leadroute.intake.past.cut import Window

        order = sources(((), reps, new, customers), (encoding, sheet, hidden, on_bad_row, None))
        ledger, files = parted((*history, *(more or ())))
        window = Window(first.date() if first else None, last.date() if last else None)
        told = Told(ledger, files, order.how, window, every, ends, owner, *marks, by=tuple(by or ()))
        asked = command.Asked(order, old, told, fail_if)
        how = Telling(as_json=as_json, everything=everything, quiet=quiet, color=color)
        return show_backtest(lambda tell: command.backtest(asked, tell), asked, how, out)

    raise typer.Exit(guarded(run))


def _marked(text: str, option: str) -> Marked | None:
    """``stage=Won|Closed won``: a column and the values that mark a lead in it."""
    if not text:
        return None
    from leadroute.intake.past.ends import Marked

    column, sign, values = text.partition("=")
    found = tuple(value.strip() for value in values.split("|") if value.strip())
    if not (sign and column.strip() and found):
        message = f"write it like {_MARK}, such as stage=Won, stage='Won|Signed' or won_date=* (any value)"
        raise typer.BadParameter(message, param_hint=option)
    return Marked(column.strip(), found)
