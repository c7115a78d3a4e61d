"""Byte order marks: at the start of a text, several of them, and those left in the middle when files were joined."""

from __future__ import annotations

import codecs
import re

from leadroute.files.read.bytewise import has

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    ("\ufeff".encode("gb18030"), "gb18030"),
    (codecs.BOM_UTF8.decode("cp1252").encode(), "utf-8-sig"),  # a mark that was itself taken for text
)
_INSIDE = re.compile(rb"(?<=[\r\n])(?:\xef\xbb\xbf)+")


def mark(data: bytes) -> tuple[bytes, str]:
    """The mark a text begins with and the encoding it stands for; of several the last counts: ``(b"", "")`` if none.

    The mark of UTF-16 and UTF-32 is not part of what is returned first: their decoders need it to tell the order.
    """
    found, name = b"", ""
    while (one := next(((m, n) for m, n in _MARKS if data.startswith(m, len(found))), None)) is not None:
        name = one[1]
        if name in {"utf-16", "utf-32"}:
            break
        found += one[0]
    return found, name


def without_marks(text: bytes) -> bytes:
    """UTF-8 without marks at its start or at the start of a line, where ``cat a.csv b.csv`` leaves them."""
    while text.startswith(codecs.BOM_UTF8):
        text = text[len(codecs.BOM_UTF8) :]
    return _INSIDE.sub(b"", text) if has(text, codecs.BOM_UTF8) else text
