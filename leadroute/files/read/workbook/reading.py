"""Workbooks: read by a child process, put together here into tables of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadroute.files.read.workbook.ahead import Wish, looked_at
from leadroute.files.read.workbook.child import Death
from leadroute.files.read.workbook.handover import told_in
from leadroute.files.read.workbook.table import of_sheet
from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from leadroute.files.read.header import Fit
    from leadroute.files.read.options import Reading
    from leadroute.files.read.source import Source
    from leadroute.files.read.workbook.handover import Told
    from leadroute.tables.raw import RawTable

    Read = tuple[list[RawTable], list[Diagnostic]]

_DEATHS = {"crash": "LR060", "memory": "LR061", "time": "LR062"}


def read_workbook(data: bytes, source: Source, fit: Fit, how: Reading) -> Read:
    """Read one sheet (the named one, else the visible one that fits best) or every sheet with a fitting header."""
    wish = Wish(data, fit, how)
    held = looked_at(wish)
    if isinstance(held, Death):
        return [], [Diagnostic(_DEATHS[held.why], Severity.ERROR, source.place(), facts(seconds=wish.seconds))]
    told = told_in(held)
    if told["refusal"]:
        return [], [Diagnostic(told["refusal"], Severity.ERROR, source.place(), facts(**told["facts"]))]
    found = [
        of_sheet(
            sheet, held, replace(source, sheet=sheet["name"], notes=() if at else _of_others(told, source)), fit, how
        )
        for at, sheet in enumerate(told["sheets"])
    ]
    tables = [one for one in found if not isinstance(one, Diagnostic)]
    return tables, [one for one in found if isinstance(one, Diagnostic)]


def _of_others(told: Told, source: Source) -> tuple[Diagnostic, ...]:
    """What is said once of a workbook: the notes of its reader, and the sheets that are not read."""
    read = replace(source, sheet=told["sheets"][0]["name"])
    notes = [Diagnostic(code, Severity.WARNING, source.place(), facts(**named)) for code, named in told["notes"]]
    if told["others"]:
        named = facts(sheet=read.sheet, others=" | ".join(told["others"]))
        notes.append(Diagnostic("LR020", Severity.NOTE, read.place(), named))
    if told["unseen"]:
        notes.append(Diagnostic("LR059", Severity.NOTE, source.place(), facts(sheets=" | ".join(told["unseen"]))))
    return (*source.notes, *notes)
