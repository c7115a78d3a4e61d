"""What the reader's child process hands to its parent: columns as Arrow keeps them, and a description as JSON.

Columns are written batch by batch and mapped, not copied; nothing that is handed over can be executed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO, TypedDict

import pyarrow as pa

if TYPE_CHECKING:
    import mmap
    from collections.abc import Iterator

_WORD = 8
_ALIGNED = 64  # what Arrow wants of columns it is to use where they are


class LostCells(TypedDict):
    """Cells of a column (from 0) that lost their value: why, in which rows (from 1), and what the first one shows."""

    why: str
    column: int
    rows: list[int]
    example: str


class SheetTold(TypedDict):
    """A sheet: blank rows it begins with, the rows after them as text, where its columns are, what was noticed."""

    name: str
    blank: int
    head: list[list[str]]
    columns: tuple[int, int]
    numeric: list[int]
    merged: list[tuple[int, int, int, int]]
    tells_hidden: bool
    hidden: list[int]
    lost: list[LostCells]


class Told(TypedDict):
    """A workbook: the code of its refusal and the facts of it, or the sheets to read and the names of the others."""

    refusal: str
    facts: dict[str, str]
    notes: list[tuple[str, dict[str, str]]]
    sheets: list[SheetTold]
    others: list[str]
    unseen: list[str]


def put_columns(out: BinaryIO, batches: Iterator[pa.RecordBatch], schema: pa.Schema) -> tuple[int, int]:
    """Write the columns of a sheet; return where they are."""
    out.write(bytes(-out.tell() % _ALIGNED))
    start = out.tell()
    with pa.ipc.new_stream(out, schema, options=pa.ipc.IpcWriteOptions(use_threads=False)) as writer:
        for batch in batches:
            writer.write_batch(batch)
    return start, out.tell()


def put_told(out: BinaryIO, told: Told) -> None:
    """Write the description; it ends what is handed over."""
    text = json.dumps(told).encode()
    out.write(text + len(text).to_bytes(_WORD, "little"))


def told_in(held: mmap.mmap | bytes) -> Told:
    """Read the description."""
    size = int.from_bytes(held[-_WORD:], "little")
    told: Told = json.loads(held[-_WORD - size : -_WORD])
    return told


def columns_in(held: mmap.mmap | bytes, where: tuple[int, int]) -> list[pa.ChunkedArray]:
    """The columns of a sheet, without a copy."""
    start, end = where
    return list(pa.ipc.open_stream(pa.py_buffer(held).slice(start, end - start)).read_all().columns)
