"""Bytes to lines of text: what encoding, and what no text file should hold."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from leadroute.rulebook.nodes import Span

if TYPE_CHECKING:
    from leadroute.rulebook.findings import Findings

LARGEST = 2 * 1024 * 1024
"""Bytes; a rulebook ten thousand rules long stays below."""

_LAST_ASCII = 127
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding; an encoding of "" means that no guess fits."""
    if data.startswith(codecs.BOM_UTF8):
        return _tried(data[3:], "utf-8")
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return _tried(data[2:], encoding)
    text, encoding = _tried(data, "utf-8")
    if encoding or b"\0" in data or _is_broken_utf8(data):
        return text, encoding
    return _tried(data, "gb18030")


def broken_at(data: bytes) -> Span:
    """The place of the first byte that is no UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = to_lines(data[: error.start].decode("utf-8"))
        return Span(len(before), len(before[-1]) + 1)
    return Span(1, 1)


def to_lines(text: str) -> list[str]:
    """Split at every break YAML knows, whatever the system it was written on."""
    return _BREAKS.sub("\n", text).split("\n")


def refuse_control(lines: list[str], found: Findings) -> bool:
    """Report characters no YAML may hold (the first of each line); tell whether there were any."""
    hits = [(at, hit) for at, line in enumerate(lines, 1) if (hit := _CONTROL.search(line))]
    for at, hit in hits:
        found.error("LR114", Span(at, hit.start() + 1), character=f"U+{ord(hit.group()):04X}")
    return bool(hits)


def _is_broken_utf8(data: bytes) -> bool:
    """A damaged UTF-8 file still has more good characters than bad ones; read as UTF-8, a GBK file has few good."""
    told = data.decode("utf-8", "replace")
    bad = told.count("\ufffd")
    return sum(1 for char in told if ord(char) > _LAST_ASCII) - bad > bad


def _tried(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return "", ""
