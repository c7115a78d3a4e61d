from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from leadroute.files.read.kinds import REFUSED, TEXT, WORKBOOK, kind_of
from leadroute.render.messages import MESSAGES
from leadroute.render.words import WORDS
from tests.build_tables import refused, text_file, told

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def packed(*names: str) -> bytes:
    """A zip with parts of these names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"company,phone\n", TEXT),
        ("公司,手机\n".encode("utf-16"), TEXT),
        (b"<b>bold</b>,x\n", TEXT),
        (b"BMI,weight\n", TEXT),
        (b'{"a" is no json,x\n', TEXT),
        (b"MIME,type\n", TEXT),
        (packed("[Content_Types].xml", "xl/workbook.xml"), WORKBOOK),
        (b"PK\x03\x04 cut off", WORKBOOK),
        (OLE + "Workbook".encode("utf-16-le"), WORKBOOK),
        (OLE + "EncryptedPackage".encode("utf-16-le"), WORKBOOK),
        (OLE, WORKBOOK),
        (OLE + "WordDocument".encode("utf-16-le"), "word"),
        (packed("word/document.xml"), "word"),
        (packed("ppt/slides/slide1.xml"), "slides"),
        (packed("Index/Document.iwa"), "numbers"),
        (packed("leads.csv"), "archive"),
        (gzip.compress(b"a,b\n", mtime=0), "archive"),
        (b"<!DOCTYPE html><table>", "web"),
        ("<html><table>".encode("utf-16"), "web"),
        (b"\xef\xbb\xbf\r\n <!-- crm --><table><tr>", "web"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "web"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "xml2003"),
        (b'<?xml version="1.0"?><rows/>', "xml"),
        (b'[{"company": "Acme"}]', "json"),
        (b"BEGIN:VCARD\nVERSION:3.0\n", "contacts"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"{\\rtf1\\ansi", "word"),
        (b"SQLite format 3\0", "database"),
        (b"PAR1\x15\x04", "parquet"),
    ],
)
def test_the_bytes_decide(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_every_kind_refused_has_words() -> None:
    assert set(REFUSED.values()) <= set(MESSAGES)
    assert all(f"kind.{kind}" in WORDS for kind, code in REFUSED.items() if code == "LR044")


def test_a_web_page_called_xls_says_what_to_do(tmp_path: Path) -> None:
    assert told(refused(text_file(tmp_path, "<html><table>", "leads.xls"))) == (
        "这不是表格文件（内容是网页或别的格式）",
        "用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV",
        "this is not a table (it holds a web page or something else)",
        "open it in Excel and save it as .xlsx or CSV",
    )


def test_a_pdf_says_what_it_is(tmp_path: Path) -> None:
    assert told(refused(text_file(tmp_path, "%PDF-1.7", "leads.xlsx"))) == (
        "这是PDF 文件，不是能读的表格",
        "请导出为 .xlsx 或 CSV；Excel 能打开的，打开后另存为 .xlsx",
        "this is a PDF, not a table that can be read",
        "export it as .xlsx or CSV; if Excel can open it, open it and save it as .xlsx",
    )


def test_an_archive_is_to_be_unpacked(tmp_path: Path) -> None:
    assert told(refused(text_file(tmp_path, gzip.compress(b"a,b\n", mtime=0)))) == (
        "这是压缩包",
        "先解压，再给出里面的表格",
        "this is a compressed archive",
        "unpack it, and give the table inside",
    )


def test_noise_is_no_text(tmp_path: Path) -> None:
    assert told(refused(text_file(tmp_path, bytes(range(1, 32)) * 40, "leads.xlsx"))) == (
        "这不是文字，也不是认识的文件类型",
        "检查是不是拿错了文件，或重新导出、重新下载",
        "this is neither text nor a kind of file that is known",
        "check that it is the right file, or export or download it again",
    )
