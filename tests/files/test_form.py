from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from leadroute.files.form import form

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        for name in names:
            parts.writestr(name, "application/vnd.oasis.opendocument.spreadsheet" if name == "mimetype" else "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a,b\n1,2\n", "csv"),
        (b"\xff\xfea\0,\0b\0", "csv"),
        (_zip("xl/workbook.xml"), "xlsx"),
        (_zip("xl\\workbook.xml"), "xlsx"),
        (_zip("xl/workbook.bin"), "xlsb"),
        (_zip("mimetype", "content.xml"), "ods"),
        (_zip("xl/book.xml"), "zip"),
        (_zip("content.xml"), ""),
        (_zip("content.xml")[:-30], ""),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (b"\x09\x04\x06\x00" + bytes(20), "xls"),
        (b"%PDF-1.4", ""),
        (OLE + "WordDocument".encode("utf-16-le"), ""),
    ],
)
def test_the_bytes_tell_and_not_the_name(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "leads.xlsx"
    path.write_bytes(data)
    assert form(path) == found


def test_what_is_not_there_has_no_form(tmp_path: Path) -> None:
    assert not form(tmp_path / "none.csv")
