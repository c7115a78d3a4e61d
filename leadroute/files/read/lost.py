"""Cells in which characters were lost: each is marked, so that no key and no condition uses what is left of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.arrow import flags, of_series

if TYPE_CHECKING:
    import numpy.typing as npt

    from leadroute.tables.raw import RawTable

LOST = "\ufffd"
_NAMED = 5


def with_damage(table: RawTable) -> RawTable:
    """The table with the cells marked that hold U+FFFD, and a warning that names the first of them."""
    masks = {label: _lost(table, label) for label in table.frame.columns}
    damaged = {**table.damaged, **{label: mask for label, mask in masks.items() if mask.any()}}
    if not any(mask.any() for mask in masks.values()):
        return table
    cells = sorted((row, label) for label, mask in masks.items() for row in table.rows[mask][:_NAMED].tolist())
    count = sum(int(mask.sum()) for mask in masks.values())
    named = " | ".join(f"{row}:{label}" for row, label in cells[:_NAMED]) + (" …" if count > _NAMED else "")
    told = facts(count=count, encoding=table.encoding, cells=named)
    row, label = cells[0]
    said = Diagnostic("LR014", Severity.WARNING, Place(table.file, row=row, header=label), told)
    return replace(table, damaged=damaged, notes=(*table.notes, said))


def _lost(table: RawTable, label: str) -> npt.NDArray[np.bool_]:
    return np.concatenate(
        [np.zeros(0, dtype=np.bool_), *map(flags, pc.match_substring(of_series(table.frame[label]), LOST).chunks)]
    )
