"""Leads that wait in the open pool, as tables to be read again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from leadroute.ledger.cells import ROW, TABLE, unpack
from leadroute.tables.arrow import TEXT, series_array
from leadroute.tables.raw import RawTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.ledger.interface import Ledger
    from leadroute.tables.leads import Rows


def waiting_tables(ledger: Ledger, since: int) -> tuple[RawTable, ...]:
    """The leads in the open pool, oldest run first; decided on the day ``since`` (days since 1970) or later."""
    by_run: dict[int, list[int]] = defaultdict(list)
    for _, run, place in ledger.waiting(since):
        by_run[run].append(place)
    kept = ((ledger.cells(run), np.array(places), run) for run, places in by_run.items())
    return tuple(table for one in kept for table in tables_of(*one))


def tables_of(data: bytes, places: Rows, run: int) -> Iterator[RawTable]:
    """The tables in which the leads at some places of a run stood, one after the other, their rows in order."""
    if not data:
        return
    some, origins = unpack(data, places)
    of = some[TABLE].to_numpy()
    for number in np.unique(of).tolist():
        yield _table(run, some.filter(pa.array(of == number)), *origins[number])


def _table(run: int, rows: pa.Table, file: str, sheet: str) -> RawTable:
    """One table as it was read then: the columns under the headers they had."""
    columns = {
        name.partition("\n")[2] or name.partition("\n")[0]: series_array(rows[name].cast(TEXT))
        for name in rows.column_names
        if name not in {ROW, TABLE}
    }
    frame = pd.DataFrame(columns, index=pd.RangeIndex(len(rows)), copy=False)
    return RawTable(frame, rows[ROW].to_numpy().astype(np.int32), file, sheet, run=run)
