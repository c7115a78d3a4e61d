"""The program: its commands, and how it begins and ends. Everything heavy is imported when it is needed."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from leadroute import __version__
from leadroute.cli.verbs import Verbs

app = typer.Typer(
    name="leadroute",
    cls=Verbs,
    help="Turn spreadsheets of sales leads into fair, explained assignments. 把销售线索公平、可解释地分给销售。",
    epilog="Try it: leadroute assign samples/leads.csv --reps samples/reps.xlsx --rules rules.example.yaml -o out",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,  # noqa: FBT002
) -> None:
    """Answer ``--version``; everything else is a command."""
    if version:
        typer.echo(f"leadroute {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _terminated)
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by the caller (``>&-``): what is said goes nowhere
            setattr(sys, stream, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
    try:
        app()
    except SystemExit as end:
        _leave(end)


def _leave(end: SystemExit) -> NoReturn:
    """Leave without taking everything apart: all files are closed, and it takes a quarter of a second in any run."""
    with suppress(OSError):  # what cannot be said is the interpreter's to report
        sys.stdout.flush()
        sys.stderr.flush()
        if end.code is None or isinstance(end.code, int):
            os._exit(end.code or 0)
    raise end


def _terminated(*_: object) -> NoReturn:
    """Clean up on the way out, as after ^C: a scheduler that lost patience shall find no half-written files."""
    raise SystemExit(128 + signal.SIGTERM)
