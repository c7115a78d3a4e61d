"""Delimiter, quotes and escapes of a text file, by evidence: what names most headers and parts rows most evenly."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from leadroute.files.read import normal, quoting
from leadroute.files.read.bytewise import has
from leadroute.files.read.evidence import LINES, Evidence, evidence
from leadroute.files.read.lines import Dialect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.files.read.evidence import Fit

_DELIMITERS = (",", "\t", ";", "|", "，", "；", "\x1f", "\x01")
_ALWAYS = ",\t"  # tried even if it does not occur: a list of names has one column
_LAST_RESORT = Dialect(" ")
_HEAD_BYTES = 1 << 18
_ESCAPED = rb'\\"'
_ODD_LINES = 50
_EVEN = 0.9
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A text in the usual form, its dialect, the delimiter as it stands in the file, and what was unusual about it.

    ``forms``: ``sep``, ``wrapped``, ``backslash``, ``blanks``, ``single`` (quotes), ``bare`` (quotes are text).
    ``width`` is the usual number of cells.
    """

    data: bytes
    dialect: Dialect
    delimiter: str
    width: int = 1
    forms: tuple[str, ...] = ()


def sniff(data: bytes, fit: Fit) -> Sniffed:
    """Find the dialect of a text and bring it into the usual form."""
    data, named = normal.named_delimiter(data)
    forms = ("sep",) if named else ()
    lines = _lines(data[:_HEAD_BYTES])
    if normal.is_wrapped(lines[:LINES], ",;\t|"):
        data, forms = normal.without_wraps(data), (*forms, "wrapped")
        lines = _lines(data[:_HEAD_BYTES])
    found = _quoted(lines, (named,) if named else _DELIMITERS, fit)
    found = replace(found, data=data, forms=(*forms, *found.forms))
    return _in_bytes(_escaped(_spaced(found, lines)))


def _lines(start: bytes) -> list[str]:
    lines = io.StringIO(start.decode(errors="ignore"), newline="").readlines()
    whole = lines[:-1] if len(start) == _HEAD_BYTES and len(lines) > 1 else lines
    return [line for line in whole if line.strip()]


def _quoted(lines: list[str], delimiters: Sequence[str], fit: Fit) -> Sniffed:
    """The best delimiter with usual quotes, with other ones if those are better."""
    sample = "".join(lines[:LINES])
    there = [mark for mark in delimiters if mark in sample or mark in _ALWAYS] or delimiters[:1]
    usual, dialect = _best(lines, there, fit)
    for mark in dict.fromkeys((dialect.delimiter, *there)) if usual.quality < _EVEN else (dialect.delimiter,):
        if found := quoting.single(lines, usual, Dialect(mark), fit):
            return Sniffed(b"", Dialect(mark, "'"), mark, found.width, ("single",))
    if found := quoting.bare(lines, usual, dialect, fit):
        return Sniffed(b"", Dialect(dialect.delimiter, ""), dialect.delimiter, found.width, ("bare",))
    return Sniffed(b"", dialect, dialect.delimiter, usual.width)


def _best(lines: list[str], delimiters: Sequence[str], fit: Fit) -> tuple[Evidence, Dialect]:
    tried = [(evidence(lines, Dialect(mark), fit), -turn, Dialect(mark)) for turn, mark in enumerate(delimiters)]
    best, _, dialect = max(tried, key=lambda one: one[:2])
    if best.width > 1 or best.known:
        return best, dialect
    blanks = evidence(lines, _LAST_RESORT, fit)
    regular = blanks.even >= _EVEN and min(blanks.width, len(lines)) >= _COLUMNS and not blanks.troubled
    return (blanks, _LAST_RESORT) if regular else (best, dialect)


def _spaced(found: Sniffed, lines: list[str]) -> Sniffed:
    """Blanks between delimiter and quote go."""
    if found.dialect.quote != '"' or not quoting.is_spaced(lines, found.dialect):
        return found
    return replace(found, data=normal.without_blanks(found.data, found.delimiter), forms=(*found.forms, "blanks"))


def _escaped(found: Sniffed) -> Sniffed:
    """Quotes written with a backslash, wherever in the file, are doubled, if more of their lines fit then."""
    if found.dialect.quote != '"' or not has(found.data, _ESCAPED):
        return found
    places = [at.start() for at in islice(re.finditer(_ESCAPED, found.data), _ODD_LINES)]
    some = b"".join(_line_at(found.data, at) for at in places)
    plain, doubled = _lines(some), _lines(normal.without_backslashes(some))
    if quoting.fitting(plain, found.dialect, found.width) >= quoting.fitting(doubled, found.dialect, found.width):
        return found
    return replace(found, data=normal.without_backslashes(found.data), forms=(*found.forms, "backslash"))


def _line_at(data: bytes, at: int) -> bytes:
    end = data.find(b"\n", at)
    return data[data.rfind(b"\n", 0, at) + 1 : end + 1 if end >= 0 else len(data)]


def _in_bytes(found: Sniffed) -> Sniffed:
    """A delimiter of several bytes becomes one of a single byte, for Arrow."""
    if len(found.delimiter.encode()) == 1:
        return found
    data, mark = normal.with_stand_in(found.data, found.delimiter)
    return replace(found, data=data, dialect=replace(found.dialect, delimiter=mark))
