"""What a file is by its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leadroute.files.form import form
from tests.build_workbooks import ods, xlsx, zipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (xlsx(""), "xlsx"),
        (ods(""), "ods"),
        (zipped({"xl/workbook.bin": "x"}), "xlsb"),
        (zipped({"other": "x"}), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"a,b\n", "csv"),
        (b"", "csv"),
        (b"PK\x03\x04 torn", ""),
    ],
)
def test_the_bytes_tell_whatever_the_name_says(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(content)
    assert form(path) == name


def test_a_file_that_is_not_there_has_no_form(tmp_path: Path) -> None:
    assert form(tmp_path / "gone") == ""
