"""Reading decision tables: a sheet of a workbook, or a CSV, with nothing done to its cells."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING

from leadroute.files.data import read_bytes, spelled
from leadroute.files.read.kinds import REFUSED, TEXT, WORKBOOK, kind_of
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rule_table import Cell, CellKind, Merge, RuleTable
from leadroute.rulebook.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from leadroute.model.rule_table import TableName

    Fit = Callable[[Sequence[str]], float]
    Read = tuple[RuleTable | None, tuple[Diagnostic, ...]]

MOST_ROWS = 5000
"""Rows of one table; nobody keeps more rules by hand, and proofs about them take long."""

_LOCK = "~$"
_DELIMITERS = (",", ";", "\t")
_HEAD_ROWS = 20


def read_rule_table(path: Path, name: TableName, fit: Fit) -> Read:
    """Read a decision table.

    Args:
        path: The file.
        name: What the rulebook calls it; without a sheet the visible one that fits best is read.
        fit: Scores the cells of a row as headers; 0 means that none is known.

    Returns:
        The table, ``None`` if there is none; and what was noticed.
    """
    if path.name.startswith(_LOCK):
        return None, (_error("LR028", path, name=path.name.removeprefix(_LOCK)),)
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        return None, (data,)
    kind = kind_of(data)
    if not data.strip():
        return None, (_error("LR003", path),)
    if kind == WORKBOOK:
        return _workbook(data, path, name, fit)
    return _csv(data, path, name, fit) if kind == TEXT else (None, (_error(REFUSED[kind], path, kind=kind),))


def _workbook(data: bytes, path: Path, name: TableName, fit: Fit) -> Read:
    from leadroute.files.read.workbook.plain import read_plainly  # noqa: PLC0415 - not every rulebook has a table

    told = read_plainly(data, name.sheet, fit, MOST_ROWS)
    if told["refusal"]:
        place = Place(spelled(path), sheet=told["facts"].pop("sheet", "") if told["refusal"] == "LR238" else "")
        return None, (Diagnostic(told["refusal"], Severity.ERROR, place, facts(**told["facts"])),)
    rows = tuple(tuple(Cell(_lines(text), CellKind(kind)) for text, kind in row) for row in told["rows"])
    merged = tuple(Merge(*one) for one in told["merged"])
    mark = hashlib.sha256(data).hexdigest()
    table = RuleTable(name, spelled(path), told["name"], rows, merged, tuple(told["hidden"]), mark)
    return table, _others(table, told["others"])


def _others(table: RuleTable, others: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Sheets that were not read, where nobody said which to read."""
    if table.name.sheet or not others:
        return ()
    told = facts(sheet=table.sheet, others=" | ".join(others))
    return (Diagnostic("LR247", Severity.NOTE, Place(table.file, sheet=table.sheet), told),)


def _csv(data: bytes, path: Path, name: TableName, fit: Fit) -> Read:
    text, encoding = decode(data)
    if not encoding:
        return None, (_error("LR115", path),)
    delimiter = max(_DELIMITERS, key=lambda sign: _fits(text, sign, fit))
    try:
        rows = list(_rows(text, delimiter))
    except csv.Error as error:
        return None, (_error("LR006", path, reason=str(error)),)
    if sum(any(row) for row in rows) > MOST_ROWS:
        return None, (_error("LR238", path, limit=MOST_ROWS),)
    cells = tuple(tuple(Cell(_lines(cell)) for cell in row) for row in rows)
    return RuleTable(name, spelled(path), "", cells, fingerprint=hashlib.sha256(data).hexdigest()), ()


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows up to the first that is filled beyond the limit."""
    filled = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        filled += any(row)
        yield row
        if filled > MOST_ROWS:
            return


def _fits(text: str, delimiter: str, fit: Fit) -> tuple[float, int]:
    """How well a delimiter cuts the first rows into headers."""
    head = []
    try:
        for at, row in enumerate(_rows(text, delimiter)):
            if at >= _HEAD_ROWS:
                break
            head.append(row)
    except csv.Error:
        return 0.0, 0
    return max((fit(row) for row in head), default=0.0), max((len(row) for row in head), default=0)


def _lines(text: str) -> str:
    """Line breaks within a cell are one sign, so that places in it are what they seem."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _error(code: str, path: Path, **named: object) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Place(spelled(path)), facts(**named))
