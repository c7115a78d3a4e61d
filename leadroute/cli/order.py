"""The options of the verbs that assign, and what they mean together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.cli.options import most
from leadroute.model.gate import Figure
from leadroute.model.manner import CsvEncoding, Format, Hidden, Most, OnBad, Preset
from leadroute.rulebook.gates import figure_word, to_figure, to_gate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadroute.model.gate import Gate

LeadFiles = Annotated[list[Path], typer.Argument(help="Lead files, CSV or Excel. 线索文件", show_default=False)]
Reps = Annotated[Path, typer.Option("--reps", "-r", help="The roster of reps. 销售名册", show_default=False)]
Rulebook = Annotated[Path, typer.Option("--rules", help="The rulebook (YAML). 规则手册", show_default=False)]
Customers = Annotated[Path | None, typer.Option(help="Existing customers and their owners. 老客户")]
Form = Annotated[Format, typer.Option("--format", help="A workbook, or CSV files.")]
CsvCode = Annotated[CsvEncoding, typer.Option(help="Encoding of CSV files written.")]
ForCrm = Annotated[Preset | None, typer.Option(help="Also write a file to import into this CRM.")]
Encoding = Annotated[str, typer.Option(help="Encoding of the lead files, if the guess is wrong.")]
SheetName = Annotated[str, typer.Option(help="Sheet of the lead workbooks, if the guess is wrong.")]
Hide = Annotated[Hidden, typer.Option("--hidden", help="Hidden rows of lead workbooks. 隐藏的行")]
BadRows = Annotated[OnBad, typer.Option(help="Rows whose every number and address is unusable. 联系方式都不能用的行")]
MaxBad = Annotated[
    Most | None,
    typer.Option(parser=most, metavar="5%|20", help="Stop when more rows than this are bad. 不能用的行的上限"),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(metavar="FIGURE>5%", help="Write nothing when a figure is above this; may be repeated. 关口"),
]
OwnLedger = Annotated[
    Path | None, typer.Option("--ledger", help="What is remembered; beside the rulebook if not given. 台账")
]
NoLedger = Annotated[bool, typer.Option("--no-ledger", help="Run without memory. 不记台账")]
Split = Annotated[bool, typer.Option("--split", help="Also one file for each rep. 每个销售一个文件")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Everybody = Annotated[bool, typer.Option("--all", help="Show every rep, however many.")]


def gates(texts: Iterable[str] | None) -> tuple[Gate, ...]:
    """The gates of ``--fail-on``."""
    return tuple(map(_gate, texts or ()))


def _gate(text: str) -> Gate:
    if (found := to_gate(text)) is not None:
        return found
    if to_figure(text) is None:
        from leadroute.rulebook.near import near

        words = ", ".join(near(figure_word(text), Figure) or Figure)
        message = f"no figure is called {figure_word(text)!r}; there is {words}"
    else:
        message = "write it like unassigned>5%, invalid>20, or review (for not one)"
    raise typer.BadParameter(message, param_hint="--fail-on")
