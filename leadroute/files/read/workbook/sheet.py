"""Handing over one sheet: its columns as text, and what was noticed in them."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, repeat
from typing import TYPE_CHECKING, BinaryIO

import pyarrow as pa

from leadroute.files.read.header import MAX_COLUMNS
from leadroute.files.read.workbook.cells import TEXT, Noted, batches
from leadroute.files.read.workbook.handover import LostCells, SheetTold, put_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leadroute.files.read.workbook.choice import Candidate
    from leadroute.files.read.workbook.odd import Lost, Oddities
    from leadroute.files.read.workbook.typed import Cell


def put_sheet(one: Candidate, odd: Oddities, out: BinaryIO) -> SheetTold:
    """Write the columns below the header, and return the description of the sheet."""
    first, width = one.header.at + 2, len(one.header.labels)
    noted = Noted()
    lost = [*odd.formulas, *odd.errors]
    rows = _all_rows(one, lost) if one.header.columns <= MAX_COLUMNS else iter(())
    body = batches(islice(rows, first - 1, None), width, first, noted, _by_row(lost))
    where = put_columns(out, body, pa.schema([(str(at), TEXT) for at in range(width)]))
    return SheetTold(
        name=one.grid.name,
        blank=one.blank,
        head=one.head,
        columns=where,
        numeric=sorted(noted.numeric),
        merged=[(*merged,) for merged in one.grid.merged or odd.merged],
        tells_hidden=odd.tells_hidden,
        hidden=[row for row in odd.hidden if row >= first],
        lost=[*_lost("formula", odd.formulas, first), *_lost("error", odd.errors, first), *_too_long(noted)],
    )


def _all_rows(one: Candidate, lost: Iterable[Lost]) -> Iterator[Sequence[Cell]]:
    """The rows, and blank ones as far down as cells were lost: to the reader those are not there."""
    last, count = max((cell.row for cell in lost), default=0), 0
    for row in one.grid.rows():
        count += 1
        yield row
    yield from repeat([""] * one.grid.width, last - count)


def _by_row(lost: Iterable[Lost]) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for row, column, text in lost:
        rows[row][column] = text
    return dict(rows)


def _lost(why: str, lost: Iterable[Lost], first: int) -> list[LostCells]:
    """The lost cells below the header, column by column."""
    columns: dict[int, list[Lost]] = defaultdict(list)
    for one in lost:
        if one.row >= first:
            columns[one.column].append(one)
    return [
        LostCells(why=why, column=column, rows=[one.row for one in cells], example=cells[0].text)
        for column, cells in sorted(columns.items())
    ]


def _too_long(noted: Noted) -> list[LostCells]:
    return [
        LostCells(why="digits", column=column, rows=[row for row, _ in cells], example=cells[0][1])
        for column, cells in sorted(noted.too_long.items())
    ]
