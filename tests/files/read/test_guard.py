from __future__ import annotations

import io
import zipfile

import pytest

from leadroute.files.read.guard import suspicion


def book(sheet: str, padding: int = 0) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", sheet + " " * padding)
    return held.getvalue()


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row>', ""),
        ('<row r="1"><c r="XFD1" s="3"/></row>', ""),  # a format without content harms nobody
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', ""),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "far"),
        ('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>', "far"),
    ],
)
def test_cells_far_out_are_seen(sheet: str, why: str) -> None:
    assert suspicion(book(sheet)) == why


def test_a_bomb_is_seen_by_its_declared_size() -> None:
    assert suspicion(book("<row/>", padding=60_000_000)) == "size"


def test_another_kind_of_zip_is_told_apart() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        parts.writestr("readme.txt", "hello")
    assert suspicion(held.getvalue()) == "not_excel"
