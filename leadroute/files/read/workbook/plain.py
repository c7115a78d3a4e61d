"""A small sheet as it stands, cell by cell: for tables that people write by hand, such as rules.

It goes through the same guard, readers and child process as leads, but needs none of the libraries of large tables.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, TypedDict

from leadroute.files.read.workbook.child import Death, Limits, in_child
from leadroute.files.read.workbook.guard import Inspected, inspect
from leadroute.files.read.workbook.oddities import broken_sheets, oddities_of
from leadroute.files.read.workbook.opening import Refused, with_reader
from leadroute.files.read.workbook.typed import as_text
from leadroute.model.rule_table import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leadroute.files.read.workbook.book import Book, Grid
    from leadroute.files.read.workbook.odd import Oddities
    from leadroute.files.read.workbook.typed import Cell

    Fit = Callable[[Sequence[str]], float]
    Written = tuple[str, str]

DEATHS = {"crash": "LR060", "memory": "LR061", "time": "LR062"}
SECONDS = 60

_ZIP = b"PK"
_HEAD_ROWS = 20


class PlainSheet(TypedDict):
    """A sheet: its cells as text and kind, merged ranges from 1, hidden rows from 1, other sheets that are not read.

    ``refusal`` is the code that says why there is none.
    """

    refusal: str
    facts: dict[str, str]
    name: str
    rows: list[list[Written]]
    merged: list[tuple[int, int, int, int]]
    hidden: list[int]
    others: list[str]


def read_plainly(data: bytes, sheet: str, fit: Fit, most: int) -> PlainSheet:
    """Read the named sheet, else the visible one whose headers fit best; refuse more than ``most`` filled rows."""
    held = in_child(partial(look_plainly, data, sheet, fit, most), Limits(SECONDS))
    if isinstance(held, Death):
        return _refused(DEATHS[held.why], seconds=str(SECONDS))
    told: PlainSheet = json.loads(held[:])
    return told


def look_plainly(data: bytes, sheet: str, fit: Fit, most: int, out: BinaryIO) -> None:
    """What the child process does: guard, open, choose the sheet, and write its cells, or why there are none."""
    inspected = inspect(data) if data.startswith(_ZIP) else Inspected()
    told = _refused(inspected.refusal)
    if not inspected.refusal:
        found = with_reader(data, inspected, lambda book: _read(book, sheet, fit, most, (data, inspected)))
        told = _refused(found.code, **found.facts) if isinstance(found, Refused) else found[0]
    out.write(json.dumps(told).encode())


def _read(book: Book, sheet: str, fit: Fit, most: int, file: tuple[bytes, Inspected]) -> PlainSheet:
    names = (*book.seen, *book.unseen)
    if sheet and sheet not in names:
        return _refused("LR019", sheet=sheet, sheets=" | ".join(names))
    grids = [grid for name in ([sheet] if sheet else book.seen or book.unseen) if _filled(grid := book.grid(name))]
    if not grids:
        return _refused("LR010")
    best = max(grids, key=lambda grid: _fits(grid, fit))
    data, inspected = file
    if best.name in broken_sheets(data, inspected.odd):
        return _refused("LR009")
    rows = [[(as_text(cell), _kind(cell)) for cell in row] for row in _some(best, most)]
    if sum(any(text.strip() for text, _ in row) for row in rows) > most:
        return _refused("LR238", limit=str(most), sheet=best.name)
    odd = oddities_of(data, inspected.odd, best.name)
    told = _refused("")
    told["name"], told["rows"], told["hidden"] = best.name, _with_lost(rows, odd), odd.hidden
    told["merged"] = [(one.top + 1, one.left + 1, one.bottom + 1, one.right + 1) for one in best.merged or odd.merged]
    told["others"] = [grid.name for grid in grids if grid is not best]
    return told


def _some(grid: Grid, most: int) -> Iterator[Sequence[Cell]]:
    """The rows up to the first that is filled beyond the limit."""
    filled = 0
    for row in grid.rows():
        filled += any(_is_filled(cell) for cell in row)
        yield row
        if filled > most:
            return


def _filled(grid: Grid) -> bool:
    return any(_is_filled(cell) for row in grid.rows() for cell in row)


def _is_filled(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _fits(grid: Grid, fit: Fit) -> float:
    return max((fit([as_text(cell) for cell in row]) for row in islice(grid.rows(), _HEAD_ROWS)), default=0.0)


def _kind(cell: Cell) -> str:
    if isinstance(cell, date):
        return CellKind.DATE.value
    number = isinstance(cell, float | int) and not isinstance(cell, bool)
    return CellKind.NUMBER.value if number else CellKind.TEXT.value


def _with_lost(rows: list[list[Written]], odd: Oddities) -> list[list[Written]]:
    """The rows with formulas nobody has worked out, and errors, in the cells that hold them."""
    for kind, found in ((CellKind.FORMULA, odd.formulas), (CellKind.ERROR, odd.errors)):
        for row, column, text in found:
            while len(rows) < row:
                rows.append([])
            cells = rows[row - 1]
            cells.extend([("", CellKind.TEXT.value)] * (column + 1 - len(cells)))
            cells[column] = (text, kind.value)
    return rows


def _refused(code: str, **facts: str) -> PlainSheet:
    return PlainSheet(refusal=code, facts=facts, name="", rows=[], merged=[], hidden=[], others=[])
