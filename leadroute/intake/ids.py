"""Marks that a source system puts before its ids: they are shown, and left out where ids are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.problems import Cells
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.tables.arrow import flags, matching, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.intake.headers import Match
    from leadroute.intake.stack import Stack
    from leadroute.tables.leads import Column, Mask

_FIELDS = ("lead_id", "campaign")


def bare_ids(
    columns: dict[str, Column], matches: Sequence[Match], united: Stack
) -> tuple[dict[str, Column], list[Diagnostic]]:
    """The columns with ids as their systems keep them, and a note for each column in which a mark was left out."""
    systems = {match.system.key: match.system for match in matches if match.system and match.system.mark}
    found: dict[str, Column] = dict(columns)
    told: list[Diagnostic] = []
    for system in systems.values():
        for field in _FIELDS:
            marked = flags(matching(found[field].values, system.mark)) if field in found else np.zeros(0, np.bool_)
            if marked.any():
                told += _told(found[field], marked, Cells(united, field), system.key)
                found[field] = _bare(found[field], system.mark)
    return found, told


def _bare(column: Column, mark: str) -> Column:
    return replace(column, values=replaced(column.values, mark, ""), keys=replaced(column.keys, mark, ""))


def _told(column: Column, marked: Mask, cells: Cells, system: str) -> list[Diagnostic]:
    rows = cells.again + np.flatnonzero(marked[column.codes[cells.again :]])
    if not len(rows):
        return []
    first = int(rows[0])
    told = facts(count=len(rows), header=cells.header(first), system=system, value=column.value(first))
    return [Diagnostic("LR411", Severity.NOTE, cells.place(first), told)]
