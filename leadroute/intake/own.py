"""Columns that leadroute itself added to a file it wrote: they are no data when the file is fed to it again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.arrow import of_series, replaced, series_array, whole

if TYPE_CHECKING:
    from leadroute.tables.raw import RawTable

_OWN = re.compile(r"[(（]leadroute[)）]$")
"""How such a column is called, whatever is before it: nobody else's header ends like this."""
_NEUTRALISED = r"(?s)^'([=@\t\r\n\x00＝+-])"
"""A cell of a CSV file that was written with a ``'`` before it, so that no spreadsheet program runs it."""


def is_own(header: str) -> bool:
    """Did leadroute add the column of this header?"""
    return _OWN.search(header) is not None


def without_own(table: RawTable) -> RawTable:
    """The table as its rows stood in the files they came from; a note tells which columns were left out."""
    own = [header for header in table.frame.columns if is_own(header)]
    if not own:
        return table
    frame = table.frame.drop(columns=own)
    told = facts(headers=" | ".join(own), count=len(own))
    note = Diagnostic("LR575", Severity.NOTE, Place(table.file, sheet=table.sheet, row=table.header_row), told)
    return replace(table, frame=frame if table.sheet else _given_back(frame), notes=(*table.notes, note))


def _given_back(frame: pd.DataFrame) -> pd.DataFrame:
    """The cells without the ``'`` they were written with."""
    columns = {header: _bare(column) for header, column in frame.items()}
    return pd.DataFrame(columns, index=frame.index, copy=False)


def _bare(column: pd.Series) -> pd.Series:
    texts = of_series(column)
    changed = whole(replaced(texts, _NEUTRALISED, r"\1"), texts.type)
    return pd.Series(series_array(changed), index=column.index)
