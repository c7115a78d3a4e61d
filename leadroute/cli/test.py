"""``leadroute test``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import Color, Now, Quiet, clock
from leadroute.commands.last_resort import guarded

if TYPE_CHECKING:
    from leadroute.commands.exits import Exit


def try_examples(
    rules: Annotated[Path, typer.Argument(help="The rulebook (YAML). 规则手册", show_default=False)],
    *,
    reps: Annotated[
        Path | None, typer.Option("--reps", "-r", help="The roster; without one stand-ins take the leads. 销售名册")
    ] = None,
    tests: Annotated[
        list[Path] | None,
        typer.Option("--tests", help="A file of examples; every *_test.yaml beside the rulebook if not given. 例子"),
    ] = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Also change the rules here and there: does an example notice? 试改规则")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Propose examples for rules without one, beside the rulebook. 写例子")
    ] = False,
    leads: Annotated[
        list[Path] | None, typer.Option("--leads", help="With --write: take them from these leads. 从线索里取例子")
    ] = None,
    customers: Annotated[
        Path | None, typer.Option("--customers", "-c", help="With --leads: whose customers' leads they are. 老客户")
    ] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help="Also write JUnit's XML here.")] = None,
    now: Now = None,
    everything: Annotated[bool, typer.Option("--all", help="Show long lists whole.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    quiet: Quiet = False,
    color: Color = True,
) -> None:
    """Try the examples of a rulebook. 用例子检验规则手册."""

    def run() -> Exit:
        from leadroute.commands.show_test import show_test
        from leadroute.commands.telling import Telling
        from leadroute.commands.test import Asked, test

        asked = Asked(rules, reps, tuple(tests or ()), mutate=mutate, write=write)
        how = Telling(as_json=as_json, everything=everything, quiet=quiet, color=color)
        if write or leads or customers:
            from leadroute.commands.show_written import show_written
            from leadroute.commands.write_examples import Given, write_examples

            given = Given(tuple(leads or ()), customers)
            return show_written(write_examples(asked, given, clock(now)), asked, how, junit)
        return show_test(test(asked, clock(now)), asked, how, junit)

    raise typer.Exit(guarded(run))
