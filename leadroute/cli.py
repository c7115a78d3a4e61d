"""The command line: options, the error boundary, exit codes. Everything heavy is imported when it is needed."""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from leadroute import __version__
from leadroute.commands.exits import Exit
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

app = typer.Typer(
    name="leadroute",
    help="Turn spreadsheets of sales leads into fair, explained assignments. 把销售线索公平、可解释地分给销售。",
    epilog="Try it: leadroute assign samples/leads.csv --reps samples/reps.xlsx --rules rules.example.yaml -o out",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class OutFormat(StrEnum):
    """What is written."""

    xlsx = "xlsx"
    csv = "csv"


class CsvEncoding(StrEnum):
    """The encoding of CSV files written."""

    utf8 = "utf-8-sig"
    plain = "utf-8"
    gb18030 = "gb18030"


class Preset(StrEnum):
    """CRM systems a file can be made for."""

    hubspot = "hubspot"
    salesforce = "salesforce"
    salesforce_wizard = "salesforce-wizard"
    zoho = "zoho"
    odoo = "odoo"
    fxiaoke = "fxiaoke"
    cordys = "cordys"
    yudao = "yudao"


def _moment(text: str) -> datetime:
    """A moment as ISO 8601 writes it, with or without a zone; nothing else is guessed at (a number is no date)."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = "write it like 2026-11-23 or 2026-11-23T09:00, with a zone like 2026-11-23T09:00+08:00 if need be"
        raise typer.BadParameter(message) from None
    if not 1970 <= moment.year < 2200:  # noqa: PLR2004 - what people mean by now
        message = "the year must be between 1970 and 2199"
        raise typer.BadParameter(message)
    return moment


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something is wrong.")]
Color = Annotated[bool, typer.Option("--color/--no-color", help="Colours on a terminal.")]


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,  # noqa: FBT002
) -> None:
    """Answer ``--version``; everything else is a command."""
    if version:
        typer.echo(f"leadroute {__version__}")
        raise typer.Exit


@app.command()
def assign(
    leads: Annotated[list[Path], typer.Argument(help="Lead files, CSV or Excel. 线索文件", show_default=False)],
    *,
    reps: Annotated[Path, typer.Option("--reps", "-r", help="The roster of reps. 销售名册", show_default=False)],
    rules: Annotated[Path, typer.Option("--rules", help="The rulebook (YAML). 规则手册", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results. 结果文件夹")] = Path("out"),
    customers: Annotated[Path | None, typer.Option(help="Existing customers and their owners. 老客户")] = None,
    out_format: Annotated[OutFormat, typer.Option("--format", help="A workbook, or CSV files.")] = OutFormat.xlsx,
    csv_encoding: Annotated[CsvEncoding, typer.Option(help="Encoding of CSV files written.")] = CsvEncoding.utf8,
    preset: Annotated[Preset | None, typer.Option(help="Also write a file to import into this CRM.")] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of the lead files, if the guess is wrong.")] = "",
    sheet: Annotated[str, typer.Option(help="Sheet of the lead workbooks, if the guess is wrong.")] = "",
    now: Annotated[
        datetime | None,
        typer.Option(parser=_moment, metavar="WHEN", help="The moment to plan for, instead of now."),
    ] = None,
    split: Annotated[bool, typer.Option("--split", help="Also one file for each rep. 每个销售一个文件")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, write nothing. 试算")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="Show every rep, however many.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Give leads to reps, write a workbook, show who got what and why. 分配线索."""

    def run() -> Exit:
        from leadroute.commands.assign import assign
        from leadroute.commands.commit import Format, Wanted
        from leadroute.commands.gather import Sources
        from leadroute.commands.show import Shown, show

        sources = Sources(tuple(leads), reps, rules, customers, encoding, sheet)
        wanted = Wanted(out, Format(out_format), csv_encoding.value, split=split, preset=preset.value if preset else "")
        shown = Shown(as_json=as_json, everything=everybody, quiet=quiet, color=color)
        return show(lambda tell: assign(sources, wanted, _clock(now), tell, dry_run=dry_run), shown)

    raise typer.Exit(guarded(run))


@app.command()
def check(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    quiet: Quiet = False,
) -> None:
    """Tell everything that is wrong with a rulebook. 检查规则手册."""

    def run() -> Exit:
        from leadroute.commands.check import check
        from leadroute.commands.complain import complain
        from leadroute.render.words import say

        code, found, language = check(rules)
        complain(found, language, notes=True)
        if code == Exit.DONE and not quiet:
            typer.echo(say("step.checked", language, file=rules))
        return code

    raise typer.Exit(guarded(run))


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _terminated)
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by the caller (``>&-``): what is said goes nowhere
            setattr(sys, stream, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
    app()


def _terminated(*_: object) -> NoReturn:
    """Clean up on the way out, as after ^C: a scheduler that lost patience shall find no half-written files."""
    raise SystemExit(128 + signal.SIGTERM)


def _clock(given: datetime | None) -> Callable[[ZoneInfo], datetime]:
    """The one place where the time of day enters."""

    def clock(zone: ZoneInfo) -> datetime:
        if given is None:
            return datetime.now(zone)  # noqa: TID251 - see above
        return given.replace(tzinfo=zone) if given.tzinfo is None else given.astimezone(zone)

    return clock
