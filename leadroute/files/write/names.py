"""File names from names people chose: no path, no reserved word, short enough, the same every time."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadroute.tables.sheet import Sheet, Workbook

BYTES = 120
"""How many bytes of UTF-8 the readable part may take; file systems allow 255 for the whole name."""

_UNWANTED = re.compile(r"[^\w-]+|_+")
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def slug(text: str) -> str:
    """Letters, digits, ``-`` and ``_`` of a text in NFC, cut to ``BYTES``; never empty, never a reserved name."""
    readable = text.encode("utf-8", "ignore").decode()
    plain = _UNWANTED.sub("_", unicodedata.normalize("NFC", readable)).strip("_-")
    cut = plain.encode()[:BYTES].decode(errors="ignore").strip("_-")
    return f"_{cut}" if not cut or cut.casefold() in _RESERVED else cut


def file_name(number: int, of: int, name: str, identity: str, suffix: str) -> str:
    """``NN_name_hash.suffix``: the number sorts, the name is readable, the hash of the id keeps namesakes apart."""
    digest = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:6]
    return f"{number:0{max(2, len(str(of)))}d}_{slug(name)}_{digest}{suffix}"


def rep_files(workbook: Workbook, suffix: str) -> dict[str, Sheet]:
    """The sheets made for one rep each, by the name of the file each goes into (``--split``)."""
    sheets = [sheet for sheet in workbook.sheets if sheet.rep]
    return {
        file_name(number, len(sheets), sheet.title, sheet.rep, suffix): sheet
        for number, sheet in enumerate(sheets, start=1)
    }
