"""What the reader does not tell of a sheet, looked up in the file only where the guard saw something."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from leadroute.files.read.workbook import xls, xlsb
from leadroute.files.read.workbook.guard import BROKEN
from leadroute.files.read.workbook.odd import Oddities
from leadroute.files.read.workbook.ods import ods_oddities
from leadroute.files.read.workbook.parts import sheet_parts
from leadroute.files.read.workbook.walk import pieces
from leadroute.files.read.workbook.xlsx import xlsx_oddities

if TYPE_CHECKING:
    from collections.abc import Mapping

_ODS = "content.xml"
_BINARY = ".bin"


def oddities_of(data: bytes, odd: Mapping[str, frozenset[str]], sheet: str) -> Oddities:
    """Find out what is odd about a sheet; ``odd`` is what the guard noticed about the parts of the zip."""
    if not data.startswith(b"PK"):
        return Oddities(errors=xls.errors_in(data, sheet))
    with zipfile.ZipFile(BytesIO(data)) as parts:
        if _ODS in parts.namelist():
            found = ods_oddities(pieces(parts, _ODS), sheet) if odd else Oddities()
            return replace(found, tells_hidden=True)
        part = sheet_parts(parts).get(sheet, "") if odd else ""
        if part not in odd:
            return Oddities(tells_hidden=not part.endswith(_BINARY))
        if part.endswith(_BINARY):
            body = parts.read(part)
            return Oddities(merged=xlsb.merged_in(body), errors=xlsb.errors_in(body) if "error" in odd[part] else [])
        return replace(xlsx_oddities(pieces(parts, part), odd[part]), tells_hidden=True)


def broken_sheets(data: bytes, odd: Mapping[str, frozenset[str]]) -> list[str]:
    """The names of sheets whose checksum is wrong."""
    if not any(BROKEN in seen for seen in odd.values()):
        return []
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return [sheet for sheet, part in sheet_parts(parts).items() if BROKEN in odd.get(part, ())]
