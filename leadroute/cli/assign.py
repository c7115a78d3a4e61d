"""``leadroute assign``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import (
    Color,
    CsvEncoding,
    HiddenRows,
    Most,
    OnBadRow,
    OutFormat,
    Preset,
    Quiet,
    clock,
    moment,
    most,
)
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


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
    hidden: Annotated[HiddenRows, typer.Option(help="Hidden rows of lead workbooks. 隐藏的行")] = HiddenRows.include,
    on_bad_row: Annotated[
        OnBadRow, typer.Option(help="Rows whose every number and address is unusable. 联系方式都不能用的行")
    ] = OnBadRow.keep,
    max_bad: Annotated[
        Most | None,
        typer.Option(parser=most, metavar="5%|20", help="Stop when more rows than this are bad. 不能用的行的上限"),
    ] = None,
    now: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="WHEN", help="The moment to plan for, instead of now."),
    ] = None,
    ledger: Annotated[
        Path | None, typer.Option(help="What is remembered between runs; beside the rulebook if not given. 台账")
    ] = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Run without memory. 不记台账")] = False,
    split: Annotated[bool, typer.Option("--split", help="Also one file for each rep. 每个销售一个文件")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, write nothing. 试算")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="Show every rep, however many.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Give leads to reps, write a workbook, show who got what and why. 分配线索."""

    def run() -> Exit:
        from leadroute.commands.assign import Desk, assign
        from leadroute.commands.commit import Format, Wanted
        from leadroute.commands.gather import Sources
        from leadroute.commands.show import Shown, show
        from leadroute.files.read.options import Hidden, Reading
        from leadroute.intake.quarantine import OnBad, Tolerance

        limit = max_bad or Most()
        tolerance = Tolerance(OnBad(on_bad_row.value), limit.rows, limit.share)
        how = Reading(encoding, sheet, Hidden(hidden.value))
        sources = Sources(tuple(leads), reps, rules, customers, how, tolerance)
        wanted = Wanted(out, Format(out_format), csv_encoding.value, split=split, preset=preset.value if preset else "")
        shown = Shown(as_json=as_json, everything=everybody, quiet=quiet, color=color)
        kept = None if no_ledger else ledger or rules.with_suffix(".ledger")
        return show(lambda tell: assign(sources, Desk(wanted, kept, clock(now), tell), dry_run=dry_run), shown)

    raise typer.Exit(guarded(run))
