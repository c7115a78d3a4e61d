"""Merged cells of an xlsb, which its reader does not tell: they stand together in one run of records."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from leadroute.files.read.groups import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

_MERGED = re.compile(rb"\xb1\x01\x04....((?:\xb0\x01\x10.{16})+)\xb2\x01\x00", re.DOTALL)
"""How many, then a record for each range, then the end: [MS-XLSB] 2.4.51, 2.4.677 and 2.4.363."""
_SHEET = b"\x9c\x01"
_RECORD = 19


def merged_in(sheet: bytes) -> list[Range]:
    """The merged ranges of a sheet's part."""
    return [
        Range(top, left, bottom, right)
        for found in _MERGED.finditer(sheet)
        for at in range(0, len(found[1]), _RECORD)
        for top, bottom, left, right in [struct.unpack_from("<IIII", found[1], at + 3)]
    ]


def sheet_links(book: bytes) -> dict[str, str]:
    """The link of each sheet by the sheet's name, from the workbook's part ([MS-XLSB] 2.4.304)."""
    links = {}
    for found in re.finditer(_SHEET, book):
        for skipped in (1, 2):  # the size of the record takes one byte or two
            texts = list(_texts(book, found.end() + skipped + 8))
            if len(texts) == 2 and texts[0].startswith("rId"):  # noqa: PLR2004 - link and name
                links[texts[1]] = texts[0]
    return links


def _texts(book: bytes, at: int) -> Iterator[str]:
    """Two texts, each with its length before it."""
    for _ in range(2):
        size = int.from_bytes(book[at : at + 4], "little") * 2
        if not 0 < size < 1 << 9:
            return
        yield book[at + 4 : at + 4 + size].decode("utf-16-le", errors="replace")
        at += 4 + size
