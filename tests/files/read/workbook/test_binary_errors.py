"""Cells with errors in xls, xlsb and ods: the reader shows them as blank, we tell them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from leadroute.files.read.workbook.cell_errors import ERRORS
from leadroute.files.read.workbook.guard import inspect
from leadroute.files.read.workbook.odd import Lost
from leadroute.files.read.workbook.oddities import oddities_of
from leadroute.files.read.workbook.ole import stream_of
from leadroute.files.read.workbook.walk import walk
from leadroute.files.read.workbook.xls import errors_in as xls_errors
from leadroute.files.read.workbook.xlsb import errors_in as xlsb_errors
from leadroute.files.read.workbook.xlsb import may_hold_errors
from tests.build_workbooks import ods

if TYPE_CHECKING:
    from collections.abc import Sequence

FREE, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


# xls: records of a kind and a size, two bytes each


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def error(row: int, column: int, number: int, is_error: int = 1) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 15, number, is_error))


def formula(row: int, column: int, result: bytes) -> bytes:
    return record(0x06, struct.pack("<HHH", row, column, 15) + result + bytes(8))


def book(*sheets: tuple[str, bytes]) -> bytes:
    """A workbook stream: the list of its sheets, then each of them."""
    names = [name.encode("utf-16-le") for name, _ in sheets]
    start = 20 + 4 + sum(12 + len(name) for name in names)
    listed, bodies = b"", b""
    for name, (_, cells) in zip(names, sheets, strict=True):
        at = struct.pack("<IHBB", start + len(bodies), 0, len(name) // 2, 1)
        listed, bodies = listed + record(0x85, at + name), bodies + record(0x0809, bytes(16)) + cells + record(0x0A)
    return record(0x0809, bytes(16)) + listed + record(0x0A) + bodies


CELLS = (
    error(1, 0, 0x2A)
    + error(1, 1, 1, is_error=0)  # TRUE
    + formula(2, 3, bytes([2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF]))
    + formula(3, 3, struct.pack("<d", 5.0))
    + formula(4, 3, bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]))  # a text
    + record(0x0809, bytes(16))
    + error(8, 8, 0x2A)  # in a chart
    + record(0x0A)
    + error(5, 2, 0x07)
)
FOUND = [Lost(2, 0, "#N/A"), Lost(3, 3, "#REF!"), Lost(6, 2, "#DIV/0!")]


def test_an_xls_tells_errors_of_cells_and_of_formulas() -> None:
    data = book(("别的", error(0, 0, 0x24)), ("线索", CELLS))
    assert xls_errors(data, "线索") == FOUND
    assert xls_errors(data, "别的") == [Lost(1, 0, "#NUM!")]
    assert xls_errors(data, "x") == []
    assert xls_errors(book(("线索", error(1, 1, 1, is_error=0))), "线索") == []


@pytest.mark.parametrize("cut", [22, 30, 60, 100, 130])
def test_an_xls_that_breaks_off_does_no_harm(cut: int) -> None:
    data = book(("线索", CELLS))[:cut] + error(0, 0, 0x24)
    assert isinstance(xls_errors(data, "线索"), list)


def ole(body: bytes, name: str = "Workbook", *, small: bool = False) -> bytes:
    """A container of 512 byte sectors: 0 the table, 1 the folder, 2 the table of small sectors, 3 on the stream."""
    held = body + bytes(-len(body) % 512)
    sectors = [TABLE, LAST, LAST, *range(4, 3 + len(held) // 512), LAST]
    root = _entry("Root Entry", 5, 3 if small else LAST, len(held) if small else 0)
    folder = (root + _entry(name, 2, 0 if small else 3, len(body))).ljust(512, b"\0")
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096 if small else 0, 2 if small else LAST, 1, LAST, 0)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    smalls = [*range(1, -(-len(body) // 64)), LAST]
    return b"".join([bytes(header), _table(sectors), folder, _table(smalls), held])


def _table(numbers: Sequence[int]) -> bytes:
    return struct.pack("<128I", *numbers, *[FREE] * (128 - len(numbers)))


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHB49xII4x", text, len(text), kind, start, size)


@pytest.mark.parametrize("small", [False, True])
def test_the_stream_is_found_in_its_container(*, small: bool) -> None:
    body = book(("线索", CELLS)) + bytes(range(256)) * 3
    data = ole(body, small=small)
    assert stream_of(data, "Workbook", "Book") == body
    assert oddities_of(data, {}, "线索").errors == FOUND
    assert stream_of(ole(body, "Book", small=small), "Workbook", "Book") == body
    assert stream_of(ole(body, "Other", small=small), "Workbook", "Book") == b""


def test_more_tables_than_the_header_lists_are_followed() -> None:
    data = bytearray(ole(b"x" * 600))
    struct.pack_into("<II", data, 68, 2, 1)  # the sector behind the folder lists no more
    data[512 * 3 : 512 * 4] = struct.pack("<128I", *[FREE] * 127, LAST)
    assert stream_of(bytes(data), "Workbook") == b"x" * 600


@pytest.mark.parametrize("cut", [40, 600, 1100, 1600])
def test_a_damaged_container_holds_nothing(cut: int) -> None:
    assert stream_of(ole(b"x" * 600)[:cut], "Workbook") in {b"", b"x" * 0}


def test_sectors_that_follow_each_other_in_a_circle_end() -> None:
    data = bytearray(ole(b"x" * 600))
    struct.pack_into("<I", data, 512 + 4 * 4, 3)
    assert stream_of(bytes(data), "Workbook") == b"x" * 600


# xlsb: kind and size in sevens of bits


def part(*records: tuple[int, bytes]) -> bytes:
    return b"".join(bytes([kind]) + _size(len(body)) + body for kind, body in records)


def _size(length: int) -> bytes:
    return bytes([length]) if length < 0x80 else bytes([length & 0x7F | 0x80, length >> 7])


def cell(column: int, rest: bytes) -> bytes:
    return struct.pack("<II", column, 0) + rest


def row_at(row: int) -> tuple[int, bytes]:
    return 0, struct.pack("<I", row) + bytes(13)


@pytest.mark.parametrize("length", [10, 200])
def test_an_xlsb_tells_errors_of_cells_and_of_formulas(length: int) -> None:
    sheet = part(
        row_at(0),
        (7, cell(0, bytes(4))),
        row_at(4),
        (3, cell(1, b"\x2a")),
        (11, cell(2, b"\x0f" + bytes(length))),
        (4, cell(3, b"\x01")),
    )
    assert may_hold_errors(sheet)
    assert xlsb_errors(sheet) == [Lost(5, 1, "#N/A"), Lost(5, 2, "#VALUE!")]
    assert walk(iter([sheet[:30], sheet[30:]]), "xl/worksheets/sheet1.bin").odd == {"error"}


def test_an_xlsb_without_errors_is_not_looked_into() -> None:
    sheet = part(row_at(0), (7, cell(0, bytes(4))), (4, cell(1, b"\x01")), (5, cell(2, bytes(8))))
    assert not may_hold_errors(sheet)
    assert xlsb_errors(sheet[:-3] + b"\xff\xff") == []


# ods: the type of a cell, with the name of the error in it


def test_an_ods_tells_errors() -> None:
    data = ods(
        '<table:table table:name="一"><table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        '<table:table-cell office:value-type="error" table:number-columns-repeated="2">'
        "<text:p>#N/A</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell>"
        '<table:table-cell office:value-type="error"/></table:table-row></table:table>'
        '<table:table table:name="二"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    odd = inspect(data).odd
    found = oddities_of(data, odd, "一").errors
    assert found[:3] == [Lost(1, 1, "#N/A"), Lost(1, 2, "#N/A"), Lost(2, 1, "#N/A")]
    assert found[4:] == [Lost(1, 4, "#?"), Lost(2, 4, "#?")]
    assert oddities_of(data, odd, "二").errors == []


def test_every_error_has_a_name() -> None:
    assert all(name.startswith("#") for name in ERRORS.values())
