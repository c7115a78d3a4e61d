"""``leadroute doctor``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Hidden

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def doctor(
    files: Annotated[
        list[Path], typer.Argument(help="Files to look at, CSV or Excel. 要检查的文件", show_default=False)
    ],
    *,
    rules: Annotated[
        Path | None, typer.Option("--rules", help="The rulebook, for its headers and keys. 规则手册")
    ] = None,
    reps: Annotated[
        bool | None, typer.Option("--reps/--leads", help="They hold reps, or leads, whatever they look like.")
    ] = None,
    encoding: Annotated[str, typer.Option(help="Encoding of text files, if the guess is wrong.")] = "",
    sheet: Annotated[str, typer.Option(help="Sheet of workbooks, if the guess is wrong.")] = "",
    hidden: Annotated[Hidden, typer.Option(help="Hidden rows of sheets. 隐藏的行")] = Hidden.INCLUDE,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every column, however many.")] = False,
    color: Color = True,
) -> None:
    """Tell what files hold and what a run would make of them. 检查文件，分配之前先看一眼."""

    def run() -> Exit:
        from leadroute.commands.doctor import Asked, doctor
        from leadroute.commands.show_doctor import show_doctor
        from leadroute.files.read.options import Reading
        from leadroute.intake.examine.seen import Holds

        told = None if reps is None else Holds.ROSTER if reps else Holds.LEADS
        asked = Asked(tuple(files), rules, Reading(encoding, sheet, hidden), told)
        return show_doctor(lambda tell: doctor(asked, tell), as_json=as_json, everything=everything, color=color)

    raise typer.Exit(guarded(run))
