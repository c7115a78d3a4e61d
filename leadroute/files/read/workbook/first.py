"""The first reader of workbooks: calamine. It knows xlsx, xlsm, xlsb, xls and ods, and is fast."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.book import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from python_calamine import CalamineSheet

    from leadroute.files.read.workbook.typed import Cell


class CalamineBook:
    """A workbook read by calamine."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises what calamine raises."""
        self._book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [meta for meta in self._book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        self.seen = [meta.name for meta in sheets if meta.visible == SheetVisibleEnum.Visible]
        self.unseen = [meta.name for meta in sheets if meta.visible != SheetVisibleEnum.Visible]

    def grid(self, name: str) -> Grid:
        """Read a worksheet."""
        sheet = self._book.get_sheet_by_name(name)
        ranges = sheet.merged_cell_ranges
        merged = None if ranges is None else [Range(*first, *last) for first, last in ranges]
        left = sheet.start[1] if sheet.start else 0
        return Grid(name, left + sheet.width, lambda: _rows(sheet, left), merged)


def _rows(sheet: CalamineSheet, left: int) -> Iterator[Sequence[Cell]]:
    """The rows from the first on; the reader leaves out blank columns on the left."""
    if not left:
        yield from sheet.iter_rows()
        return
    blank: list[Cell] = [""] * left
    for row in sheet.iter_rows():
        yield [*blank, *row]
