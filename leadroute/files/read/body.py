"""The rows below the header: Arrow reads all at once; where some do not fit, by pieces, and bad pieces by record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from leadroute.files.read.checks import is_crossed, is_malformed, is_swallowing, occurrences, overlong
from leadroute.files.read.frame import filled_cells
from leadroute.files.read.patient import KEPT, Odd, read_patiently
from leadroute.files.read.pieces import pieces
from leadroute.files.read.shapes import misfits
from leadroute.files.read.tail import no_leads

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.files.read.lines import Dialect

    Mask = npt.NDArray[np.bool_]

_BLOCK = 1 << 22
_LARGE = 1 << 24
_TEXT = pa.large_string()


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The columns below a header, and the rows that do not fit it; those not ``KEPT`` are blank.

    Beside what ``Odd`` says: ``shifted`` (cells do not go with their columns), ``cut`` (the file breaks off in the
    row), ``overlong`` (a cell is longer than any of a sheet).
    """

    columns: list[pa.ChunkedArray]
    odd: tuple[Odd, ...] = ()

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    @property
    def broken(self) -> Mask:
        """Which rows could not be read."""
        return _marked([one.at for one in self.odd if one.what not in KEPT], self.count)


def read_body(data: bytes, begin: int, dialect: Dialect, names: Sequence[str]) -> Body:
    """Read the rows of a text under these headers; ``begin`` is where the first of them begins."""
    zeros = data.find(b"\0", begin) >= 0
    columns = None if zeros else _quickly(memoryview(data)[begin:], dialect, len(names))
    found = _patiently(data, begin, dialect, names) if columns is None else Body(columns)
    long = np.flatnonzero(overlong(found.columns)).tolist()
    odd = (*found.odd, *(Odd(at, "overlong", len(names), "") for at in long))
    return _blanked(replace(found, odd=odd))


def _quickly(text: memoryview, dialect: Dialect, width: int) -> list[pa.ChunkedArray] | None:
    """The columns by Arrow; ``None`` if rows do not fit, or a quote that is not closed may have swallowed some."""
    quotes = occurrences(text, dialect.quote) if dialect.quote else 0
    if quotes % 2:
        return None
    try:
        columns = _by_lines(text, dialect, width) if quotes else None
        columns = columns or _by_arrow(text, dialect, width, across=quotes > 0)
    except pa.ArrowException:
        return None
    count = len(columns[0]) if columns else 0
    if quotes in {0, 2 * count * width}:  # there are none, or just those around every cell
        return columns
    wrong = occurrences(text, "\n") > count and (is_swallowing(columns, dialect) or is_malformed(text, dialect))
    return None if wrong or is_crossed(text, dialect) else columns


def _by_lines(text: memoryview, dialect: Dialect, width: int) -> list[pa.ChunkedArray] | None:
    """The columns of a large text if no cell reaches across lines: Arrow may cut it at any, and uses all cores."""
    if text.nbytes < _LARGE:
        return None
    begin = text[: bytes(text[:_BLOCK]).rfind(b"\n") + 1]
    try:
        for part in (begin, text):  # where cells do, mostly one of the first tells
            columns = _by_arrow(part, dialect, width, across=False)
            if len(columns[0]) != occurrences(part, "\n") + (bytes(part[-1:]) != b"\n"):
                return None
    except pa.ArrowException:
        return None
    return columns


def _by_arrow(text: memoryview, dialect: Dialect, width: int, *, across: bool) -> list[pa.ChunkedArray]:
    """Read all rows; ``across``: cells may reach across lines."""
    names = [str(at) for at in range(width)]
    if not text.nbytes:
        return [pa.chunked_array([], _TEXT) for _ in names]
    read = csv.read_csv(
        pa.BufferReader(pa.py_buffer(text)),
        read_options=csv.ReadOptions(column_names=names, block_size=_BLOCK),
        parse_options=csv.ParseOptions(
            delimiter=dialect.delimiter,
            quote_char=dialect.quote or False,
            newlines_in_values=across,
            ignore_empty_lines=False,
        ),
        convert_options=csv.ConvertOptions(
            check_utf8=False,  # done for the whole file
            column_types=dict.fromkeys(names, _TEXT),
            strings_can_be_null=False,
        ),
    )
    return list(read.columns)


def _patiently(data: bytes, begin: int, dialect: Dialect, names: Sequence[str]) -> Body:
    width, done = len(names), 0
    chunks: list[list[pa.Array]] = [[] for _ in names]
    odd: list[Odd] = []
    for piece in pieces(data, begin, dialect.quote):
        columns = None if b"\0" in piece else _quickly(memoryview(piece), dialect, width)
        if columns is None:
            columns, some = read_patiently(piece, dialect, width)
            odd += [replace(one, at=done + one.at) for one in some]
        for parts, column in zip(chunks, columns, strict=True):
            parts.extend(column.chunks)
        done += len(columns[0])
    body = Body([pa.chunked_array(parts, _TEXT) for parts in chunks], tuple(odd))
    body = _cut(_without_footers(body, names), whole=data.endswith((b"\n", b"\r")))
    return _shifted(body)


def _without_footers(body: Body, names: Sequence[str]) -> Body:
    """A line of a footer is short, and nothing is wrong with that."""
    if not any(one.what in KEPT for one in body.odd):
        return body
    footer, _ = no_leads(body.columns, filled_cells(body.columns, body.count), names)
    return replace(body, odd=tuple(one for one in body.odd if not footer[one.at]))


def _cut(body: Body, *, whole: bool) -> Body:
    """In a last row without a line end that is short as no other is, or in open quotes, the file breaks off."""
    *others, last = body.odd or (None,)
    if whole or last is None or last.at != body.count - 1 or last.what not in {"short", "open"}:
        return body
    if any(other.found == last.found for other in others):
        return body
    return replace(body, odd=(*others, replace(last, what="cut")))


def _shifted(body: Body) -> Body:
    """Rows kept so far whose cells do not go with their columns are lost: they would stand under the wrong headers."""
    doubted = _marked([one.at for one in body.odd if one.what in KEPT], body.count)
    if not doubted.any():
        return body
    wrong = misfits(body.columns, _marked([one.at for one in body.odd], body.count)) & doubted
    return replace(body, odd=tuple(replace(one, what="shifted") if wrong[one.at] else one for one in body.odd))


def _blanked(body: Body) -> Body:
    broken = body.broken
    if not broken.any():
        return body
    mask, blank = pa.array(broken), pa.scalar("", _TEXT)
    return replace(body, columns=[pc.if_else(mask, blank, column) for column in body.columns])


def _marked(places: list[int], count: int) -> Mask:
    mask = np.zeros(count, dtype=np.bool_)
    mask[places] = True
    return mask
