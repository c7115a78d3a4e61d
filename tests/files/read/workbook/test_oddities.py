from __future__ import annotations

import struct

from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.guard import inspect
from leadroute.files.read.workbook.odd import Lost
from leadroute.files.read.workbook.oddities import oddities_of
from leadroute.files.read.workbook.xlsb import merged_in, sheet_links
from leadroute.files.read.workbook.xlsx import xlsx_oddities
from tests.build_workbooks import ods, row, xlsx

ALL = frozenset({"hidden", "formula", "error"})


def test_hidden_rows_are_numbered_with_and_without_numbers() -> None:
    sheet = '<row r="3" hidden="1"/><row/><row hidden="true"><c/></row><row r="9"></row>'
    assert xlsx_oddities([sheet.encode()], ALL).hidden == [3, 5]


def test_rows_cut_between_pieces_are_seen_whole() -> None:
    sheet = "".join(row(at, "x", '<c t="e"><v>#N/A</v></c>', more=' hidden="1"') for at in range(1, 50)).encode()
    found = xlsx_oddities([sheet[at : at + 37] for at in range(0, len(sheet), 37)], ALL)
    assert found.hidden == list(range(1, 50))
    assert found.errors == [Lost(at, 1, "#N/A") for at in range(1, 50)]


def test_formulas_without_a_value_show_themselves() -> None:
    sheet = row(
        2,
        "<c><f>1+1</f></c>",
        "<c><f>A1&amp;B1</f><v></v></c>",
        '<c t="str"><f>IF(A1,"","")</f><v></v></c>',  # an empty text is a result
        '<c><f t="shared" si="0"/><v/></c>',
        "<c><f>SUM(A1)</f><v>5</v></c>",
        "<c><v>5</v></c>",
    )
    assert xlsx_oddities([sheet.encode()], ALL).formulas == [Lost(2, 0, "=1+1"), Lost(2, 1, "=A1&B1"), Lost(2, 3, "=")]


def test_names_of_elements_may_have_a_prefix() -> None:
    cells = '<x:c r="AA2" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:c r="B2"><x:f>A1</x:f></x:c>'
    sheet = f'<x:row r="2" hidden="1">{cells}</x:row>'
    found = xlsx_oddities([sheet.encode()], ALL)
    assert (found.hidden, found.errors, found.formulas) == ([2], [Lost(2, 26, "#DIV/0!")], [Lost(2, 1, "=A1")])


def test_the_sheet_is_found_by_its_name() -> None:
    data = xlsx(row(1, "x") + row(2, '<c t="e"><v>#N/A</v></c>'))
    odd = inspect(data).odd
    assert oddities_of(data, odd, "线索").errors == [Lost(2, 0, "#N/A")]
    assert oddities_of(data, odd, "别的").errors == []


def test_an_ods_tells_merged_cells_and_hidden_rows() -> None:
    data = ods(
        '<table:table table:name="一"><table:table-row table:number-rows-repeated="2"/>'
        '<table:table-row table:visibility="filter" table:number-rows-repeated="2"/>'
        '<table:table-row><table:table-cell table:number-columns-repeated="3"/>'
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"/>'
        "<table:covered-table-cell/></table:table-row></table:table>"
        '<table:table table:name="二"><table:table-row table:visibility="collapse"/></table:table>'
    )
    odd = inspect(data).odd
    one, two = (oddities_of(data, odd, name) for name in ("一", "二"))
    assert (one.hidden, one.merged, one.tells_hidden) == ([3, 4], [Range(4, 3, 5, 4)], True)
    assert (two.hidden, two.merged) == ([1], [])


def test_an_ods_with_absurd_numbers_does_no_harm() -> None:
    data = ods(
        '<table:table table:name="一"><table:table-row table:visibility="filter" '
        'table:number-rows-repeated="99999999999"/><table:table-row table:number-rows-repeated="x"/></table:table>'
    )
    assert oddities_of(data, inspect(data).odd, "一").hidden == [1]


def record(kind: bytes, *numbers: int) -> bytes:
    return kind + bytes([4 * len(numbers)]) + b"".join(struct.pack("<I", number) for number in numbers)


def test_an_xlsb_tells_merged_cells() -> None:
    ranges = record(b"\xb0\x01", 1, 3, 0, 0) + record(b"\xb0\x01", 4, 4, 1, 2)
    sheet = b"before" + record(b"\xb1\x01", 2) + ranges + b"\xb2\x01\x00" + b"after"
    assert merged_in(sheet) == [Range(1, 0, 3, 0), Range(4, 1, 4, 2)]
    assert merged_in(b"before" + record(b"\xb1\x01", 2) + b"after") == []


def test_an_xlsb_tells_the_parts_of_its_sheets() -> None:
    texts = b"".join(struct.pack("<I", len(text)) + text.encode("utf-16-le") for text in ("rId7", "线索"))
    book = b"\x01\x02\x9c\x01" + bytes([8 + len(texts)]) + struct.pack("<II", 0, 1) + texts + b"\x9c\x01"
    assert sheet_links(book) == {"线索": "rId7"}


def test_an_old_xls_tells_nothing() -> None:
    found = oddities_of(b"\xd0\xcf\x11\xe0", {}, "x")
    assert (found.hidden, found.tells_hidden) == ([], False)
