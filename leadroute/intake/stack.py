"""Several tables as one: columns united by field, unknown headers carried along, every row with its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.tables.arrow import TEXT, of_series
from leadroute.tables.leads import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadroute.intake.headers import Match
    from leadroute.tables.leads import Mask
    from leadroute.tables.raw import RawTable


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """The united columns by label, the header shown for each label, the header of each table by label, the origin.

    ``damaged`` marks, by label, the rows whose cell had lost its value before it was read.
    """

    columns: Mapping[str, pa.ChunkedArray]
    headers: Mapping[str, str]
    by_table: tuple[Mapping[str, str], ...]
    origin: Origin
    damaged: Mapping[str, Mask]


def stack(tables: Sequence[RawTable], matches: Sequence[Match]) -> Stack:
    """Put tables under each other, those of earlier runs first; a column that one of them lacks is blank there."""
    labelled = [_labels(table, match) for table, match in zip(tables, matches, strict=True)]
    headers: dict[str, str] = {}
    for labels in labelled:
        for label, header in labels.items():
            headers.setdefault(label, header)
    columns = {label: _united(label, tables, labelled) for label in headers}
    return Stack(columns, headers, tuple(labelled), _origin(tables), _damaged(tables, labelled))


def _labels(table: RawTable, match: Match) -> dict[str, str]:
    """Label → header of one table."""
    return {match.fields.get(header, f"?{header}"): header for header in table.frame.columns}


def _united(label: str, tables: Sequence[RawTable], labelled: Sequence[Mapping[str, str]]) -> pa.ChunkedArray:
    chunks: list[pa.Array] = []
    for table, labels in zip(tables, labelled, strict=True):
        if label in labels:
            chunks += of_series(table.frame[labels[label]]).chunks
        else:
            chunks.append(pa.repeat(pa.scalar("", TEXT), len(table)))
    return pa.chunked_array(chunks, TEXT)


def _damaged(tables: Sequence[RawTable], labelled: Sequence[Mapping[str, str]]) -> dict[str, Mask]:
    found: dict[str, list[Mask]] = {}
    hurt = {
        label
        for table, labels in zip(tables, labelled, strict=True)
        for label, header in labels.items()
        if header in table.damaged
    }
    for label in hurt:
        found[label] = [
            table.damaged.get(labels.get(label, ""), np.zeros(len(table), dtype=np.bool_))
            for table, labels in zip(tables, labelled, strict=True)
        ]
    return {label: np.concatenate(masks) for label, masks in found.items()}


def _origin(tables: Sequence[RawTable]) -> Origin:
    counts = [len(table) for table in tables]
    rows = [table.rows for table in tables] or [np.zeros(0, dtype=np.int32)]
    broken = [np.zeros(len(table), dtype=np.bool_) if table.broken is None else table.broken for table in tables]
    return Origin(
        tables=tuple((table.file, table.sheet) for table in tables),
        table=np.repeat(np.arange(len(tables), dtype=np.int16), counts),
        row=np.concatenate(rows),
        broken=np.concatenate(broken) if any(table.broken is not None for table in tables) else None,
        unread=_unread(tables),
        again=sum(len(table) for table in tables if table.run),
    )


def _unread(tables: Sequence[RawTable]) -> dict[int, str]:
    """What stands in the rows that could not be read, by their place among all rows."""
    starts = np.cumsum([0, *(len(table) for table in tables)])
    return {
        int(start + np.searchsorted(table.rows, row)): text
        for table, start in zip(tables, starts.tolist(), strict=False)
        for row, text in table.unread.items()
    }
