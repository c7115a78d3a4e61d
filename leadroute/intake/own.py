"""Columns that leadroute itself added to a file it wrote: they are no data when the file is fed to it again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.arrow import TEXT, of_series, series_array, strings, whole
from leadroute.tables.formulas import unmarked

if TYPE_CHECKING:
    from leadroute.tables.raw import RawTable

_OWN = re.compile(r"[(（]leadroute[)）]$")
"""How such a column is called, whatever is before it: nobody else's header ends like this."""


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
    """Headers and cells without the mark that keeps spreadsheet programs from running them."""
    headers = unmarked(strings(list(frame.columns))).to_pylist()
    columns = [series_array(unmarked(whole(of_series(column), TEXT))) for _, column in frame.items()]
    return pd.DataFrame(dict(zip(headers, columns, strict=True)), index=frame.index, copy=False)
