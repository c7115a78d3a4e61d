"""Reading a text file record by record, for files in which some do not fit: good rows are kept, bad ones named."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from leadroute.files.read.checks import is_crossed
from leadroute.files.read.records import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadroute.files.read.lines import Dialect
    from leadroute.files.read.records import Record, Trouble

_BATCH = 50_000
_LONGEST = 1 << 15
_TEXT = pa.large_string()


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that did not fit: its 0-based place among the rows, what is wrong, how many cells it has, how it begins.

    ``what``: ``long``, ``short``, ``blanks`` (only blank cells too many), ``open`` (a quote without its other end),
    ``quotes`` (they do not pair), ``zeros`` (NUL bytes); ``body`` finds out more.
    """

    at: int
    what: str
    found: int
    text: str


KEPT = frozenset({"short", "blanks", "quotes"})
"""What is wrong with rows that are read all the same."""


@dataclass(slots=True)
class _Sorter:
    """Fits records into a width, and remembers those that did not fit."""

    width: int
    odd: list[Odd] = field(default_factory=list)
    count: int = 0

    def sorted(self, found: Iterable[Record], *, zeros: bool) -> Iterator[list[str]]:
        """The cells of each record, as many as there are columns; blank where the record cannot be read."""
        width = self.width
        for cells, trouble, _ in found:
            if len(cells) == width and not trouble and not zeros:
                yield cells
            else:
                yield self._fitted(cells, trouble)
            self.count += 1

    def _fitted(self, cells: list[str], trouble: Trouble) -> list[str]:
        what = self._what(cells, trouble)
        if what:
            self.odd.append(Odd(self.count, what, len(cells), ",".join(cells)[:_LONGEST].replace("\0", "\ufffd")))
        kept = cells[: self.width] if not what or what in KEPT else []
        return [*kept, *[""] * (self.width - len(kept))]

    def _what(self, cells: list[str], trouble: Trouble) -> str:
        if any("\0" in cell for cell in cells):
            return "zeros"
        if trouble == "open" or not any(cells):
            return trouble
        if any(cell.strip() for cell in cells[self.width :]):
            return "long"
        if len(cells) < self.width:
            return "short"
        return trouble or ("blanks" if len(cells) > self.width else "")


def read_patiently(text: bytes, dialect: Dialect, width: int) -> tuple[list[pa.ChunkedArray], list[Odd]]:
    """Read rows of ``width`` cells: the columns, blank in rows that cannot be read, and the rows that do not fit."""
    lines = io.StringIO(text.decode(errors="replace"), newline="")
    crossed = bool(dialect.quote) and is_crossed(memoryview(text), dialect)
    sorter = _Sorter(width)
    found = records(lines, dialect, width, crossed=crossed)
    return _columns(sorter.sorted(found, zeros=b"\0" in text), width), sorter.odd


def _columns(rows: Iterator[list[str]], width: int) -> list[pa.ChunkedArray]:
    batches: list[list[pa.Array]] = [[] for _ in range(width)]
    batch: list[list[str]] = []
    for cells in rows:
        batch.append(cells)
        if len(batch) == _BATCH:
            _flush(batch, batches)
    _flush(batch, batches)
    return [pa.chunked_array(parts, _TEXT) for parts in batches]


def _flush(rows: list[list[str]], batches: list[list[pa.Array]]) -> None:
    for parts, column in zip(batches, zip(*rows, strict=True), strict=False):
        parts.append(pa.array(column, _TEXT))
    rows.clear()
