"""A look into a zipped workbook before it is read: what would explode, deceive or hold the reader is refused.

The parts a reader needs are unpacked once, a piece at a time, and thrown away.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadroute.files.read.workbook.far import is_far
from leadroute.files.read.workbook.walk import declares_type, pieces, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    Odd = frozenset[str]
    Members = dict[zipfile.ZipInfo, str]

_MAX_PARTS = 20_000
_MAX_BYTES = 1_500_000_000
_MAX_RATIO = 300
_SMALL = 8_000_000  # below this a high ratio harms nobody
_HEAD = 1 << 16
_PIECE = 1 << 20
_HEADER = 30
_MARK = b"PK\x01\x02"
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error, KeyError)

_NEEDED = re.compile(
    r"(?:^|/)(?:\[content_types\]\.xml|(?:workbook|sharedstrings|styles)\.(?:xml|bin))$"
    r"|worksheets/[^/]+\.(?:xml|bin)$|\.rels$|^content\.xml$|^meta-inf/manifest\.xml$"
)
_SHEET = re.compile(r"worksheets/[^/]+\.(?:xml|bin)$")
_MARKUP = (".xml", ".rels", ".vml")
_BOOKS = ("workbook.xml", "workbook.bin", "content.xml")

BROKEN = "broken"
"""What is odd about a sheet whose checksum is wrong: no matter, unless it is the one to be read."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the look found: the code of a refusal ("": none), what is odd in which part, names that lead outside."""

    refusal: str = ""
    odd: Mapping[str, Odd] = field(default_factory=dict)
    outside: tuple[str, ...] = ()


def inspect(data: bytes) -> Inspected:
    """Look into a zip that should be a workbook."""
    if data.count(_MARK) > _MAX_PARTS:
        return Inspected("LR065")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            members = {member: _plain(member.filename) for member in parts.infolist()}
            return Inspected(code) if (code := _listed(members, len(data))) else _unpacked(parts, members, data)
    except _BROKEN:
        return Inspected("LR009")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _listed(members: Members, size: int) -> str:
    """The code of what the mere list of the parts forbids."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        return "LR005"
    if not any(name.endswith(_BOOKS) for name in members.values()):
        return "LR004"
    if any(count > 1 for name, count in Counter(members.values()).items() if _NEEDED.search(name)):
        return "LR064"
    total = sum(member.file_size for member in members)
    return "LR007" if total > _MAX_BYTES or (total > _SMALL and total > _MAX_RATIO * size) else ""


def _unpacked(parts: zipfile.ZipFile, members: Members, data: bytes) -> Inspected:
    odd = {}
    for member, name in members.items():
        code, found = _look(parts, member, name, data)
        if code:
            return Inspected(code)
        if found:
            odd[member.filename] = found
    return Inspected("", odd, tuple(name for name in members.values() if ".." in name.split("/")))


def _look(parts: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, data: bytes) -> tuple[str, Odd]:
    if not _NEEDED.search(name):
        bad = name.endswith(_MARKUP) and declares_type(_start_of(parts, member))
        return "LR063" if bad else "", frozenset()
    try:
        found = walk(pieces(parts, member), name)
    except zipfile.BadZipFile:
        if not (_SHEET.search(name) and _is_honest(data, member)):
            raise
        return "", frozenset({BROKEN})
    far = found.extent.too_large(member.file_size) and is_far(pieces(parts, member), member.file_size)
    return found.threat or ("LR008" if far else ""), found.odd


def _is_honest(data: bytes, member: zipfile.ZipInfo) -> bool:
    """Is a part whose checksum is wrong as large as it says? Then a reader may look at it."""
    at = member.header_offset + _HEADER
    lengths = (int.from_bytes(data[field : field + 2], "little") for field in (at - 4, at - 2))
    start = at + sum(lengths)
    unzip, left, size = zlib.decompressobj(-zlib.MAX_WBITS), data[start : start + member.compress_size], 0
    while left and size <= member.file_size:
        size += len(unzip.decompress(left, _PIECE))
        left = unzip.unconsumed_tail
    return unzip.eof and size == member.file_size


def _start_of(parts: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The first bytes of a part no table is read from; should it be damaged, that is no matter."""
    try:
        with parts.open(member) as stream:
            return stream.read(_HEAD)
    except _BROKEN:
        return b""
