"""A cheap look into an xlsx before it is read: sizes that explode and cells so far out that the reader would abort."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_MAX_BYTES = 1_500_000_000
_MAX_RATIO = 300
_SMALL = 50_000_000  # below this a high ratio harms nobody
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_PIECE = 1 << 20
_OVERLAP = 200
_FAR = re.compile(rb'<c r="(?:[A-Z]{3,}|[T-Z][A-Z])\d+"(?:[^>]*[^/>])?>|<row r="(?:\d{8,}|[2-9]\d{6})"')
"""A cell with content right of column 512, or a row below Excel's last one."""


def suspicion(data: bytes) -> str:
    """Say why a workbook must not be opened: ``size``, ``far``, ``broken`` or ``not_excel``; ``""`` if it may be.

    Only xlsx is looked into; other kinds of zip (ods, xlsb) are checked by size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            members = parts.infolist()
            total = sum(member.file_size for member in members)
            if total > _MAX_BYTES or (total > _SMALL and total > _MAX_RATIO * len(data)):
                return "size"
            if not any(member.filename.startswith(("xl/", "content.xml")) for member in members):
                return "not_excel"
            return "far" if any(_far(parts, member) for member in members if _SHEET.match(member.filename)) else ""
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return "broken"


def _far(parts: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    tail = b""
    with parts.open(member) as stream:
        while piece := stream.read(_PIECE):
            if _FAR.search(tail + piece):
                return True
            tail = piece[-_OVERLAP:]
    return False
