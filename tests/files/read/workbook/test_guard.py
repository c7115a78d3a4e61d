from __future__ import annotations

import io
import zipfile

import pytest

from leadroute.files.read.workbook.guard import BROKEN, inspect
from tests.build_workbooks import parts, row, xlsx, zipped

GOOD = row(1, "公司名称", "手机号") + row(2, "甲", "13800000001")
DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def far(place: str, attributes: str = ' t="str"', inside: str = "<v>x</v>") -> str:
    number = "".join(filter(str.isdigit, place))
    return GOOD + f'<row r="{number}"><c r="{place}"{attributes}>{inside}</c></row>'


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (GOOD, ""),
        (GOOD + '<row r="3"><c r="XFD3" s="3"/></row>', ""),  # a format without content harms nobody
        (far("A1048576"), ""),
        (far("XFD3"), ""),
        (far("Z1048576"), ""),
        (far("AZ1048576"), "LR008"),
        (far("XFD1048576"), "LR008"),
        (far("xfd1048576"), "LR008"),
        (far("A4000000000"), "LR008"),
        (GOOD + '<row r="3"><c r="A3">' + "<is>" * 60 + "</is>" * 60 + "</c></row>", "LR009"),
    ],
)
def test_cells_far_out_and_nested_deep_are_seen(sheet: str, code: str) -> None:
    assert inspect(xlsx(sheet)).refusal == code


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/app.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_document_type_is_refused_in_any_part(part: str, encoding: str) -> None:
    text = DOCTYPE.encode(encoding).decode("latin-1")
    assert inspect(zipped({**parts(GOOD), part: text})).refusal == "LR063"


def test_bombs_are_seen_by_their_declared_size() -> None:
    assert inspect(xlsx(GOOD + " " * 9_000_000)).refusal == "LR007"
    assert inspect(xlsx(GOOD + " " * 5_000_000)).refusal == ""  # too small to harm


def flipped(members: dict[str, str], part: str) -> bytes:
    """The workbook with a wrong checksum for a part."""
    book = zipped(members)
    at = book.rindex(part.encode()) - 46
    return book[: at + 16] + b"\1\2\3\4" + book[at + 20 :]


def lying(book: bytes, part: str, size: int) -> bytes:
    """The workbook, its directory claiming another size for a part."""
    at = book.rindex(part.encode()) - 46
    return book[: at + 24] + size.to_bytes(4, "little") + book[at + 28 :]


def test_a_size_that_lies_is_seen() -> None:
    bomb = xlsx(GOOD + " " * 20_000_000)
    assert inspect(bomb).refusal == "LR007"
    assert inspect(lying(bomb, "xl/worksheets/sheet1.xml", 5000)).refusal == "LR009"


@pytest.mark.parametrize(
    ("part", "code"),
    [("xl/workbook.xml", "LR009"), ("xl/sharedStrings.xml", "LR009"), ("docProps/thumbnail.xml", "")],
)
def test_a_flipped_byte_matters_where_a_table_depends_on_it(part: str, code: str) -> None:
    members = parts(GOOD, "<si><t>x</t></si>") | {"docProps/thumbnail.xml": "<x/>" * 50}
    assert inspect(flipped(members, part)).refusal == code


def test_a_flipped_byte_in_a_sheet_matters_if_that_sheet_is_read() -> None:
    seen = inspect(flipped(parts(GOOD), "xl/worksheets/sheet1.xml"))
    assert (seen.refusal, seen.odd) == ("", {"xl/worksheets/sheet1.xml": frozenset({BROKEN})})


@pytest.mark.parametrize("control", ["\x01", "\x1b", "\0"])
def test_control_characters_are_no_xml(control: str) -> None:
    assert inspect(xlsx(row(1, f"a{control}b"))).refusal == "LR009"
    assert inspect(xlsx(row(1, "a\tb\nc"))).refusal == ""


def test_parts_may_be_utf_16() -> None:
    members: dict[str, str | bytes] = dict(parts(GOOD))
    members["xl/worksheets/sheet1.xml"] = str(members["xl/worksheets/sheet1.xml"]).encode("utf-16")
    assert inspect(zipped(members)).refusal == ""


def test_a_part_that_is_there_twice_is_refused_if_it_counts() -> None:
    for name, code in (("xl/worksheets/SHEET1.xml", "LR064"), ("xl/theme/theme1.xml", "")):
        members = parts(GOOD) | {"xl/theme/Theme1.xml": "<x/>"}
        assert inspect(zipped({**members, name: "<x/>"})).refusal == code


def test_names_that_lead_outside_are_told() -> None:
    assert inspect(zipped({**parts(GOOD), "../../tmp/x.txt": "x"})).outside == ("../../tmp/x.txt",)


def test_a_zip_without_a_workbook_is_told() -> None:
    assert inspect(zipped({"hello.txt": "x"})).refusal == "LR004"
    assert inspect(zipped({"mimetype": "x", "content.xml": "<x/>"})).refusal == ""


def test_too_many_parts_and_no_zip_at_all() -> None:
    assert inspect(b"PK\x01\x02" * 20_001).refusal == "LR065"
    assert inspect(b"PK\x03\x04 not a zip").refusal == "LR009"


def test_a_zip_under_a_password_is_told() -> None:
    held = bytearray(xlsx(GOOD))
    held[held.rindex(b"PK\x01\x02") + 8] |= 1
    assert inspect(bytes(held)).refusal == "LR005"


@pytest.mark.parametrize(
    ("cell", "odd"),
    [
        ("<c><f>A1</f><v>5</v></c>", set()),
        ("<c><f>A1</f></c>", {"formula"}),
        ("<c><f>A1</f><v></v></c>", {"formula"}),
        ("<c><f>A1</f><v/></c>", {"formula"}),
        ('<c><f t="shared" si="0"/></c>', {"formula"}),
        ('<c t="e"><v>#N/A</v></c>', {"error"}),
    ],
)
def test_what_is_odd_about_a_sheet_is_noticed(cell: str, odd: set[str]) -> None:
    assert set(inspect(xlsx(row(1, "x", cell))).odd.get("xl/worksheets/sheet1.xml", ())) == odd


def test_hidden_rows_are_noticed_and_hidden_columns_are_not() -> None:
    assert inspect(xlsx(row(1, "x", more=' hidden="1"'))).odd == {"xl/worksheets/sheet1.xml": frozenset({"hidden"})}
    assert inspect(xlsx('<col min="1" max="1" hidden="1"/>' + row(1, "x"))).odd == {}


def test_the_names_of_a_zip_may_have_backslashes() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        for name, text in parts(row(1, "x", '<c t="e"><v>#N/A</v></c>')).items():
            entry = zipfile.ZipInfo()
            entry.filename = name.replace("/", "\\")
            out.writestr(entry, text)
    assert set(inspect(held.getvalue()).odd) == {"xl\\worksheets\\sheet1.xml"}


def test_rows_without_numbers_are_counted() -> None:
    rows = "".join(f"<row><c><v>{at * 7919 % 99991}</v></c></row>" for at in range(1_048_577))
    assert inspect(zipped(parts(rows), level=1)).refusal == "LR008"
    assert inspect(zipped(parts(rows[: len(rows) // 2]), level=1)).refusal == ""
