"""CSV and its relatives: Arrow reads the body at once; a file it refuses is read row by row, bad rows reported."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from leadroute.files.read.encoding import to_utf8
from leadroute.files.read.frame import table
from leadroute.files.read.header import HEAD_ROWS, MAX_COLUMNS, Header, find_header, header_notes
from leadroute.files.read.patient import read_patiently
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.source import Source
    from leadroute.tables.raw import RawTable

_DELIMITERS = ",;\t|"
_HEAD_BYTES = 1 << 18
_BLOCK = 1 << 22
_PIECE = 1 << 20
_TEXT = pa.large_string()


@dataclass(frozen=True, slots=True)
class Head:
    """The first rows of a text file under a delimiter, and the byte behind each of them."""

    delimiter: str
    rows: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]


def read_csv(data: bytes, source: Source, fit: Fit, how: Reading) -> tuple[RawTable | None, list[Diagnostic]]:
    """Read one text file: the table with its notes, or the reason why there is none."""
    text = to_utf8(data, how.encoding or None)
    source = replace(source, encoding=text.encoding)
    source = source.with_notes(*_encoding_notes(text.encoding, text.why, source))
    if (at := text.data.find(b"\0")) >= 0:
        row = text.data.count(b"\n", 0, at) + 1
        return None, [Diagnostic("LR011", Severity.ERROR, source.place(row), facts(row=row))]
    head = sniff(text.data[:_HEAD_BYTES], fit)
    header = find_header(head.rows, fit)
    if header is None:
        return None, [Diagnostic("LR010", Severity.ERROR, source.place())]
    if len(header.labels) > MAX_COLUMNS:
        told = facts(count=len(header.labels), limit=MAX_COLUMNS)
        return None, [Diagnostic("LR012", Severity.ERROR, source.place(header.at + 1), told)]
    source = source.with_notes(*header_notes(source, header, head.rows[header.at]))
    return _body(text.data, head, header, source)


def sniff(start: bytes, fit: Fit) -> Head:
    """Choose the delimiter under which the first rows name most known headers, then the one that parts them best."""
    heads = [_head(start, delimiter) for delimiter in _DELIMITERS]
    return max(heads, key=lambda head: _quality(head, fit))


def _quality(head: Head, fit: Fit) -> tuple[float, float]:
    widths = [len(row) for row in head.rows if any(row)]
    usual = max(set(widths), key=widths.count, default=1)
    agreed = widths.count(usual) / len(widths) if widths and usual > 1 else 0.0
    return max((fit(row) for row in head.rows), default=0.0), agreed


def _head(start: bytes, delimiter: str) -> Head:
    lines = start.decode(errors="ignore").splitlines(keepends=True)
    lines = io.StringIO(start.decode(errors="ignore"), newline="").readlines() if lines else []
    sizes = np.cumsum([len(line.encode()) for line in lines]).tolist()
    reader = csv.reader(iter(lines), delimiter=delimiter)
    rows, ends = [], []
    try:
        for row in reader:
            rows.append(tuple(row))
            ends.append(int(sizes[reader.line_num - 1]))
            if len(rows) == HEAD_ROWS:
                break
    except csv.Error:  # a cell beyond the module's limit: what came before is enough to judge
        pass
    return Head(delimiter, tuple(rows), tuple(ends))


def _body(data: bytes, head: Head, header: Header, source: Source) -> tuple[RawTable, list[Diagnostic]]:
    body = memoryview(data)[head.ends[header.at] :]
    first = header.at + 2
    quotes = _quotes(data)
    try:
        if quotes % 2:
            raise pa.ArrowInvalid  # - a quote that is never closed swallows rows without an error
        columns = _fast(body, head.delimiter, header, quoted=quotes > 0)
    except pa.ArrowException:
        patient = read_patiently(bytes(body), head.delimiter, len(header.labels), first, source)
        broken = patient.broken if patient.broken.any() else None
        return table(source, header, patient.columns, patient.rows, broken=broken), list(patient.problems)
    count = len(columns[0]) if columns else 0
    return table(source, header, columns, np.arange(first, first + count, dtype=np.int32)), []


def _quotes(data: bytes) -> int:
    """How many quotes there are: in pieces that stay in the processor's cache, four times as fast as ``count``."""
    codes = np.frombuffer(data, dtype=np.uint8)
    return sum(int(np.count_nonzero(codes[at : at + _PIECE] == ord('"'))) for at in range(0, len(codes), _PIECE))


def _fast(body: memoryview, delimiter: str, header: Header, *, quoted: bool) -> list[pa.ChunkedArray]:
    names = [str(at) for at in range(len(header.labels))]
    if not body.nbytes:
        return [pa.chunked_array([], _TEXT) for _ in names]
    read = pc.read_csv(
        pa.BufferReader(pa.py_buffer(body)),
        read_options=pc.ReadOptions(column_names=names, block_size=_BLOCK),
        parse_options=pc.ParseOptions(delimiter=delimiter, newlines_in_values=quoted, ignore_empty_lines=False),
        convert_options=pc.ConvertOptions(
            check_utf8=False,  # done for the whole file
            column_types=dict.fromkeys(names, _TEXT),
            strings_can_be_null=False,
        ),
    )
    return list(read.columns)


def _encoding_notes(encoding: str, why: str, source: Source) -> list[Diagnostic]:
    """A guess is said; strict UTF-8 and what the user ordered need no word."""
    if why in {"given", "utf8", "mark"}:
        return []
    severity = Severity.WARNING if why == "damaged" else Severity.NOTE
    code = "LR014" if why == "damaged" else "LR013"
    return [Diagnostic(code, severity, source.place(), facts(encoding=encoding))]
