"""``leadroute init``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.commands.last_resort import guarded
from leadroute.model.rulebook import Language
from leadroute.model.survey import Split, Template

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def init(
    folder: Annotated[Path, typer.Argument(help="Where to put the files; this folder if not given. 放在哪里")] = Path(),
    *,
    leads: Annotated[
        list[Path] | None, typer.Option("--leads", help="Lead files to propose from; may be repeated. 线索文件")
    ] = None,
    reps: Annotated[Path | None, typer.Option("--reps", "-r", help="The roster to propose from. 销售名册")] = None,
    customers: Annotated[Path | None, typer.Option(help="Existing customers and their owners. 老客户")] = None,
    template: Annotated[Template | None, typer.Option(help="Take a ready rulebook instead. 现成的规则手册")] = None,
    split: Annotated[
        Split | None, typer.Option(help="Share out by place, by what teams know, or all in turn. 按什么分")
    ] = None,
    language: Annotated[Language | None, typer.Option(help="Language of what is written. 语言")] = None,
) -> None:
    """Begin: write a rulebook that fits, examples, a roster to fill in and a daily job. 开始：写一套能用的文件."""

    def run() -> Exit:
        from leadroute.commands.init import Asked
        from leadroute.commands.show_init import show_init

        return show_init(Asked(folder, tuple(leads or ()), reps, customers, template, split, language))

    raise typer.Exit(guarded(run))
