"""``leadroute map``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color
from leadroute.commands.last_resort import guarded
from leadroute.model.manner import Hidden

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def map_columns(
    files: Annotated[list[Path], typer.Argument(help="Lead files, CSV or Excel. 线索文件", show_default=False)],
    *,
    rules: Annotated[Path | None, typer.Option("--rules", help="The rulebook (YAML). 规则手册")] = None,
    write: Annotated[
        bool, typer.Option("--write", "-w", help="Put a line for every open column into the rulebook. 写进规则手册")
    ] = False,
    encoding: Annotated[str, typer.Option(help="Encoding of text files, if the guess is wrong.")] = "",
    sheet: Annotated[str, typer.Option(help="Sheet of workbooks, if the guess is wrong.")] = "",
    hidden: Annotated[Hidden, typer.Option(help="Hidden rows of sheets. 隐藏的行")] = Hidden.INCLUDE,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    color: Color = True,
) -> None:
    """Show which column is which field; make the lines for columns that nobody knows. 列与字段的对应."""

    def run() -> Exit:
        from leadroute.commands.map_columns import Asked, map_columns
        from leadroute.commands.show_map import show_map
        from leadroute.files.read.options import Reading

        asked = Asked(tuple(files), rules, Reading(encoding, sheet, hidden), write=write)
        return show_map(lambda tell: map_columns(asked, tell), asked, as_json=as_json, color=color)

    raise typer.Exit(guarded(run))
