"""CSV and its relatives: Arrow reads the body at once; a file it refuses is read record by record, bad rows named."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.files.read import report
from leadroute.files.read.body import read_body
from leadroute.files.read.bytewise import has
from leadroute.files.read.dialect import sniff
from leadroute.files.read.encoding import to_utf8
from leadroute.files.read.frame import table
from leadroute.files.read.header import HEAD_ROWS, MAX_COLUMNS, find_header, header_notes, unique
from leadroute.files.read.lost import LOST, with_damage
from leadroute.files.read.normal import without_tail
from leadroute.files.read.records import records
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    import pyarrow as pa

    from leadroute.files.read.dialect import Sniffed
    from leadroute.files.read.encoding import Decoded
    from leadroute.files.read.header import Fit, Header
    from leadroute.files.read.options import Reading
    from leadroute.files.read.source import Source
    from leadroute.tables.raw import RawTable

    Read = tuple[RawTable | None, list[Diagnostic]]

_HEAD_BYTES = 1 << 18
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1e\x7f]")
_NOISE = 0.02
_EVEN = 0.8
_MARKS = re.compile("[,;\t|，；]")
_FEW = 0.2
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Head:
    """The first rows of a text file under its dialect, and the byte behind each of them."""

    rows: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]


def read_csv(data: bytes, source: Source, fit: Fit, how: Reading) -> Read:
    """Read one text file: the table with its notes, or the reason why there is none."""
    text = to_utf8(data, how.encoding, fit)
    source = replace(source, encoding=text.encoding)
    if text.turn >= 0:
        row = max(data.count(end, 0, text.turn) for end in (b"\n", b"\r")) + 1
        return None, [Diagnostic("LR032", Severity.ERROR, source.place(row), facts(row=row))]
    if is_noise(text.data[:_HEAD_BYTES]):
        return None, [Diagnostic("LR046", Severity.ERROR, source.place())]
    body, tail = without_tail(text.data)
    source = source.with_notes(*report.of_encoding(text, source), *_tail_notes(tail, source))
    sniffed = sniff(body, fit)
    source = source.with_notes(*report.of_dialect(sniffed, source))
    return _below_header(sniffed, head_of(sniffed), source, fit, text)


def is_noise(start: bytes) -> bool:
    """Is this no text at all? Text has hardly any control characters."""
    return len(_CONTROLS.findall(start)) > _NOISE * len(start)


def is_uneven(head: Head) -> bool:
    """Do marks that part columns stand in these rows, and yet nothing parts them evenly?"""
    marked = sum(bool(_MARKS.search("".join(row))) for row in head.rows)
    return marked > _FEW * len(head.rows)


def head_of(found: Sniffed) -> Head:
    """The first rows."""
    lines = io.StringIO(found.data[:_HEAD_BYTES].decode(errors="ignore"), newline="").readlines()
    rows = list(islice(records(lines, found.dialect), HEAD_ROWS))
    sizes = [0, *accumulate(len(line.encode()) for line in lines)]
    ends = [sizes[at] for at in accumulate(count for _, _, count in rows)]
    return Head(tuple(tuple(cells) for cells, _, _ in rows), tuple(ends))


def _tail_notes(tail: int, source: Source) -> list[Diagnostic]:
    return [Diagnostic("LR033", Severity.WARNING, source.place(), facts(count=tail))] if tail else []


def _below_header(found: Sniffed, head: Head, source: Source, fit: Fit, text: Decoded) -> Read:
    header = find_header(head.rows, fit)
    if header is None:
        return None, [Diagnostic("LR010", Severity.ERROR, source.place())]
    if len(header.labels) > MAX_COLUMNS:
        told = facts(count=len(header.labels), limit=MAX_COLUMNS)
        return None, [Diagnostic("LR012", Severity.ERROR, source.place(header.at + 1), told)]
    if len(header.labels) == 1 and header.score == 0 and is_uneven(head):
        return None, [Diagnostic("LR034", Severity.ERROR, source.place())]
    source = source.with_notes(*header_notes(source, header, head.rows[header.at]))
    header, dropped = _without_blanks(header, head)
    if dropped:
        source = source.with_notes(
            Diagnostic("LR043", Severity.NOTE, source.place(header.at + 1), facts(count=dropped))
        )
    return _table(found, head.ends[header.at], header, source, damaged=text.damaged)


def _without_blanks(header: Header, head: Head) -> tuple[Header, int]:
    """A header with blank cells too many, if all rows below are narrower by just these."""
    widths = Counter(len(row) for row in head.rows[header.at + 1 :] if any(row))
    blank = [at for at, label in enumerate(header.labels) if label.startswith("#")]
    width = len(header.labels) - len(blank)
    if not blank or widths[width] < max(_FEWEST, _EVEN * widths.total()):
        return header, 0
    cells = [cell for at, cell in enumerate(header.cells or header.labels) if at not in blank]
    return replace(header, labels=unique(cells), cells=tuple(cells)), len(blank)


def _table(found: Sniffed, begin: int, header: Header, source: Source, *, damaged: bool) -> Read:
    first = header.at + 2
    body = read_body(found.data, begin, found.dialect, header.cells or header.labels)
    broken = body.broken
    problems = report.of_rows(body.odd, first, len(header.labels), source)
    if 2 * broken.sum() > body.count:
        return None, [report.unreadable(int(broken.sum()), body.count, source), *problems]
    source = source.with_notes(*report.of_blanks(body.odd, first, source))
    columns = _with_delimiters(body.columns, found)
    rows = np.arange(first, first + body.count, dtype=np.int32)
    made = table(source, header, columns, rows, broken=broken if broken.any() else None)
    made = replace(made, unread=report.unread(body.odd, first))
    return (with_damage(made) if damaged or has(found.data, LOST.encode()) else made), problems


def _with_delimiters(columns: list[pa.ChunkedArray], found: Sniffed) -> list[pa.ChunkedArray]:
    """The columns with a delimiter of several bytes where its stand-in stood inside a quoted cell."""
    if found.delimiter == found.dialect.delimiter:
        return columns
    return [pc.replace_substring(column, found.dialect.delimiter, found.delimiter) for column in columns]
