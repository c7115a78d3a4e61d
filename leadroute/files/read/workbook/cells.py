"""Cells of a workbook as columns of text, a batch of rows at a time, without a copy of the whole sheet."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, cast

import pyarrow as pa
import pyarrow.compute as pc

from leadroute.files.read.workbook.typed import EXACT, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from leadroute.files.read.workbook.typed import Cell

TEXT = pa.large_string()
_BATCH = 1 << 13
_BETWEEN = "\0"  # stands in no cell of an xlsx; where it does, the count tells


@dataclass(slots=True)
class Noted:
    """Noticed while cells became text: columns with numbers, and the rows (from 1) and texts of numbers too long."""

    numeric: set[int] = field(default_factory=set)
    too_long: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def batches(
    rows: Iterable[Sequence[Cell]], width: int, first: int, noted: Noted, lost: Mapping[int, Mapping[int, str]]
) -> Iterator[pa.RecordBatch]:
    """The rows as batches of text columns; ``first`` is the number of the first row, ``lost`` what replaces cells."""
    rows = iter(rows)
    schema = pa.schema([(str(at), TEXT) for at in range(width)])
    while batch := list(islice(rows, _BATCH)):
        for number in lost.keys() & set(range(first, first + len(batch))) if lost else ():
            batch[number - first] = _patched(batch[number - first], lost[number])
        columns = [_texts(column, at, first, noted) for at, column in enumerate(zip(*batch, strict=True))]
        yield pa.record_batch(columns, schema=schema)
        first += len(batch)


def _patched(row: Sequence[Cell], lost: Mapping[int, str]) -> list[Cell]:
    return [lost.get(at, cell) for at, cell in enumerate(row)]


def _texts(column: Sequence[Cell], at: int, first: int, noted: Noted) -> pa.Array:
    if (plain := _plain(column)) is not None:
        return plain
    if set(map(type, column)) & {float, int}:
        noted.numeric.add(at)
        if long := [(first + row, as_text(cell)) for row, cell in enumerate(column) if _is_too_long(cell)]:
            noted.too_long.setdefault(at, []).extend(long)
    texts = [cell if cell.__class__ is str else as_text(cell) for cell in column]
    plain = _plain(texts)
    return pa.array(texts, TEXT) if plain is None else plain


def _plain(column: Sequence[Cell]) -> pa.Array | None:
    """Cells that all are texts: Arrow cuts one long text faster than it takes many short ones; ``None`` for others.

    To be given a list, Arrow loads pandas to see whether it is one of its own, a quarter of a second in the child.
    """
    try:
        data = _BETWEEN.join(cast("Sequence[str]", column)).encode()
    except TypeError:
        return None
    bounds = pa.py_buffer(array("q", (0, len(data))))
    cut = pc.split_pattern(pa.Array.from_buffers(TEXT, 1, [None, bounds, pa.py_buffer(data)]), _BETWEEN).values
    return cut if len(cut) == len(column) else None


def _is_too_long(cell: Cell) -> bool:
    return isinstance(cell, float | int) and abs(cell) >= EXACT
