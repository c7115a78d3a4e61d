"""Options that several commands take, and how their values are read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leadroute.model.manner import Most
from leadroute.rulebook.gates import to_most

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo


def moment(text: str) -> datetime:
    """A moment as ISO 8601 writes it, with or without a zone; nothing else is guessed at (a number is no date)."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        message = "write it like 2026-11-23 or 2026-11-23T09:00, with a zone like 2026-11-23T09:00+08:00 if need be"
        raise typer.BadParameter(message) from None
    if not 1970 <= found.year < 2200:  # noqa: PLR2004 - what people mean by now
        message = "the year must be between 1970 and 2199"
        raise typer.BadParameter(message)
    return found


def most(text: str) -> Most:
    """How many bad rows to put up with: ``20`` rows, or ``5%`` of all."""
    found = to_most(text)
    if found is None:
        message = "write a number of rows like 20, or a share like 5%"
        raise typer.BadParameter(message)
    return found


def workbook(out: Path | None, like: str) -> None:
    """See that the name of a report, if one is wanted, ends as workbooks do."""
    if out is not None and out.suffix.lower() != ".xlsx":
        message = f"the workbook ends in .xlsx, like {like}"
        raise typer.BadParameter(message, param_hint="--out / -o")


def named(rules: Path | None, ledger: Path | None) -> None:
    """See that a ledger is named, or the rulebook it stands beside."""
    if rules is None and ledger is None:
        message = "name the rulebook (--rules) or the ledger (--ledger)"
        raise typer.BadParameter(message)


def clock(given: datetime | None) -> Callable[[tzinfo], datetime]:
    """The one place where the time of day enters."""

    def clock(zone: tzinfo) -> datetime:
        if given is None:
            return datetime.now(zone)  # noqa: TID251 - see above
        return given.replace(tzinfo=zone) if given.tzinfo is None else given.astimezone(zone)

    return clock


Rules = Annotated[
    Path | None, typer.Option("--rules", help="The rulebook; the ledger is beside it. 规则手册，台账在它旁边")
]
LedgerPath = Annotated[Path | None, typer.Option("--ledger", help="The ledger, if it is elsewhere. 台账")]
Now = Annotated[
    datetime | None, typer.Option(parser=moment, metavar="WHEN", help="The moment to work at, instead of now.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something is wrong.")]
Color = Annotated[bool, typer.Option("--color/--no-color", help="Colours on a terminal.")]
