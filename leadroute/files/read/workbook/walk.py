"""One pass over the pieces of a part: is anything in it a threat, is anything odd, how far does it reach?

One pattern (RE2) holds every sign; only pieces in which it is found are looked at more closely.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import re2

from leadroute.files.read.workbook.far import Extent
from leadroute.files.read.workbook.xlsb import SIGN_LENGTH, may_hold_errors

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_PIECE = 1 << 20
_OVERLAP = 300
_MARK = 4  # bytes that tell UTF-16
_NO_VALUE = rb"(?:<[\w:]*v></[\w:]*v>|<[\w:]*v ?/>)?</[\w:]*c>"
_XLSX = {
    "error": rb""" t=["']e["']""",
    "hidden": rb"""<[\w:]*row [^>]*hidden=["'](?:1|true)["']""",
    "formula": rb"f>" + _NO_VALUE + rb"|[<:]f [^>]*/>" + _NO_VALUE,
}
_ODS = {
    "error": rb"""value-type=["']error["']""",
    "merged": rb"""-spanned="(?:[2-9]|\d\d)""",
    "hidden": rb"""<[\w:]*table-row [^>]*visibility="(?:collapse|filter)""",
}
_NOWHERE = Extent()
_MERGED = b"\xb1\x01\x04"
"""What is odd: cells with errors, hidden rows, formulas without a value, merged cells the reader does not tell of."""
_TYPE = rb"<!(?:DOCTYPE|ENTITY)|<\x00?!\x00(?:D\x00O\x00C|E\x00N\x00T)"
_NO_XML = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|(?:<[a-z]+>){50}"
"""Control characters, which XML forbids, and elements nested deeper than a reader's stack."""
_WIDE = rb""" r=["'][A-Za-z]{2}"""

_SIGNS = tuple(
    (re.compile(part), {name: re2.compile(sign) for name, sign in signs.items()})
    for part, signs in ((r"worksheets/[^/]+\.xml$", _XLSX), (r"^content\.xml$", _ODS))
)
_TYPE_SIGN, _NO_XML_SIGN = re2.compile(_TYPE), re2.compile(_NO_XML)
_ANY = re2.compile(b"|".join((*_XLSX.values(), *_ODS.values(), _TYPE, _NO_XML, _WIDE)))


@dataclass(frozen=True, slots=True)
class Walked:
    """What a pass found: the code of a threat ("": none), what is odd, and how far a sheet reaches."""

    threat: str = ""
    odd: frozenset[str] = frozenset()
    extent: Extent = _NOWHERE


def pieces(parts: zipfile.ZipFile, member: zipfile.ZipInfo | str) -> Iterator[bytes]:
    """A part in pieces; behind the last one its checksum is verified."""
    with parts.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def declares_type(text: bytes) -> bool:
    """Does the XML declare a document type? No workbook does; entities that explode or read files need it."""
    return bool(_TYPE_SIGN.search(text))


def walk(stream: Iterator[bytes], name: str) -> Walked:
    """Go through a part; ``name`` (in small letters) tells what can be odd about it."""
    return _binary(stream) if name.endswith(".bin") else _markup(stream, name)


def _binary(stream: Iterator[bytes]) -> Walked:
    seen, tail = set(), b""
    for piece in stream:  # to the end, where the checksum is verified
        whole = tail + piece
        seen |= {"merged"} if _MERGED in whole else set()
        seen |= {"error"} if "error" not in seen and may_hold_errors(whole) else set()
        tail = piece[1 - SIGN_LENGTH :]
    return Walked(odd=frozenset(seen))


def _markup(stream: Iterator[bytes], name: str) -> Walked:
    signs = next((signs for part, signs in _SIGNS if part.search(name)), {})
    found: set[str] = set()
    extent, tail, wide = _NOWHERE, b"", False
    for piece in stream:
        text = tail + piece
        wide = wide or (not tail and b"\0" in text[:_MARK])
        if _ANY.search(text):
            if declares_type(text):
                return Walked("LR063")
            if not wide and _NO_XML_SIGN.search(text):
                return Walked("LR009")
            found |= {odd for odd, sign in signs.items() if odd not in found and sign.search(text)}
            extent = extent.wider(text) if signs else extent
        extent = extent.taller(piece) if signs else extent
        tail = piece[-_OVERLAP:]
    return Walked("", frozenset(found), extent)
