"""``leadroute assign``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Quiet, clock
from leadroute.cli.order import (
    AsJson,
    BadRows,
    CsvCode,
    Customers,
    Encoding,
    Everybody,
    FailOn,
    ForCrm,
    Form,
    Hide,
    LeadFiles,
    MaxBad,
    NoLedger,
    OwnLedger,
    Reps,
    Rulebook,
    SheetName,
    Split,
    gates,
)
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import CsvEncoding, Format, Hidden, OnBad

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def assign(
    leads: LeadFiles,
    *,
    reps: Reps,
    rules: Rulebook,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results. 结果文件夹")] = Path("out"),
    customers: Customers = None,
    out_format: Form = Format.XLSX,
    csv_encoding: CsvCode = CsvEncoding.UTF8_SIG,
    preset: ForCrm = None,
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = Hidden.INCLUDE,
    on_bad_row: BadRows = OnBad.KEEP,
    max_bad: MaxBad = None,
    fail_on: FailOn = None,
    now: Now = None,
    ledger: OwnLedger = None,
    no_ledger: NoLedger = False,
    split: Split = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show everything, write nothing. 试算")] = False,
    as_json: AsJson = False,
    everybody: Everybody = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Give leads to reps, write a workbook, show who got what and why. 分配线索."""
    stops = gates(fail_on)

    def run() -> Exit:
        from leadroute.commands.loading import loading

        with loading():
            from leadroute.commands.ahead import reading_ahead
            from leadroute.files.read.options import Reading

        with reading_ahead(leads[0], reps, rules, Reading(encoding, sheet, hidden)):
            with loading():
                from leadroute.cli.ordered import ordered
                from leadroute.commands.assign import assign
                from leadroute.commands.show import Shown, show
                from leadroute.commands.whereabouts import beside

            order = ordered(
                (tuple(leads), reps, rules, customers),
                (encoding, sheet, hidden, on_bad_row, max_bad),
                (out, out_format, csv_encoding, split, preset),
                None if no_ledger else ledger or beside(rules),
                stops,
            )
            shown = Shown(as_json=as_json, everything=everybody, quiet=quiet, color=color)
            return show(lambda tell: assign(order.sources, order.desk(clock(now), tell), dry_run=dry_run), shown)

    raise typer.Exit(guarded(run))
