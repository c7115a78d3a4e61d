"""The hash chain: every run's hash covers all its rows as they are stored, and the hash of the run before."""

from __future__ import annotations

import hashlib
from types import NoneType
from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from leadroute.tables.leads import Whole

    Column = Whole | Sequence[object]

PIECE = 50_000
"""Rows are hashed so many at a time, column by column, whether they come from memory or from the database."""

NONE = -(2**63)
"""Stands for NULL among whole numbers."""


def chained(before: bytes, header: tuple[object, ...], tables: Mapping[str, bytes]) -> bytes:
    """The hash of a run: SHA-256 over the hash before, the run's own line and the hashes of its rows by table."""
    total = hashlib.sha256(before)
    total.update(_framed(repr(header).encode()))
    for name in sorted(tables):
        total.update(_framed(name.encode()) + tables[name])
    return total.digest()


def hash_of(parts: Iterable[Sequence[Column]]) -> bytes:
    """The hash of the rows of a table, given in pieces of ``PIECE`` rows."""
    total = hashlib.sha256()
    for columns in parts:
        for column in columns:
            total.update(_framed(_bytes(column)))
    return total.digest()


def hash_of_keys(columns: Sequence[Whole]) -> bytes:
    """The hash of sightings: row by row, so that those of many runs can be hashed in one walk."""
    total = hashlib.sha256()
    for part in pieces(columns):
        total.update(row_bytes(np.column_stack([np.asarray(column) for column in part])))
    return total.digest()


def pieces(columns: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    """Columns cut into pieces."""
    for at in range(0, len(columns[0]), PIECE):
        yield tuple(column[at : at + PIECE] for column in columns)


def row_bytes(table: Whole) -> bytes:
    """A table of whole numbers as bytes, row by row."""
    return np.ascontiguousarray(table, dtype="<i8").tobytes()


def _framed(data: bytes) -> bytes:
    """With the length before it, so that nothing can move from one value into the next."""
    return len(data).to_bytes(8, "little") + data


def _bytes(column: Column) -> bytes:
    """A column as bytes: whole numbers as 64 bits, texts as their lengths and themselves; a letter says which."""
    if isinstance(column, np.ndarray):
        return b"i" + row_bytes(column)
    kinds = set(map(type, column))
    if kinds <= {int, NoneType}:
        return b"i" + row_bytes(np.array([NONE if value is None else value for value in column], dtype=np.int64))
    if kinds == {str}:
        texts = cast("Sequence[str]", column)
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        return b"t" + row_bytes(lengths) + "".join(texts).encode(errors="surrogatepass")
    return b"?" + b"".join(_framed(value if isinstance(value, bytes) else repr(value).encode()) for value in column)
