"""Workbooks: the sheet whose header fits best, its cells as the text people typed."""

from __future__ import annotations

import gc
import io
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from leadroute.files.read.frame import table
from leadroute.files.read.guard import suspicion
from leadroute.files.read.header import HEAD_ROWS, MAX_COLUMNS, Header, find_header, header_notes
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.source import Source
    from leadroute.tables.raw import RawTable

    Cell = str | float | int | bool | date | datetime | time | timedelta
    Read = tuple[list[RawTable], list[Diagnostic]]

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XLS_BEGIN, _XLS_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x2f\x00"
_EXACT = 1e15  # whole numbers beyond this have lost digits before we saw them


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A sheet with its rows and header."""

    name: str
    rows: list[list[Cell]]
    header: Header


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of cells and no cycle among them: to look for cycles would cost a tenth of the time of reading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_without_collecting()
def read_workbook(data: bytes, source: Source, fit: Fit, how: Reading) -> Read:
    """Read one sheet (the named one, else the visible one that fits best) or every sheet with a fitting header."""
    if data.startswith(b"PK") and (why := suspicion(data)):
        return [], [Diagnostic(_REFUSED[why], Severity.ERROR, source.place())]
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError as error:
        code = "LR005" if isinstance(error, PasswordError) or _encrypted(data) else "LR006"
        return [], [Diagnostic(code, Severity.ERROR, source.place(), facts(reason=_one_line(error)))]
    names = _names(book)
    if how.sheet and how.sheet not in book.sheet_names:
        told = facts(sheet=how.sheet, sheets=" | ".join(names))
        return [], [Diagnostic("LR019", Severity.ERROR, source.place(), told)]
    found = _find(book, [how.sheet] if how.sheet else names, fit)
    if not found:
        return [], [Diagnostic("LR010", Severity.ERROR, source.place())]
    return _tables(_chosen(found, every_sheet=how.every_sheet), found, source)


def _encrypted(data: bytes) -> bool:
    """Is this a workbook under a password? The reader only says that it does not know the format.

    Excel wraps an encrypted xlsx into an OLE file with a stream of this name; in an old xls the record that asks for
    the password comes right after the one that begins the book.
    """
    begin = data.find(_XLS_BEGIN)
    asks = begin >= 0 and data[begin + 20 : begin + 22] == _XLS_PASSWORD
    return asks or _ENCRYPTED in data


def _names(book: CalamineWorkbook) -> list[str]:
    """The visible worksheets; all of them when none is visible."""
    sheets = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    visible = [meta.name for meta in sheets if meta.visible == SheetVisibleEnum.Visible]
    return visible or [meta.name for meta in sheets]


def _find(book: CalamineWorkbook, names: Iterable[str], fit: Fit) -> list[_Found]:
    found = []
    for name in names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        head = [[as_text(cell) for cell in row] for row in rows[:HEAD_ROWS]]
        if (header := find_header(head, fit)) is not None:
            found.append(_Found(name, rows, header))
    return found


def _chosen(found: list[_Found], *, every_sheet: bool) -> list[_Found]:
    best = max(found, key=lambda one: one.header.score)  # the first of equals
    if not every_sheet or best.header.score == 0:
        return [best]
    return [one for one in found if one.header.score > 0]


def _tables(chosen: list[_Found], found: list[_Found], source: Source) -> Read:
    tables: list[RawTable] = []
    problems: list[Diagnostic] = []
    others = [one.name for one in found if one not in chosen]
    for one in chosen:
        place = replace(source, sheet=one.name)
        if others and one is chosen[0]:
            told = facts(sheet=one.name, others=" | ".join(others))
            place = place.with_notes(Diagnostic("LR020", Severity.NOTE, place.place(), told))
        if len(one.header.labels) > MAX_COLUMNS:
            told = facts(count=len(one.header.labels), limit=MAX_COLUMNS)
            problems.append(Diagnostic("LR012", Severity.ERROR, place.place(one.header.at + 1), told))
        else:
            tables.append(_table(one, place))
    return tables, problems


def _table(one: _Found, source: Source) -> RawTable:
    header = one.header
    source = source.with_notes(*header_notes(source, header, [as_text(cell) for cell in one.rows[header.at]]))
    body = one.rows[header.at + 1 :]
    columns = list(zip(*body, strict=True)) if body else [()] * len(header.labels)
    texts = [_texts(column) for column in columns]
    numeric = frozenset(label for label, (_, some) in zip(header.labels, texts, strict=True) if some)
    rows = np.arange(header.at + 2, header.at + 2 + len(body), dtype=np.int32)
    return table(source, header, [text for text, _ in texts], rows, numeric=numeric)


def _texts(column: Sequence[Cell]) -> tuple[pa.ChunkedArray, bool]:
    """A column as text, and whether some of its cells were numbers."""
    kinds = set(map(type, column))
    if kinds <= {str}:
        return pa.chunked_array([pa.array(column, pa.large_string())]), False
    texts = [cell if cell.__class__ is str else as_text(cell) for cell in column]
    return pa.chunked_array([pa.array(texts, pa.large_string())]), bool(kinds & {float, int})


@lru_cache(maxsize=1 << 16, typed=True)
def as_text(cell: Cell) -> str:
    """A cell as people typed it: ``13800001234.0`` → ``13800001234``, a date → ISO, true → ``TRUE``."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() | int():
            return str(int(cell)) if cell == int(cell) and abs(cell) < _EXACT else repr(cell)
        case datetime():
            return cell.strftime("%Y-%m-%d" if cell.time() == time() else "%Y-%m-%d %H:%M:%S")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]


_REFUSED = {"size": "LR007", "far": "LR008", "broken": "LR009", "not_excel": "LR004"}
