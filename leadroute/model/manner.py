"""The words that say how files are read and written, on a command line or in a job file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


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


@dataclass(frozen=True, slots=True)
class Most:
    """A number of rows, or a share of all rows."""

    rows: int | None = None
    share: Fraction | None = None
