"""``leadroute check``."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Now, Quiet, clock
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.commands.exits import Exit


class FailLevel(StrEnum):
    """From which severity on findings make the check fail."""

    error = "error"
    warning = "warning"
    note = "note"


class CheckFormat(StrEnum):
    """In which form findings are told."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


def check(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    reps: Annotated[Path | None, typer.Option("--reps", "-r", help="The roster. 销售名册")] = None,
    leads: Annotated[
        list[Path] | None, typer.Option("--leads", help="Leads to try the rules on; may be repeated. 线索文件")
    ] = None,
    customers: Annotated[Path | None, typer.Option(help="Existing customers and their owners. 老客户")] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these, such as LR2xx,LR301. 只看这些代码")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="All but these. 不看这些代码")] = None,
    fail_level: Annotated[FailLevel, typer.Option(help="Exit 1 from this severity on. 从哪一级起算失败")] = (
        FailLevel.error
    ),
    form: Annotated[CheckFormat, typer.Option("--format", help="Text, or a form for programs.")] = CheckFormat.text,
    now: Now = None,
    quiet: Quiet = False,
) -> None:
    """Tell everything that is wrong with a rulebook. 检查规则手册."""
    wanted, unwanted = codes(select, "--select"), codes(ignore, "--ignore")

    def run() -> Exit:
        from leadroute.commands.check import Asked, check
        from leadroute.commands.check_given import Files
        from leadroute.commands.show_check import show_check
        from leadroute.model.diagnostic import Severity
        from leadroute.rulebook.choosing import Choice

        asked = Asked(
            rules,
            clock(now),
            Files(reps, tuple(leads or ()), customers),
            Choice(wanted, unwanted),
            Severity(fail_level.value),
        )
        return show_check(check(asked), form.value, quiet=quiet)

    raise typer.Exit(guarded(run))


def codes(given: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """The codes of an option, or the beginnings of codes; what is neither is wrong usage."""
    from leadroute.rulebook.choosing import is_pattern

    found = tuple(code for text in given or () for code in re.split(r"[\s,]+", text) if code)
    wrong = [code for code in found if not is_pattern(code)]
    if wrong:
        message = f"{wrong[0]!r} is no code; write LR202, or LR2xx for all that begin so"
        raise typer.BadParameter(message, param_hint=option)
    return tuple(code.upper() for code in found)
