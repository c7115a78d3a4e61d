"""Bytes to UTF-8: which encoding a text file is in, and why we think so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # Big5 decodes as GB18030 without an error, into these
_OTHERS = ["big5", "cp932", "cp949", "cp1252"]
_SAMPLE = 1 << 20
_HALF = 0.4
_FEW = 0.02  # of the characters outside ASCII may be damaged in a file that is UTF-8 all the same


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file as UTF-8 without mark, the encoding it was in, and why: ``given``, ``mark``, ``utf8``, ``gb``,
    ``guess``, or ``damaged`` (characters were lost).
    """  # noqa: D205 - the list is the point

    data: bytes
    encoding: str
    why: str


def to_utf8(data: bytes, given: str | None = None) -> Decoded:
    """Decode a text file; ``given`` wins over all signs. Never fails: what cannot be read is replaced and said."""
    if given:
        return _as_given(data, given)
    for mark, name in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :] if name == "utf-8-sig" else _recoded(data, name)
            return Decoded(body, name, "mark") if is_utf8(body) else _damaged(body, "utf-8")
    if wide := _wide(data):
        return Decoded(_recoded(data, wide), wide, "guess")
    if is_utf8(data):
        return Decoded(data, "utf-8", "utf8")
    return _without_mark(data)


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are strict UTF-8, without making a text of them."""
    ends = pa.py_buffer(np.array([0, len(data)], dtype=np.int64))
    try:
        pa.Array.from_buffers(pa.large_string(), 1, [None, ends, pa.py_buffer(data)]).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _as_given(data: bytes, given: str) -> Decoded:
    name = codecs.lookup(given).name
    mark = codecs.BOM_UTF8 if name == "utf-8" else b""
    body = data.removeprefix(mark)
    if name == "utf-8" and is_utf8(body):
        return Decoded(body, name, "given")
    try:
        return Decoded(_recoded(body, name), name, "given")
    except UnicodeError:
        return _damaged(body, name)


def _without_mark(data: bytes) -> Decoded:
    if _mostly_utf8(data):
        return _damaged(data, "utf-8")
    try:
        text = _recoded(data, "gb18030")
    except UnicodeError:
        return _by_statistics(data)
    private = _PRIVATE.search(text[:_SAMPLE].decode(errors="ignore"))
    return _by_statistics(data) if private else Decoded(text, "gb18030", "gb")


def _by_statistics(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rare, and slow to import

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OTHERS).best()
    try:
        return Decoded(_recoded(data, best.encoding), best.encoding, "guess") if best else _damaged(data, "gb18030")
    except UnicodeError:
        return _damaged(data, "gb18030")


def _damaged(data: bytes, name: str) -> Decoded:
    return Decoded(data.decode(name, errors="replace").encode(), name, "damaged")


def _mostly_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") <= max(1, beyond * _FEW) and beyond > text.count("\ufffd")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as every other byte of ASCII being NUL."""
    head = np.frombuffer(data[: 1 << 12], dtype=np.uint8)
    if len(head) < 4:  # noqa: PLR2004 - two characters
        return ""
    low, high = (head[1::2] == 0).mean(), (head[::2] == 0).mean()
    if max(low, high) < _HALF or min(low, high) > _FEW:
        return ""
    return "utf-16-le" if low > high else "utf-16-be"


def _recoded(data: bytes, name: str) -> bytes:
    """The same text as UTF-8, a piece at a time so that a big file is not held as text."""
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[at : at + _SAMPLE]).encode() for at in range(0, len(data), _SAMPLE)]
    return b"".join([*pieces, decoder.decode(b"", final=True).encode()])
