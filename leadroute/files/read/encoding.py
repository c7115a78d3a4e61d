"""Bytes to UTF-8: which encoding a text file is in, and why we think so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.files.read.beyond import lines_beyond, mix
from leadroute.files.read.bytewise import has, is_utf8
from leadroute.files.read.guess import guess
from leadroute.files.read.marks import mark, without_marks
from leadroute.files.read.wide import wide

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Fit = Callable[[Sequence[str]], float]

_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "hz"), ("gb18030",)),
    "big5": ("cp950", "big5hkscs"),
    "shift_jis": ("cp932",),
    "euc_kr": ("cp949",),
}
"""Encodings by the larger ones that hold all of their characters and more; the first that reads everything is taken."""

_PIECE = 1 << 20
_STRANGER = rb"(?:[\xe4-\xe9][\x80-\xbf][\x80-\xbf]){2,}"  # two Chinese characters in UTF-8
_STRANGERS = re.compile(rb"(?<![\x80-\xff])" + _STRANGER + rb"(?![\x80-\xff])")
_LOST = "\ufffd"
LOST_BYTES = _LOST.encode()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file as UTF-8 without marks, and the encoding it was in.

    ``why`` we think so: ``given``, ``mark``, ``utf8``, ``mostly`` (UTF-8 but for some bytes), ``wide``, or what
    ``guess.Guess`` says. ``other`` is the encoding it might as well be. ``damaged``: bytes that could not be read
    became U+FFFD. ``turn`` is the offset of the first line in a second encoding (-1: there is none).
    """

    data: bytes
    encoding: str
    why: str
    other: str = ""
    damaged: bool = False
    turn: int = -1


def to_utf8(data: bytes, given: str, fit: Fit) -> Decoded:
    """Decode a text file; ``given`` wins over all signs. Never fails: what cannot be read is replaced and said."""
    if given:
        return _as_given(data, given)
    found, name = mark(data)
    if name and name != "utf-8-sig":
        return _decoded(data[len(found) :], name, "mark")
    data = data[len(found) :]
    if is_utf8(data) and not (b"\0" in data[:_PIECE] and wide(data)):
        return Decoded(without_marks(data), name or "utf-8", "mark" if name else "utf8")
    if order := wide(data):
        return _decoded(data, order, "wide")
    return _by_letters(data, fit)


def _as_given(data: bytes, given: str) -> Decoded:
    name = codecs.lookup(given).name
    found, marked = mark(data)
    if marked == "utf-8-sig" or (marked and name.startswith(marked)):
        data = data[len(found) :]
    return _decoded(data, name, "given")


def _by_letters(data: bytes, fit: Fit) -> Decoded:
    lines = lines_beyond(data)
    mixed = mix(lines)
    if mixed.kind == "utf8":
        return _decoded(data, "utf-8", "mostly")
    if mixed.kind == "both":
        return Decoded(b"", "", "", turn=mixed.turn)
    likely = guess([line for _, line in lines], fit)
    found = _decoded(_strangers_lost(data, likely.encoding), likely.encoding, likely.why)
    return Decoded(found.data, found.encoding, found.why, likely.other, found.damaged)


def _strangers_lost(data: bytes, name: str) -> bytes:
    """Text in UTF-8 inside a file of another encoding would become other characters without an error."""
    if not has(data, rb"(?:^|[\x00-\x7f])" + _STRANGER + rb"(?:[\x00-\x7f]|$)"):
        return data
    return _STRANGERS.sub(_LOST.encode(name) if name == "gb18030" else b"\xff\xff", data)


def _decoded(data: bytes, name: str, why: str) -> Decoded:
    for wider in _WIDER.get(name, (name,)):
        try:
            text = _recoded(data, wider)
        except UnicodeError:
            continue
        return Decoded(without_marks(text), "big5" if name == "big5" else wider, why, damaged=has(text, LOST_BYTES))
    lossy = data.decode(_WIDER.get(name, (name,))[0], errors="replace").encode(errors="replace")
    return Decoded(without_marks(lossy), name, why, damaged=True)


def _recoded(data: bytes, name: str) -> bytes:
    """The same text as UTF-8, a piece at a time so that a big file is not held as text."""
    if name == "utf-8" and is_utf8(data):
        return data
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[at : at + _PIECE]).encode() for at in range(0, len(data), _PIECE)]
    return b"".join([*pieces, decoder.decode(b"", final=True).encode()])
