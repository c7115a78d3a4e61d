"""Reading a text file row by row, for files in which some rows do not fit: good rows are kept, bad ones named."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from leadroute.files.read.source import Source

_BATCH = 50_000
_LISTED = 200
_CELL_LIMIT = 1 << 27
_EXCERPT = 60


@dataclass(frozen=True, slots=True, eq=False)
class Patient:
    """Columns, row numbers, which rows are broken (left blank), and a problem for each row that did not fit."""

    columns: list[pa.ChunkedArray]
    rows: npt.NDArray[np.int32]
    broken: npt.NDArray[np.bool_]
    problems: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Tally:
    """Rows that did not fit: a few are named, all are counted."""

    source: Source
    width: int
    short: int = 0
    long: int = 0
    named: list[Diagnostic] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def told(self, row: int, cells: list[str]) -> None:
        """Take note of a row with too few or too many cells."""
        few = len(cells) < self.width
        self.short, self.long = self.short + few, self.long + (not few)
        if not few:
            self.broken.append(row)
        if len(self.named) < _LISTED:
            told = facts(row=row, found=len(cells), expected=self.width, excerpt=",".join(cells)[:_EXCERPT])
            self.named.append(Diagnostic("LR016" if few else "LR015", Severity.WARNING, self.source.place(row), told))

    def summary(self) -> list[Diagnostic]:
        """The named rows, and the totals when there are more."""
        if self.short + self.long <= _LISTED:
            return self.named
        total = facts(short=self.short, long=self.long, listed=_LISTED)
        return [Diagnostic("LR017", Severity.WARNING, self.source.place(), total), *self.named]


def read_patiently(body: bytes, delimiter: str, width: int, first: int, source: Source) -> Patient:
    """Read the rows of ``width`` cells; ``first`` is the number of the first row in the file.

    A row with too few cells is filled up with blanks and named; one with more is left blank, marked and named (its
    cells would stand under the wrong headers). Blank cells beyond the last column do not count.
    """
    lines = io.StringIO(body.decode(errors="replace"), newline="").readlines()
    csv.field_size_limit(_CELL_LIMIT)
    tally = _Tally(source, width)
    batches: list[list[pa.Array]] = [[] for _ in range(width)]
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, cells in _fitting(csv.reader(iter(lines), delimiter=delimiter), first, tally):
        rows.append(cells)
        numbers.append(number)
        if len(rows) == _BATCH:
            _flush(rows, batches)
    _flush(rows, batches)
    columns = [pa.chunked_array(batch, pa.large_string()) for batch in batches]
    problems = [*tally.summary(), *_unclosed(lines, delimiter, first, source)]
    found = np.array(numbers, dtype=np.int32)
    return Patient(columns, found, np.isin(found, tally.broken), tuple(problems))


def _fitting(reader: Iterator[list[str]], first: int, tally: _Tally) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(reader, first):
        if len(cells) == tally.width:
            yield number, cells
        elif not cells or (len(cells) > tally.width and not any(cells[tally.width :])):
            yield number, [*cells, *[""] * tally.width][: tally.width]
        else:
            tally.told(number, cells)
            kept = cells if len(cells) < tally.width else []
            yield number, [*kept, *[""] * (tally.width - len(kept))]


def _flush(rows: list[list[str]], batches: list[list[pa.Array]]) -> None:
    for batch, column in zip(batches, zip(*rows, strict=True), strict=False):
        batch.append(pa.array(column, pa.large_string()))
    rows.clear()


def _unclosed(lines: list[str], delimiter: str, first: int, source: Source) -> list[Diagnostic]:
    """A quote that is opened and never closed: the file is cut off, or a quote too many swallowed its end."""
    reader = csv.reader(iter(lines), delimiter=delimiter)
    begun, number = 0, first
    for number, _ in enumerate(reader, first):  # noqa: B007 - the last one counts
        last, begun = begun, reader.line_num
    if not begun:
        return []
    try:
        list(csv.reader(lines[last:], delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            told = facts(row=number, excerpt=lines[last].strip()[:_EXCERPT])
            return [Diagnostic("LR018", Severity.ERROR, source.place(number), told)]
    return []
