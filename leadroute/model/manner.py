"""The words that say how files are read and written, on a command line, in a job file and in a plan file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


class Format(StrEnum):
    """What is written: one workbook, or a folder of CSV files."""

    XLSX = "xlsx"
    CSV = "csv"


class OnBad(StrEnum):
    """What becomes of a row that nobody can be reached by; rows that are nobody's lead are set aside anyway."""

    KEEP = "keep"
    QUARANTINE = "quarantine"
    FAIL = "fail"


class Hidden(StrEnum):
    """What becomes of hidden rows of a sheet."""

    INCLUDE = "include"
    SKIP = "skip"


class CsvEncoding(StrEnum):
    """The encoding of CSV files written; the first begins with a byte order mark, by which Excel knows UTF-8."""

    UTF8_SIG = "utf-8-sig"
    UTF8 = "utf-8"
    GB18030 = "gb18030"


class Preset(StrEnum):
    """CRM systems a file can be made for."""

    HUBSPOT = "hubspot"
    SALESFORCE = "salesforce"
    SALESFORCE_WIZARD = "salesforce-wizard"
    ZOHO = "zoho"
    ODOO = "odoo"
    FXIAOKE = "fxiaoke"
    CORDYS = "cordys"
    YUDAO = "yudao"


class Every(StrEnum):
    """How often leads of the past are given out."""

    day = "day"
    week = "week"
    month = "month"


@dataclass(frozen=True, slots=True)
class Most:
    """A number of rows, or a share of all rows; neither: any number."""

    rows: int | None = None
    share: Fraction | None = None

    def of(self, rows: int) -> int | None:
        """How many of so many rows that is; ``None`` for any number."""
        if self.rows is not None:
            return self.rows
        return None if self.share is None else int(rows * self.share)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What becomes of bad rows, and how many of them a run puts up with."""

    on_bad: OnBad = OnBad.KEEP
    most: Most = Most()


ANY = Tolerance()
"""Bad rows are told and stop nothing."""
