"""Which part of an xlsx or xlsb holds which sheet, and a sheet's part cut between rows."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from leadroute.files.read.workbook.xlsb import sheet_links

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

_WORKBOOK = "officeDocument"


def sheet_parts(parts: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by the sheet's name; ``{}`` if the workbook is put together in a way we do not know."""
    real = {name.replace("\\", "/").lstrip("/").lower(): name for name in parts.namelist()}
    try:
        book = next(target for kind, _, target in _links(parts, real, "") if kind.endswith(_WORKBOOK))
        targets = {key: target for _, key, target in _links(parts, real, book)}
        links = _sheets(parts.read(real[book.lower()]), binary=book.endswith(".bin"))
        named = {name: targets.get(link, "").lower() for name, link in links.items()}
        return {name: real[part] for name, part in named.items() if part in real}
    except (KeyError, StopIteration, ET.ParseError):
        return {}


def blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a part cut behind the end of a row, so that no row and no cell is in two of them."""
    rest = b""
    for piece in pieces:
        whole, end, rest = (rest + piece).rpartition(b"row>")
        if end:
            yield whole + end
    if rest:
        yield rest


def _sheets(book: bytes, *, binary: bool) -> dict[str, str]:
    """The link of each sheet by the sheet's name."""
    if binary:
        return sheet_links(book)
    return {one.get("name", ""): _link_of(one) for one in _parsed(book).iter() if _bare(one.tag) == "sheet"}


def _links(parts: zipfile.ZipFile, real: dict[str, str], of: str) -> list[tuple[str, str, str]]:
    """The links of a part ("": of the whole file): kind, key, and the part they lead to."""
    folder, name = posixpath.split(of)
    where = posixpath.join(folder, "_rels", f"{name}.rels").lower()
    return [
        (
            link.get("Type", ""),
            link.get("Id", ""),
            posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
        )
        for link in _parsed(parts.read(real[where]))
    ]


def _link_of(sheet: ET.Element) -> str:
    return next((value for key, value in sheet.items() if _bare(key) == "id"), "")


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parsed(markup: bytes) -> ET.Element:
    return ET.fromstring(markup)  # noqa: S314 - the guard has refused every DOCTYPE, so there are no entities
