"""Cells of an xls that hold an error, which its reader shows as blank."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from leadroute.files.read.workbook.cell_errors import ANY, ERRORS
from leadroute.files.read.workbook.odd import Lost
from leadroute.files.read.workbook.ole import stream_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    Record = tuple[int, bytes]

_SIGN = re.compile(rb"\x05\x02\x08\x00.{6}" + ANY + rb"\x01|\x06\x00.{2}.{6}\x02." + ANY + rb".{3}\xff\xff", re.DOTALL)
_BEGIN, _END, _SHEET, _ERROR, _FORMULA = 0x0809, 0x0A, 0x85, 0x0205, 0x06
_NO_NUMBER = b"\xff\xff"
_IS_ERROR = 2


def errors_in(data: bytes, sheet: str) -> list[Lost]:
    """The cells of a sheet with errors, row by row; ``data`` is the file."""
    if not _SIGN.search(data):
        return []
    book = stream_of(data, "Workbook", "Book")
    try:
        at = next((start for name, start in _sheets(book) if name == sheet), len(book))
        return [lost for kind, body in _of_sheet(book, at) if (lost := _lost(kind, body))]
    except (struct.error, IndexError):
        return []


def _records(book: bytes, at: int) -> Iterator[Record]:
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    """The name of each sheet and where it begins ([MS-XLS] 2.4.28)."""
    for kind, body in _records(book, 0):
        if kind == _END:
            return
        if kind == _SHEET:
            (start,) = struct.unpack_from("<I", body)
            wide = body[7] & 1
            yield body[8 : 8 + (body[6] << wide)].decode("utf-16-le" if wide else "latin-1", errors="replace"), start


def _of_sheet(book: bytes, at: int) -> Iterator[Record]:
    """The records of a sheet, without those of the charts in it."""
    depth = 0
    for kind, body in _records(book, at):
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1:
            yield kind, body
        elif depth < 1:
            return


def _lost(kind: int, body: bytes) -> Lost | None:
    """The error of a cell ([MS-XLS] 2.4.24), or of a formula's result (2.4.127)."""
    if kind == _ERROR:
        number = body[6] if body[7] else -1
    elif kind == _FORMULA:
        number = body[8] if body[6] == _IS_ERROR and body[12:14] == _NO_NUMBER else -1
    else:
        return None
    row, column = struct.unpack_from("<HH", body)
    return Lost(row + 1, column, ERRORS[number]) if number in ERRORS else None
