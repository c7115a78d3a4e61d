"""The second reader, for the few xlsx files the first refuses: openpyxl, in full mode.

Never its read-only mode: that believes the size a sheet says it has, and loses every row of files that lie.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from leadroute.files.read.groups import Range
from leadroute.files.read.workbook.book import Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class OpenpyxlBook:
    """A workbook read by openpyxl."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises what openpyxl raises, which may be anything."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        sheets = self._book.worksheets
        self.seen = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
        self.unseen = [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]

    def grid(self, name: str) -> Grid:
        """Read a worksheet."""
        sheet: Worksheet = self._book[name]
        merged = [
            Range(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1) for one in sheet.merged_cells
        ]
        return Grid(
            name, sheet.max_column, lambda: map(list, sheet.iter_rows(min_col=1, min_row=1, values_only=True)), merged
        )
