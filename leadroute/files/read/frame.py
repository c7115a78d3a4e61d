"""From columns of text to a ``RawTable``: blank rows, totals and footers dropped and counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.files.read.tail import no_leads
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.tables.arrow import series_array
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt

    from leadroute.files.read.header import Header
    from leadroute.files.read.source import Source

    Fit = Callable[[Sequence[str]], float]
    Mask = npt.NDArray[np.bool_]
    Rows = npt.NDArray[np.int32]

_SAID = 5
_EXCERPT = 60


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """The rows below the header, their numbers in the file, and which of them are broken."""

    columns: list[pa.ChunkedArray]
    rows: Rows
    broken: Mask

    def without(self, dropped: Mask) -> _Body:
        """The other rows."""
        if not dropped.any():
            return self
        keep = pa.array(~dropped)
        columns = [column.filter(keep) for column in self.columns]
        return replace(self, columns=columns, rows=self.rows[~dropped], broken=self.broken[~dropped])


def table(
    source: Source,
    header: Header,
    columns: Sequence[pa.ChunkedArray],
    rows: Rows,
    *,
    numeric: frozenset[str] = frozenset(),
    broken: Mask | None = None,
    damaged: Mapping[str, Rows] | None = None,
    headings: Mask | None = None,
) -> RawTable:
    """Build the table: rows that are blank or no leads are dropped and counted in a note, and blank columns too.

    ``broken`` marks rows that are blank because they could not be read; those stay. ``damaged`` gives, by header,
    the numbers of the rows in which a cell lost what stood in it. ``headings`` marks rows known to be no leads.
    """
    body = _Body(list(columns), rows, np.zeros(len(rows), dtype=np.bool_) if broken is None else broken)
    body, source = _leads_only(body, header, source, headings)
    kept = {
        label: series_array(column)
        for label, column in zip(header.labels, body.columns, strict=True)
        if not label.startswith("#") or pc.any(pc.not_equal(column, "")).as_py()
    }
    return RawTable(
        frame=pd.DataFrame(kept, index=pd.RangeIndex(len(body.rows)), copy=False),
        rows=body.rows,
        file=source.file,
        sheet=source.sheet,
        header_row=header.at + 1,
        encoding=source.encoding,
        numeric=numeric,
        broken=None if broken is None else body.broken,
        damaged={label: np.isin(body.rows, lost) for label, lost in (damaged or {}).items() if label in kept},
        notes=source.notes,
    )


def filled_cells(columns: Sequence[pa.ChunkedArray], count: int) -> npt.NDArray[np.int16]:
    """How many cells of every row are not blank."""
    filled = np.zeros(count, dtype=np.int16)
    for column in columns:
        at = 0
        for chunk in column.chunks:
            ends = np.frombuffer(chunk.buffers()[1], dtype=np.int64)[chunk.offset : chunk.offset + len(chunk) + 1]
            filled[at : at + len(chunk)] += ends[1:] != ends[:-1]
            at += len(chunk)
    return filled


def _leads_only(body: _Body, header: Header, source: Source, headings: Mask | None) -> tuple[_Body, Source]:
    filled = filled_cells(body.columns, len(body.rows))
    blank = (filled == 0) & ~body.broken
    names = header.cells if header.score else ()  # a row that is no header may well stand twice
    others, said = no_leads(body.columns, filled, names, headings)
    if blank.any():
        source = source.with_notes(Diagnostic("LR024", Severity.NOTE, source.place(), facts(count=int(blank.sum()))))
    if said:
        shown = " | ".join(text[:_EXCERPT] for text in said[:_SAID]) + (" …" if len(said) > _SAID else "")
        told = facts(count=len(said), said=shown, row=int(body.rows[np.flatnonzero(others)[0]]))
        source = source.with_notes(Diagnostic("LR050", Severity.NOTE, source.place(), told))
    return body.without(blank | others), source
