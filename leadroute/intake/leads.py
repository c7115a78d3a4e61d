"""Leads from tables: columns matched to fields, stacked, cleaned, with what was noticed on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa

from leadroute.intake.columns import cleaned, written
from leadroute.intake.context import in_context
from leadroute.intake.derive import with_derived
from leadroute.intake.header_problems import header_problems
from leadroute.intake.headers import known_names, match
from leadroute.intake.ids import bare_ids
from leadroute.intake.problems import Cells, column_problems, repeated_ids
from leadroute.intake.stack import stack
from leadroute.tables.leads import Leads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.intake.stack import Stack
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Column
    from leadroute.tables.raw import RawTable

_ID = "lead_id"
_FEW = 2000


def gather_leads(tables: Sequence[RawTable], book: Rulebook) -> tuple[Leads, tuple[Diagnostic, ...]]:
    """Unite the tables and clean every known column.

    The diagnostics tell what was noticed about headers and which cells cannot be used; the notes of reading stay with
    the tables. Of tables that an earlier run has read nothing is told again; they come first.
    """
    names = known_names("lead", book.fields, book.columns)
    matches = [match(tuple(table.frame.columns), names) for table in tables]
    found: list[Diagnostic] = []
    for table, matched in zip(tables, matches, strict=True):
        found += header_problems(table, matched, names) if not table.run else []
    united = stack(tables, matches)
    raw, columns = _cleaned(united, book)
    columns, of_ids = bare_ids(columns, matches, united)
    found += [*of_ids, *_cell_problems(columns, united)]
    return Leads(raw, united.headers, with_derived(columns, united.origin), united.origin), tuple(found)


def _cleaned(united: Stack, book: Rulebook) -> tuple[pd.DataFrame, dict[str, Column]]:
    """The columns as they were written, and the known ones cleaned."""
    with ThreadPoolExecutor(pa.cpu_count()) as pool:  # Arrow lets go of Python's lock: columns are done side by side
        each = pool.map if len(united.origin.row) > _FEW else map  # for a few leads threads cost more than they bring
        as_written = dict(zip(united.columns, each(written, united.columns.values()), strict=True))
        known = [label for label in as_written if not label.startswith("?")]
        clean = each(
            cleaned,
            [as_written[label] for label in known],
            map(book.kind_of, known),
            map(united.damaged.get, known),
            repeat(ZoneInfo(book.timezone)),
            repeat(united.origin.again),
        )
        columns = in_context(dict(zip(known, clean, strict=True)), as_written, united.origin.again)
    arrays = {label: column.array() for label, column in as_written.items()}
    return pd.DataFrame(arrays, index=pd.RangeIndex(len(united.origin.row)), copy=False), columns


def _cell_problems(columns: dict[str, Column], united: Stack) -> list[Diagnostic]:
    found = []
    for label, column in columns.items():
        found += column_problems(column, Cells(united, label))
    return found + (repeated_ids(columns[_ID], Cells(united, _ID)) if _ID in columns else [])
