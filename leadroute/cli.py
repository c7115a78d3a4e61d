"""The command line: options, the error boundary, exit codes. Everything heavy is imported when it is needed."""

from __future__ import annotations

import sys
import tempfile
import traceback
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute import __version__
from leadroute.commands.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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
    now: Annotated[datetime | None, typer.Option(help="The moment to plan for, instead of now.")] = None,
    split: Annotated[bool, typer.Option("--split", help="Also one file for each rep. 每个销售一个文件")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, write nothing. 试算")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="Show every rep, however many.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Give leads to reps, write a workbook, show who got what and why. 分配线索."""
    from leadroute.commands.assign import assign as run
    from leadroute.commands.commit import Format, Wanted
    from leadroute.commands.gather import Sources
    from leadroute.commands.show import Shown, show

    sources = Sources(tuple(leads), reps, rules, customers, encoding, sheet)
    wanted = Wanted(out, Format(out_format), csv_encoding.value, split=split, preset=preset.value if preset else "")
    shown = Shown(as_json=as_json, everything=everybody, quiet=quiet, color=color)
    with boundary():
        raise typer.Exit(show(lambda tell: run(sources, None if dry_run else wanted, _clock(now), tell), shown))


@app.command()
def check(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    quiet: Quiet = False,
) -> None:
    """Tell everything that is wrong with a rulebook. 检查规则手册."""
    from leadroute.commands.check import check as run
    from leadroute.commands.show import complain

    with boundary():
        code, found, language = run(rules)
        complain(found, language, notes=True)
        if code == Exit.DONE and not quiet:
            from leadroute.render.words import say

            typer.echo(say("step.checked", language, file=rules))
        raise typer.Exit(code)


def main() -> None:
    """Run the command line."""
    app()


@contextmanager
def boundary() -> Iterator[None]:
    """Turn what must not happen into one line and an exit code; the traceback goes into a file."""
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(Exit.INTERRUPTED) from None
    except (SystemExit, typer.Exit):
        raise
    except BaseException:  # noqa: BLE001 - the last resort: whatever else is our bug
        with tempfile.NamedTemporaryFile("w", prefix="leadroute-bug-", suffix=".log", delete=False) as log:
            log.write(f"leadroute {__version__}, Python {sys.version}\n{traceback.format_exc()}")
        print(f"leadroute: our bug, sorry. Please send {log.name} / 程序出错，请把该文件发给我们", file=sys.stderr)  # noqa: T201
        raise SystemExit(Exit.BUG) from None


def _clock(given: datetime | None) -> Callable[[ZoneInfo], datetime]:
    """The one place where the time of day enters."""

    def clock(zone: ZoneInfo) -> datetime:
        if given is None:
            return datetime.now(zone)  # noqa: TID251 - see above
        return given.replace(tzinfo=zone) if given.tzinfo is None else given.astimezone(zone)

    return clock
