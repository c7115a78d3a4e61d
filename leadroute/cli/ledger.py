"""``leadroute ledger``: what the ledger says."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.backup import backup
from leadroute.cli.options import Color, LedgerPath, Rules, moment, named
from leadroute.cli.verify import verify
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import CsvEncoding

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit

ledger = typer.Typer(
    help="What the ledger says, whether it is whole, copies of it. 台账：对账单、检查、备份",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Form(StrEnum):
    """How a statement is given."""

    screen = "screen"
    csv = "csv"
    xlsx = "xlsx"


@ledger.callback()
def about() -> None:
    """What the ledger says. 台账."""


@ledger.command()
def show(
    rep: Annotated[str, typer.Argument(help="The rep, by id or name. 工号或姓名")] = "",
    *,
    everybody: Annotated[bool, typer.Option("--all", help="Every rep in one table. 全部销售")] = False,
    rules: Rules = None,
    ledger: LedgerPath = None,
    reps: Annotated[Path | None, typer.Option("--reps", "-r", help="A roster, to know names by. 销售名册")] = None,
    first: Annotated[
        datetime | None, typer.Option("--from", parser=moment, metavar="DATE", help="The first day. 从哪天")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", parser=moment, metavar="DATE", help="The last day. 到哪天")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="On the screen, or as a file.")] = Form.screen,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the file. 结果文件夹")] = Path("out"),
    csv_encoding: Annotated[CsvEncoding, typer.Option(help="Encoding of a CSV file.")] = CsvEncoding.UTF8_SIG,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    color: Color = True,
) -> None:
    """Show the account of a rep line by line: entitled, received, corrected. 对账单."""
    named(rules, ledger)
    if bool(rep) == everybody:
        message = "name a rep, or ask for --all"
        raise typer.BadParameter(message)
    if first and last and first.date() > last.date():
        message = "--from is after --to"
        raise typer.BadParameter(message)

    def run() -> Exit:
        from leadroute.commands.refusal import Refusal
        from leadroute.commands.show_statement import File, show_statement
        from leadroute.commands.statement import Asked, tell
        from leadroute.commands.telling import Telling
        from leadroute.commands.whereabouts import whereabouts
        from leadroute.ledger.statement import Period
        from leadroute.model.manner import Format

        period = Period(first.date() if first else None, last.date() if last else None)
        at = whereabouts(rules, ledger)
        found = at if isinstance(at, Refusal) else tell(Asked(rep, period, reps), at)
        file = None if form is Form.screen else File(out, Format(form.value), csv_encoding)
        return show_statement(found, Telling(as_json=as_json, color=color), file)

    raise typer.Exit(guarded(run))


for command in (verify, backup):
    ledger.command()(command)
