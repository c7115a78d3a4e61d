"""One table of leads, looked at as a run would take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.examine.columns import columns_seen
from leadroute.intake.examine.findings import findings
from leadroute.intake.examine.headers import known_headers
from leadroute.intake.examine.seen import Bad, Holds, TableSeen
from leadroute.intake.headers import known_names, match
from leadroute.intake.leads import gather_leads
from leadroute.intake.own import without_own
from leadroute.intake.quarantine import bad_rows
from leadroute.model.diagnostic import Diagnostic, Place, Severity
from leadroute.model.fields import REACH_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.intake.examine.seen import ColumnSeen
    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.leads import Leads
    from leadroute.tables.raw import RawTable


_NO_HEADER = "LR021"
"""No header is known: for leads that is an error."""


def lead_table(table: RawTable, book: Rulebook, problems: Sequence[Diagnostic] = ()) -> tuple[TableSeen, Leads]:
    """What is to be seen in a table, ``problems`` of reading it included, and its leads as they were cleaned."""
    table = without_own(table)
    notes = tuple(replace(one, severity=Severity.ERROR) if one.code == _NO_HEADER else one for one in table.notes)
    leads, found = gather_leads([table], book)
    headers = tuple(table.frame.columns)
    matched = match(headers, known_names("lead", book.fields, book.columns))
    columns = columns_seen(table, known_headers(headers, matched, found), leads.columns)
    seen = TableSeen(
        file=table.file,
        sheet=table.sheet,
        encoding=table.encoding,
        header_row=table.header_row,
        rows=len(table),
        holds=Holds.LEADS,
        columns=columns,
        findings=findings((*problems, *notes, *_lacking(table, columns, notes), *found)),
        bad=_counted(leads),
        fields=frozenset(leads.columns),
        system=matched.system.key if matched.system and not matched.system.generic else "",
    )
    return seen, leads


def _counted(leads: Leads) -> Bad:
    bad = bad_rows(leads)
    return Bad(*(int(np.count_nonzero(mask)) for mask in (bad.unreadable, bad.nobody, bad.unreachable)))


def _lacking(table: RawTable, columns: Sequence[ColumnSeen], notes: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Columns without which a run is impossible, or of little use; that no header is known has been said already."""
    if any(one.code == _NO_HEADER for one in notes):
        return ()
    place = Place(table.file, sheet=table.sheet, row=table.header_row)
    fields = {column.field for column in columns if column.used}
    if not fields:
        return (Diagnostic("LR578", Severity.ERROR, place),)
    return () if fields & set(REACH_FIELDS) else (Diagnostic("LR576", Severity.WARNING, place),)
