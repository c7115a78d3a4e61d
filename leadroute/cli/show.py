"""``leadroute show``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Quiet, clock
from leadroute.cli.order import BadRows, Customers, Encoding, Hide, SheetName
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Hidden, OnBad

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def show(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    leads: Annotated[
        list[Path] | None, typer.Option("--leads", help="Lead files: count what each rule does with them. 线索文件")
    ] = None,
    reps: Annotated[Path | None, typer.Option("--reps", "-r", help="The roster of reps. 销售名册")] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE.html", help="Write a page with a picture instead. 网页")
    ] = None,
    customers: Customers = None,
    encoding: Encoding = "",
    sheet: SheetName = "",
    hidden: Hide = Hidden.INCLUDE,
    on_bad_row: BadRows = OnBad.KEEP,
    now: Now = None,
    ledger: Annotated[Path | None, typer.Option("--ledger", help="What is remembered; none if not given. 台账")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Tell a rulebook in plain sentences, or as a page with a picture. 用大白话和图讲规则手册."""
    if leads and reps is None:
        message = "with --leads name the roster (--reps), too"
        raise typer.BadParameter(message)
    if html is not None and html.suffix.lower() not in {".html", ".htm"}:
        message = "a page ends in .html, like rules.html"
        raise typer.BadParameter(message, param_hint="--html")

    def run() -> Exit:
        from leadroute.cli.ordered import sources
        from leadroute.commands.picture import picture, picture_leads, picture_people
        from leadroute.commands.show_picture import show_picture
        from leadroute.commands.telling import Telling

        how = Telling(as_json=as_json, quiet=quiet, color=color)
        if reps is None:
            return show_picture(picture(rules), how, html)
        if not leads:
            return show_picture(picture_people(rules, reps), how, html)
        given = sources((tuple(leads), reps, rules, customers), (encoding, sheet, hidden, on_bad_row, None))
        return show_picture(picture_leads(given, ledger, clock(now)), how, html)

    raise typer.Exit(guarded(run))
