"""Records of a delimited text: by the csv module what is well formed, line by line what is not.

A quote that is never closed, read by the rules, swallows the rest of the file; here it costs the line it stands in.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from typing import TYPE_CHECKING, Literal

from leadroute.files.read.lines import crossing, is_row, leniently, reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leadroute.files.read.lines import Dialect

    Trouble = Literal["", "open", "quotes"]
    Record = tuple[list[str], Trouble, int]

_CELL_LIMIT = 1 << 27
_MOST_LINES, _FEW_LINES = 1000, 5
_SPARE = 200_000  # lines read twice in all: many open quotes must not make the time grow with the square of the file
_TWO = 2


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
    rows = reader(feed, dialect)
    after_open = False
    while True:
        feed.taken.clear()
        try:
            cells = next(rows)
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


def _swallows(lines: Sequence[str], dialect: Dialect, width: int) -> bool:
    """Is a line inside a cell of several lines a whole row by itself?"""
    return width > 1 and any(is_row(line, dialect, width) for line in lines[1:-1])


def _may_go_on(line: str, dialect: Dialect) -> bool:
    """Has a line an odd number of quotes, none of which can be an apostrophe?"""
    return dialect.quote == '"' and line.count('"') % _TWO > 0


def _trouble(line: str, dialect: Dialect, *, is_open: bool) -> Trouble:
    if is_open:
        return "open"
    tidy = re.sub(f"{re.escape(dialect.quote)} +(?={re.escape(dialect.delimiter)}|\r|\n|$)", dialect.quote, line)
    return "" if is_row(tidy, dialect, len(leniently(line, dialect)[0])) else "quotes"
