"""Records of a delimited text: by the csv module what is well formed, line by line what is not.

A quote that is never closed, read by the rules, swallows the rest of the file; here it costs the line it stands in.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Trouble = Literal["", "open", "quotes"]
    Record = tuple[list[str], Trouble, int]

_CELL_LIMIT = 1 << 27
_MOST_LINES, _FEW_LINES = 1000, 5
_SPARE = 200_000  # lines read twice in all: many open quotes must not make the time grow with the square of the file
_TWO = 2


@dataclass(frozen=True, slots=True)
class Dialect:
    """What parts cells and what encloses them: one character each; ``quote`` is ``""`` where quotes are text."""

    delimiter: str
    quote: str = '"'


class _Feed:
    """Lines for the csv module, remembered while they belong to one record so that they can be read again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.taken: list[str] = []
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._spare = _SPARE
        self._most = _MOST_LINES

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self._most:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def back(self) -> None:
        """All lines of the record but its first are to be read again."""
        self._again.extendleft(reversed(self.taken[1:]))
        self._spare -= len(self.taken)
        self._most = max(_FEW_LINES, min(_MOST_LINES, self._spare))
        del self.taken[1:]


def records(lines: Iterable[str], dialect: Dialect, width: int = 0, *, crossed: bool = False) -> Iterator[Record]:
    """The cells of each record, what is wrong with it, and how many lines it takes.

    ``open``: a quote in the line is never closed, or the line follows such a one and holds its other end. ``quotes``:
    quotes do not pair; the cells are what a person would read. ``width``: a quote that would swallow lines with as
    many cells is taken for an open one (0: not known). ``crossed``: look for quotes that pair across cells.
    """
    csv.field_size_limit(_CELL_LIMIT)
    feed = _Feed(lines)
    reader = _reader(feed, dialect)
    after_open = False
    while True:
        feed.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is None or (len(feed.taken) > _TWO and _swallows(feed.taken, dialect, width)):
            feed.back()
            cells, is_open = leniently(feed.taken[0], dialect)
            after_open = is_open or _may_go_on(feed.taken[0], dialect)
            yield cells, _trouble(feed.taken[0], dialect, is_open=is_open), 1
        elif after_open and feed.taken[0].count(dialect.quote) % _TWO:
            after_open = False
            yield cells, "open", len(feed.taken)
        else:
            after_open = after_open and len(cells) != width
            wrong = crossed and len(feed.taken) == 1 and crossing(dialect).search(feed.taken[0])
            yield cells, "quotes" if wrong else "", len(feed.taken)


@lru_cache
def crossing(dialect: Dialect) -> re.Pattern[str]:
    """A quote inside a cell and the next one at the end of another: a delimiter is missing before the first."""
    mark, quote = re.escape(dialect.delimiter), dialect.quote
    inside, rest = rf"[^{mark}{quote}\r\n]", rf"[^{quote}\r\n]*"
    return re.compile(rf"{inside}{quote}{inside}{rest}{mark}{rest}{inside}{quote}(?:{mark}|\r|\n|$)")


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


def _reader(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    if not dialect.quote:
        return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True)


def _swallows(lines: Sequence[str], dialect: Dialect, width: int) -> bool:
    """Is a line inside a cell of several lines a whole row by itself?"""
    return width > 1 and any(is_row(line, dialect, width) for line in lines[1:-1])


def is_row(line: str, dialect: Dialect, width: int) -> bool:
    """Is a line by itself a well-formed row of so many cells?"""
    if line.count(dialect.delimiter) < width - 1 or (dialect.quote and line.count(dialect.quote) % _TWO):
        return False
    try:
        return len(next(_reader([line], dialect), [])) == width
    except csv.Error:
        return False


def _may_go_on(line: str, dialect: Dialect) -> bool:
    """Has a line an odd number of quotes, none of which can be an apostrophe?"""
    return dialect.quote == '"' and line.count('"') % _TWO > 0


def _trouble(line: str, dialect: Dialect, *, is_open: bool) -> Trouble:
    if is_open:
        return "open"
    tidy = re.sub(f"{re.escape(dialect.quote)} +(?={re.escape(dialect.delimiter)}|\r|\n|$)", dialect.quote, line)
    return "" if is_row(tidy, dialect, len(leniently(line, dialect)[0])) else "quotes"
