"""``leadroute plan``."""

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


def plan(
    leads: LeadFiles,
    *,
    reps: Reps,
    rules: Rulebook,
    file: Annotated[
        Path, typer.Option("--plan", "-o", metavar="FILE.json", help="The plan file to write. 方案文件")
    ] = Path("plan.json"),
    out: Annotated[Path, typer.Option("--out", help="Folder for the results of apply. 结果文件夹")] = Path("out"),
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
    detailed: Annotated[
        bool, typer.Option("--detailed-exitcode", help="End with 10 if there is anything to do. 有变化时退出码为 10")
    ] = False,
    as_json: AsJson = False,
    everybody: Everybody = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Show what assign would do, and keep it in a file for apply; nothing is assigned. 做方案."""
    stops = gates(fail_on)
    if file.suffix.lower() != ".json":
        message = "a plan file ends in .json, like plan.json; the folder for the results is --out"
        raise typer.BadParameter(message, param_hint="--plan / -o")

    def run() -> Exit:
        from leadroute.cli.ordered import ordered
        from leadroute.commands.exits import Exit
        from leadroute.commands.plan import plan
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
        ended = show(lambda tell: plan(order, file, clock(now), tell), shown)
        return Exit.DONE if ended is Exit.CHANGES and not detailed else ended

    raise typer.Exit(guarded(run))
