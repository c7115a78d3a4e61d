"""One line of a delimited text by itself: its cells as a person would read them, and whether its quotes pair."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Dialect:
    """What parts cells and what encloses them: one character each; ``quote`` is ``""`` where quotes are text."""

    delimiter: str
    quote: str = '"'


def reader(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    """The csv module's reader for a dialect; it raises where quotes do not pair."""
    if not dialect.quote:
        return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True)


def is_row(line: str, dialect: Dialect, width: int) -> bool:
    """Is a line by itself a well-formed row of so many cells?"""
    if line.count(dialect.delimiter) < width - 1 or (dialect.quote and line.count(dialect.quote) % 2):
        return False
    try:
        return len(next(reader([line], dialect), [])) == width
    except csv.Error:
        return False


def leniently(line: str, dialect: Dialect) -> tuple[list[str], bool]:
    """The cells of one line and whether a quote stays open: only one before a delimiter or the line's end closes."""
    text = line.rstrip("\r\n")
    cells: list[str] = []
    at = 0
    while at >= 0:
        begin = at
        if quoted := bool(dialect.quote) and text.startswith(dialect.quote, begin):
            end = _closing(text, begin + 1, dialect)
            if end < 0:
                return [*cells, text[begin:]], True
        stop = text.find(dialect.delimiter, end + 1 if quoted else begin)
        cell = text[begin + 1 : end] if quoted else text[begin : stop if stop >= 0 else None]
        cells.append(cell.replace(dialect.quote * 2, dialect.quote) if quoted else cell)
        at = stop + 1 if stop >= 0 else -1
    return cells, False


@lru_cache
def crossing(dialect: Dialect) -> re.Pattern[str]:
    """A quote inside a cell and the next one at the end of another: a delimiter is missing before the first."""
    mark, quote = re.escape(dialect.delimiter), dialect.quote
    inside, rest = rf"[^{mark}{quote}\r\n]", rf"[^{quote}\r\n]*"
    return re.compile(rf"{inside}{quote}{inside}{rest}{mark}{rest}{inside}{quote}(?:{mark}|\r|\n|$)")


def _closing(text: str, at: int, dialect: Dialect) -> int:
    """Where the quote stands that closes a cell; a doubled one does not."""
    ends = _ends(dialect.delimiter)
    while (at := text.find(dialect.quote, at)) >= 0:
        if text.startswith(dialect.quote, at + 1):
            at += 2
        elif ends.match(text, at + 1):
            return at
        else:
            at += 1
    return -1


@lru_cache
def _ends(delimiter: str) -> re.Pattern[str]:
    """What may follow a closing quote: blanks, then the delimiter or the end."""
    return re.compile(rf" *(?:{re.escape(delimiter)}|$)" if delimiter != " " else " |$")
