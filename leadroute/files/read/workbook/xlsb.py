"""Merged cells of an xlsb, and cells that hold an error, which its reader does not tell."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.cell_errors import ANY, ERRORS
from leadroute.files.read.workbook.odd import Lost

if TYPE_CHECKING:
    from collections.abc import Iterator

_MERGED = re.compile(rb"\xb1\x01\x04....((?:\xb0\x01\x10.{16})+)\xb2\x01\x00", re.DOTALL)
"""How many, then a record for each range, then the end: [MS-XLSB] 2.4.51, 2.4.677 and 2.4.363."""
_SIGN = re.compile(
    rb"(?:\x03\x09|\x0b(?:[\x13-\x7f]|[\x80-\xff][\x01-\x7f])).{2}\x00\x00.{4}" + ANY,
    re.DOTALL,
)
SIGN_LENGTH = 12
_ROW, _ERROR, _FORMULA = 0, 3, 11
_GOES_ON = 0x80
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


def may_hold_errors(sheet: bytes) -> bool:
    """Does a piece of a sheet's part look as if a cell held an error?"""
    return bool(_SIGN.search(sheet))


def errors_in(sheet: bytes) -> list[Lost]:
    """The cells of a sheet's part with errors ([MS-XLSB] 2.4.311 and 2.4.671), row by row."""
    found, row = [], 0
    for kind, at in _records(sheet):
        if kind == _ROW:
            row = int.from_bytes(sheet[at : at + 4], "little")
        elif kind in (_ERROR, _FORMULA) and sheet[at + 8] in ERRORS:
            column = int.from_bytes(sheet[at : at + 4], "little")
            found.append(Lost(row + 1, column, ERRORS[sheet[at + 8]]))
    return found


def _records(sheet: bytes) -> Iterator[tuple[int, int]]:
    """The kind of each record and where its body begins; both kind and size are written in sevens of bits."""
    at = 0
    while at + 2 < len(sheet):
        kind, at = _number(sheet, at)
        size, at = _number(sheet, at)
        yield kind, at
        at += size


def _number(sheet: bytes, at: int) -> tuple[int, int]:
    found, shift = 0, 0
    while at < len(sheet):
        found |= (sheet[at] & ~_GOES_ON) << shift
        at, shift = at + 1, shift + 7
        if sheet[at - 1] < _GOES_ON:
            break
    return found, at


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
