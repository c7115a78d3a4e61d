"""What the bytes of a file that holds a table are called, whatever the file is called."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from leadroute.files.read.kinds import TEXT, WORKBOOK, ZIP, kind_of

if TYPE_CHECKING:
    from pathlib import Path

_PARTS = {"xl/workbook.bin": "xlsb", "xl/workbook.xml": "xlsx", "content.xml": "ods"}
_START = 1 << 16
"""Bytes that tell text from workbooks."""


def form(path: Path) -> str:
    """``xlsx`` (with or without macros), ``xls``, ``xlsb``, ``ods``, ``csv`` for any text; "" if it is no table."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
        if kind_of(start) != WORKBOOK:
            return "csv" if kind_of(start) == TEXT else ""
        return _of_zip(path) if start.startswith(ZIP) else "xls"
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error):
        return ""


def _of_zip(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        names = {name.replace("\\", "/").lower() for name in parts.namelist()}
    return next((known for part, known in _PARTS.items() if part in names), "zip")
