"""What a file is by its bytes, whatever it is called."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {"xl/workbook.bin": "xlsb", "xl/workbook.xml": "xlsx", "content.xml": "ods"}
_LONGEST = 8


def form(path: Path) -> str:
    """``xlsx`` (with or without macros), ``xls``, ``xlsb``, ``ods``, ``csv`` for any text; "" if it cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(_LONGEST)
        if start.startswith(_ZIP):
            with zipfile.ZipFile(path) as parts:
                names = {name.lower() for name in parts.namelist()}
            return next((known for part, known in _PARTS.items() if part in names), "zip")
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error):
        return ""
    return "xls" if start == _OLE else "csv"
