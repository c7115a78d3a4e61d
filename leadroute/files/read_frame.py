"""From cells to a ``RawTable``: the header row found, labels made unique, blank rows dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.arrow import series_array
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Fit = Callable[[Sequence[str]], float]

HEAD_ROWS = 20
MAX_COLUMNS = 512
_SURE = 2.0  # a row further down needs two known names: one may be a value that happens to be a word


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a table before its cells: where it is and what was noticed on the way to it."""

    file: str
    sheet: str = ""
    encoding: str = ""
    notes: tuple[Diagnostic, ...] = ()

    def with_notes(self, *more: Diagnostic) -> Source:
        """The same with further notes."""
        return replace(self, notes=(*self.notes, *more))

    def place(self, row: int = 0, header: str = "") -> Place:
        """A place in this table."""
        return Place(self.file, sheet=self.sheet, row=row, header=header)


@dataclass(frozen=True, slots=True)
class Header:
    """The header row: its 0-based position, its score, and the label of every column."""

    at: int
    score: float
    labels: tuple[str, ...]


def find_header(rows: Sequence[Sequence[str]], fit: Fit) -> Header | None:
    """Find the header among the first rows: the one with most known names, else the first that is not blank."""
    filled = [at for at, row in enumerate(rows[:HEAD_ROWS]) if any(cell.strip() for cell in row)]
    if not filled:
        return None
    scores = {at: fit(rows[at]) for at in filled}
    best = max(filled, key=lambda at: (scores[at], -at))
    if scores[best] < _SURE and best != filled[0]:
        best = filled[0]
    return Header(best, scores[best], unique(rows[best]))


def unique(cells: Sequence[str]) -> tuple[str, ...]:
    """Labels of columns: blank ones numbered as Excel would show them, repeated ones counted."""
    labels: list[str] = []
    taken: set[str] = set()
    for at, cell in enumerate(cells):
        label = base = cell.strip() or f"#{at + 1}"
        turn = 2
        while label in taken:
            label, turn = f"{base} ({turn})", turn + 1
        taken.add(label)
        labels.append(label)
    return tuple(labels)


def header_notes(source: Source, header: Header, cells: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is to be said about a header row: rows skipped above it, no known name in it, names used twice."""
    notes = []
    place = source.place(header.at + 1)
    if header.score == 0:
        shown = " | ".join(label for label in header.labels[:8])
        notes.append(Diagnostic("LR021", Severity.WARNING, place, facts(row=header.at + 1, headers=shown)))
    elif header.at:
        notes.append(Diagnostic("LR022", Severity.NOTE, place, facts(row=header.at + 1, skipped=header.at)))
    seen: set[str] = set()
    for cell in (cell.strip() for cell in cells if cell.strip()):
        if cell in seen:
            notes.append(Diagnostic("LR023", Severity.WARNING, place, facts(header=cell)))
        seen.add(cell)
    return tuple(notes)


def table(
    source: Source,
    header: Header,
    columns: Sequence[pa.ChunkedArray],
    rows: npt.NDArray[np.int32],
    *,
    numeric: frozenset[str] = frozenset(),
    broken: npt.NDArray[np.bool_] | None = None,
) -> RawTable:
    """Build the table: blank rows and blank columns without a header are dropped, and the rows counted in a note.

    ``broken`` marks rows that are blank because they could not be read; those stay.
    """
    blank = _all_blank(columns, len(rows))
    if broken is not None:
        blank &= ~broken
        broken = broken[~blank]
    if blank.any():
        source = source.with_notes(Diagnostic("LR024", Severity.NOTE, source.place(), facts(count=int(blank.sum()))))
        keep = pa.array(~blank)
        columns, rows = [column.filter(keep) for column in columns], rows[~blank]
    kept = {
        label: series_array(column)
        for label, column in zip(header.labels, columns, strict=True)
        if not label.startswith("#") or pc.any(pc.not_equal(column, "")).as_py()
    }
    return RawTable(
        frame=pd.DataFrame(kept, index=pd.RangeIndex(len(rows)), copy=False),
        rows=rows,
        file=source.file,
        sheet=source.sheet,
        header_row=header.at + 1,
        encoding=source.encoding,
        numeric=numeric,
        broken=broken,
        notes=source.notes,
    )


def _all_blank(columns: Sequence[pa.ChunkedArray], count: int) -> npt.NDArray[np.bool_]:
    """Which rows are blank in every column; most tables are decided by their first columns."""
    blank = np.ones(count, dtype=np.bool_)
    for column in columns:
        if not blank.any():
            break
        blank &= np.asarray(pc.equal(pc.binary_length(column), 0))
    return blank
