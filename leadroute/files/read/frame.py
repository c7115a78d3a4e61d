"""From columns of text to a ``RawTable``: blank rows dropped and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.tables.arrow import series_array
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from leadroute.files.read.header import Header
    from leadroute.files.read.source import Source

    Fit = Callable[[Sequence[str]], float]


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
