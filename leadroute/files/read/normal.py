"""Unusual ways of writing a table of text, put into the usual one before it is read: bytes of UTF-8 in and out."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STAND_INS = "\x1f\x1e\x1d\x1c\x02\x03"
_SEP = re.compile(rb'"?sep=(.)"?\s*?(?:\r\n|\r|\n)', re.IGNORECASE | re.DOTALL)
_BACKSLASHED = re.compile(rb'(?<!\\)((?:\\\\)*)\\"')
_TAIL = 16  # so many NUL bytes at the end are a block that was never written
_MOST = 0.9


def without_tail(data: bytes) -> tuple[bytes, int]:
    """The text without the NUL bytes a power cut leaves behind it, and their number."""
    if not data.endswith(bytes(_TAIL)):
        return data, 0
    kept = data.rstrip(b"\0")
    return kept, len(data) - len(kept)


def named_delimiter(data: bytes) -> tuple[bytes, str]:
    """The text without the first line ``sep=;`` that Excel obeys and does not show, and the delimiter it names."""
    found = _SEP.match(data)
    return (data[found.end() :], found[1].decode("latin-1")) if found else (data, "")


def with_stand_in(data: bytes, delimiter: str) -> tuple[bytes, str]:
    """The text with one byte, that does not occur in it, for each delimiter of several bytes; and that byte."""
    mark = next((one for one in _STAND_INS if one.encode() not in data), _STAND_INS[0])
    return data.replace(delimiter.encode(), mark.encode()), mark


def without_backslashes(data: bytes) -> bytes:
    r"""The text with quotes inside cells doubled instead of written ``\"``."""
    return _BACKSLASHED.sub(rb'\1""', data)


def without_blanks(data: bytes, delimiter: str) -> bytes:
    """The text without blanks between a delimiter and a quote."""
    mark = re.escape(delimiter.encode())
    return re.sub(rb"(?:(?<=" + mark + rb")|^)[ ]+(?=\")", b"", data, flags=re.MULTILINE)


def is_wrapped(lines: list[str], delimiters: str) -> bool:
    """Is nearly every line one quoted cell that holds a whole row, all rows as wide as the first?"""
    inner = [cell for line in lines if (cell := unwrapped(line)) != line]
    if len(inner) < max(1, _MOST * (len(lines) - 1)):
        return False
    rows = [unwrapped(lines[0]), *inner]
    best = max(delimiters, key=rows[0].count)
    widths = {len(next(csv.reader([row], delimiter=best), [])) for row in rows}
    return len(widths) == 1 and widths != {1}


def unwrapped(line: str) -> str:
    """What a line that is one quoted cell holds; any other line as it is."""
    text = line.strip("\r\n")
    if not (text.startswith('"') and text.endswith('"')):
        return line
    try:
        cells = next(csv.reader([text], delimiter="\x1e", strict=True), [])
    except csv.Error:
        return line
    return cells[0] if len(cells) == 1 else line


def without_wraps(data: bytes) -> bytes:
    """The text with every wrapped row unwrapped."""
    return "".join(_plain_lines(data)).encode()


def _plain_lines(data: bytes) -> Iterator[str]:
    for line in io.StringIO(data.decode(errors="replace"), newline=""):
        text = line.rstrip("\r\n")
        yield unwrapped(text) + line[len(text) :]
