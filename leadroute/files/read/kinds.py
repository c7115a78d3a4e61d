"""What a file is, by its bytes: people rename files, and exporters call a web page ``.xls``."""

from __future__ import annotations

import io
import re
import zipfile

TEXT, WORKBOOK = "text", "workbook"

REFUSED = {
    "web": "LR004",
    **dict.fromkeys(("xml2003", "xml", "json", "contacts", "mail"), "LR044"),
    **dict.fromkeys(("pdf", "image", "word", "slides", "numbers", "media", "program", "parquet"), "LR044"),
    "database": "LR044",
    "archive": "LR045",
}
"""Kinds that hold no table we read, and the code that says so; the words are under ``kind.`` in ``render.words``."""

_MAGICS = (
    (0, rb"%PDF-", "pdf"),
    (0, rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0\0\0", "image"),
    (0, rb"RIFF.{4}WEBP", "image"),
    (4, rb"ftyphei[cf]|ftypmif1", "image"),
    (4, rb"ftyp", "media"),
    (0, rb"ID3[\x02-\x04]|RIFF.{4}WAVE|OggS\0", "media"),
    (0, rb"\{\\rtf", "word"),
    (0, rb"\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ\0|\x28\xb5\x2f\xfd|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07", "archive"),
    (257, rb"ustar", "archive"),
    (0, rb"SQLite format 3\0|\x00\x01\x00\x00Standard (?:Jet|ACE) DB", "database"),
    (0, rb"PAR1[\0-\x1f]|ARROW1\0\0|FEA1\0|Obj\x01", "parquet"),
    (0, rb"\x7fELF|MZ[\x80\x90]\0", "program"),
    (0, rb"bplist00", "program"),
)
"""The place of the sign, the sign, the kind."""

_PATTERNS = tuple((at, re.compile(sign, re.DOTALL), kind) for at, sign, kind in _MAGICS)
ZIP, _EMPTY_ZIP, _OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEET = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08]\x00")
_IN_ZIP = (
    (re.compile(r"xl[/\\]|(?:.*[/\\])?workbook\.", re.IGNORECASE), WORKBOOK),
    (re.compile(r"word/"), "word"),
    (re.compile(r"ppt/"), "slides"),
    (re.compile(r"Index/|Index\.zip"), "numbers"),
)
_IN_OLE = (
    ("Workbook", WORKBOOK),
    ("Book", WORKBOOK),
    ("EncryptedPackage", WORKBOOK),
    ("WordDocument", "word"),
    ("PowerPoint Document", "slides"),
    ("__properties_version1.0", "mail"),
)
_HEAD = 1 << 13
_PROLOG = re.compile(r"\ufeff*\s*(?:<\?xml\b[^>]*>\s*)?(?:(?:<!--.*?-->|<\?[^>]*>)\s*)*", re.DOTALL)
_WEB = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style|script|title|div|tr)\b", re.IGNORECASE)
_MHTML = re.compile(r"\s*(?:MIME-Version:|Content-Type:\s*multipart/related|From: <Saved by )", re.IGNORECASE)
_SHEET_2003 = re.compile(r"urn:schemas-microsoft-com:office:spreadsheet|progid=.Excel\.Sheet")
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,200}"\s*:')


def kind_of(data: bytes) -> str:
    """Say what bytes are: ``text``, ``workbook``, or one of ``REFUSED``. What is not recognised is ``text``."""
    if data.startswith(ZIP):
        return _of_zip(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _IN_OLE if name.encode("utf-16-le") in data), WORKBOOK)
    if data.startswith(_EMPTY_ZIP):
        return "archive"
    if _OLD_SHEET.match(data):
        return WORKBOOK  # of Excel 2 to 5, without the container of later ones
    for at, sign, kind in _PATTERNS:
        if sign.match(data, at):
            return kind
    return _of_text(data)


def _of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = parts.namelist()
            if "mimetype" in names:
                return WORKBOOK if b"spreadsheet" in parts.open("mimetype").read(100) else "word"
    except Exception:  # noqa: BLE001 - a damaged one: the reader of workbooks says what is wrong with it
        return WORKBOOK
    return next((kind for sign, kind in _IN_ZIP if any(map(sign.match, names))), "archive")


def _of_text(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:_HEAD].decode("utf-16" if wide else "latin-1", errors="ignore").removeprefix("ï»¿")
    prolog = _PROLOG.match(head)
    begins = prolog.end() if prolog else 0
    if _WEB.match(head, begins) or _MHTML.match(head):
        return "web"
    if "<?xml" in head[:begins] or head.startswith("<", begins):
        return "xml2003" if _SHEET_2003.search(head) else "xml" if "<?xml" in head[:begins] else TEXT
    if head.startswith("BEGIN:VCARD", begins):
        return "contacts"
    return "json" if _JSON.match(head, begins) else TEXT
