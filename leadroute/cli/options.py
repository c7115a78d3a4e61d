"""Options that several commands take, and how their values are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo


class OutFormat(StrEnum):
    """What is written."""

    xlsx = "xlsx"
    csv = "csv"


class OnBadRow(StrEnum):
    """What becomes of rows by which nobody can be reached."""

    keep = "keep"
    quarantine = "quarantine"
    fail = "fail"


class HiddenRows(StrEnum):
    """What becomes of hidden rows of a sheet."""

    include = "include"
    skip = "skip"


class CsvEncoding(StrEnum):
    """The encoding of CSV files written."""

    utf8 = "utf-8-sig"
    plain = "utf-8"
    gb18030 = "gb18030"


class Preset(StrEnum):
    """CRM systems a file can be made for."""

    hubspot = "hubspot"
    salesforce = "salesforce"
    salesforce_wizard = "salesforce-wizard"
    zoho = "zoho"
    odoo = "odoo"
    fxiaoke = "fxiaoke"
    cordys = "cordys"
    yudao = "yudao"


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


@dataclass(frozen=True, slots=True)
class Most:
    """A number of rows, or a share of all rows."""

    rows: int | None = None
    share: Fraction | None = None


def most(text: str) -> Most:
    """How many bad rows to put up with: ``20`` rows, or ``5%`` of all."""
    found = re.fullmatch(r"(\d{1,9})|(\d{1,3}(?:\.\d{1,6})?)\s*[%％]", text.strip())
    if found is None or (found[2] and Fraction(found[2]) > 100):  # noqa: PLR2004 - per cent
        message = "write a number of rows like 20, or a share like 5%"
        raise typer.BadParameter(message)
    return Most(int(found[1])) if found[1] else Most(share=Fraction(found[2]) / 100)


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
