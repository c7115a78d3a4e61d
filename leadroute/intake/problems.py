"""Cells that could not be used, as diagnostics: some listed by row, all of them counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadroute.intake.damage import damages
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.fields import Kind
from leadroute.tables.arrow import TEXT, strings, whole
from leadroute.tables.leads import DAMAGED, INFERRED, INVALID, OK, PLACEHOLDER

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.intake.stack import Stack
    from leadroute.tables.leads import Column, Rows

LISTED = 200
"""At most this many rows of a column are listed for one code; a summary counts them all."""

_LONGEST = 80
_DOUBTFUL = frozenset({"LR550", "LR551", "LR556", "LR557", "LR558"})
"""Remarks that somebody should look at: what could be read in two ways, and what contradicts itself."""
_CHOSEN = frozenset({Kind.TEXT, Kind.COUNTRY, Kind.PROVINCE, Kind.CITY, Kind.DISTRICT})
"""Kinds that are often chosen from a list."""
_NONE = np.zeros(0, dtype=np.intp)
_INVALID = {
    Kind.PHONE: "LR502",
    Kind.EMAIL: "LR503",
    Kind.DATE: "LR504",
    Kind.NUMBER: "LR505",
    Kind.CREDIT_CODE: "LR507",
    Kind.DOMAIN: "LR508",
}


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells of a united column, and where they came from."""

    stack: Stack
    label: str

    @property
    def again(self) -> int:
        """So many of the first rows are of earlier runs: nothing is told of them."""
        return self.stack.origin.again

    def text(self, row: int) -> str:
        """What stands in a cell."""
        return str(self.stack.columns[self.label][row].as_py())[:_LONGEST]

    def header(self, row: int) -> str:
        """The header of the column in the file of a row."""
        labels = self.stack.by_table[int(self.stack.origin.table[row])]
        return labels.get(self.label, self.stack.headers[self.label])

    def place(self, row: int) -> Place:
        """The place of a cell."""
        file, sheet = self.stack.origin.tables[int(self.stack.origin.table[row])]
        return Place(file, sheet=sheet, row=int(self.stack.origin.row[row]), header=self.header(row))


def column_problems(column: Column, cells: Cells) -> list[Diagnostic]:
    """What is to be said about the cells of a cleaned column."""
    status = column.status[column.codes]
    status[: cells.again] = OK
    found = _damaged(np.flatnonzero(status == DAMAGED), cells)
    for verdict, code, severity in (
        (INVALID, _INVALID.get(column.kind, "LR502"), Severity.WARNING),
        (PLACEHOLDER, "LR506", Severity.NOTE),
    ):
        rows = np.flatnonzero(status == verdict)
        if column.kind in _CHOSEN:  # an unused list says Select in thousands of cells
            found += _together("LR516", column, rows, cells)
        else:
            found += listed(code, severity, rows, cells)
    found += _together("LR509", column, _guessed(column, status), cells)
    return found + _remarks(column, cells) + _besides(column, cells)


def _damaged(rows: Rows, cells: Cells) -> list[Diagnostic]:
    """Damaged cells by what happened to them."""
    texts = whole(cells.stack.columns[cells.label].take(pa.array(rows)), TEXT) if len(rows) else strings([])
    sorts = [(code, rows[own]) for code, own in damages(texts)]
    return [one for code, own in sorts for one in listed(code, Severity.WARNING, own, cells)]


def _guessed(column: Column, status: npt.NDArray[np.uint8]) -> Rows:
    """Rows with a guess of which nothing more exact is said: a conclusion and an order of days have their remarks."""
    rows = np.flatnonzero((status == INFERRED) & ~column.concluded[column.codes])
    told = {(remark.row, remark.count) for remark in column.remarks}
    return _NONE if len(rows) and (int(rows[0]), len(rows)) in told else rows


def listed(code: str, severity: Severity, rows: Rows, cells: Cells, firsts: Rows = _NONE) -> list[Diagnostic]:
    """One diagnostic a row for the first rows, and before them the full count when there are more.

    ``firsts`` gives, for each row listed, the row in which the value stood first, if that is to be told.
    """
    each = [
        Diagnostic(code, severity, cells.place(row), facts(value=cells.text(row), header=cells.header(row)))
        for row in rows[:LISTED].tolist()
    ]
    each = [_after(one, cells.place(first)) for one, first in zip(each, firsts.tolist(), strict=False)] or each
    if len(rows) <= LISTED:
        return each
    total = facts(code=code, count=len(rows), listed=LISTED, header=cells.header(int(rows[0])))
    first = each[0].place
    whole = Place(first.file, sheet=first.sheet, header=first.header) if first else None
    return [Diagnostic("LR500", severity, whole, total), *each]


def _after(found: Diagnostic, first: Place) -> Diagnostic:
    """The same, naming the row where the value stood first."""
    return replace(found, args=facts(**found.facts, first=first), also=first)


def _together(code: str, column: Column, rows: Rows, cells: Cells) -> list[Diagnostic]:
    """One note for all these cells of a column, with the first as example."""
    if not len(rows):
        return []
    first = int(rows[0])
    meaning = column.value(first)
    told = facts(count=len(rows), value=cells.text(first), meaning=meaning, header=cells.header(first))
    return [Diagnostic(code, Severity.NOTE, cells.place(first), told)]


def _remarks(column: Column, cells: Cells) -> list[Diagnostic]:
    """What cleaning has to say of the column: with its count and the first cell, unless the remark has other facts."""
    found = []
    for remark in column.remarks:
        shown = {"value": cells.text(remark.row), "meaning": column.value(remark.row)}
        told = {"count": remark.count, "header": cells.header(remark.row), **shown, **dict(remark.args)}
        severity = Severity.WARNING if remark.code in _DOUBTFUL else Severity.NOTE
        found.append(Diagnostic(remark.code, severity, cells.place(remark.row), facts(**told)))
    return found


def _besides(column: Column, cells: Cells) -> list[Diagnostic]:
    """One note for all cells of a column that hold more than the value used, with the first of them."""
    found = []
    for code, beside in column.beside.items():
        rows = cells.again + np.flatnonzero(np.isin(column.codes[cells.again :], beside.at))
        if len(rows):
            first = int(rows[0])
            others = [beside.texts[at].as_py() for at in np.flatnonzero(beside.at == column.codes[first]).tolist()]
            shown = {"value": cells.text(first), "meaning": column.value(first), "other": ", ".join(others)}
            told = facts(count=len(rows), header=cells.header(first), **shown)
            found.append(Diagnostic(code, Severity.NOTE, cells.place(first), told))
    return found


def repeated_ids(column: Column, cells: Cells) -> list[Diagnostic]:
    """Lead ids, as they were written, that an earlier row has too."""
    ids = whole(cells.stack.columns[cells.label].slice(cells.again), TEXT)
    if _rising(ids):
        return []
    codes = ids.dictionary_encode().indices.to_numpy()
    _, first = np.unique(codes, return_index=True)
    later = ~column.blank[column.codes[cells.again :]]
    later[first] = False
    rows = np.flatnonzero(later)
    firsts = cells.again + first[codes[rows[:LISTED]]]
    return listed("LR510", Severity.WARNING, cells.again + rows, cells, firsts)


def _rising(ids: pa.Array) -> bool:
    """Is every id greater than the one before, as systems export them? Then none need be looked up."""
    return bool(pc.all(pc.less(ids[:-1], ids[1:])).as_py())
