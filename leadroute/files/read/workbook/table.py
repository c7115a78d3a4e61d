"""A table of a sheet that was handed over: header, merged cells, hidden rows, and what its cells have lost."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leadroute.files.read.frame import filled_cells, table
from leadroute.files.read.groups import Range
from leadroute.files.read.header import MAX_COLUMNS, find_header, header_notes
from leadroute.files.read.workbook.handover import columns_in
from leadroute.files.read.workbook.merged import unmerged
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.manner import Hidden

if TYPE_CHECKING:
    import mmap
    from collections.abc import Sequence

    import numpy.typing as npt

    from leadroute.files.read.header import Fit, Header
    from leadroute.files.read.options import Reading
    from leadroute.files.read.source import Source
    from leadroute.files.read.workbook.handover import LostCells, SheetTold
    from leadroute.tables.raw import RawTable

    Mask = npt.NDArray[np.bool_]

_LOST = {"formula": "LR056", "error": "LR057", "digits": "LR058"}
_SHOWN = 5
_LONGEST = 60


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """The cells below the header, the numbers of their rows, rows that are headings, and what to say."""

    columns: Sequence[pa.ChunkedArray]
    rows: npt.NDArray[np.int32]
    headings: Mask
    notes: tuple[Diagnostic, ...] = ()


def of_sheet(
    sheet: SheetTold, held: mmap.mmap | bytes, source: Source, fit: Fit, how: Reading
) -> RawTable | Diagnostic:
    """Make the table of a sheet, or say why there is none."""
    merged = [Range(*one) for one in sheet["merged"]]
    header = find_header(sheet["head"], fit, merged, sheet["blank"])
    if header is None or header.columns > MAX_COLUMNS:
        told = facts(count=header.columns if header else 0, limit=MAX_COLUMNS)
        return Diagnostic("LR012", Severity.ERROR, source.place(header.at + 1 if header else 0), told)
    body = _filled(columns_in(held, sheet["columns"]), merged, header, source)
    body = _shown(body, sheet, how.hidden, source)
    notes = [*header_notes(source, header, sheet["head"][header.at - sheet["blank"]]), *body.notes]
    made = table(
        source.with_notes(*notes),
        header,
        body.columns,
        body.rows,
        numeric=frozenset(header.labels[at] for at in sheet["numeric"]),
        damaged=_damaged(sheet["lost"], header),
        headings=body.headings,
    )
    losses = (_loss(lost, header, source, made) for lost in sheet["lost"])
    return replace(made, notes=(*made.notes, *(loss for loss in losses if loss)))


def _filled(columns: list[pa.ChunkedArray], merged: Sequence[Range], header: Header, source: Source) -> _Body:
    """The body with its merged cells filled."""
    count = len(columns[0]) if columns else 0
    first = header.at + 1
    rows = np.arange(first + 1, first + 1 + count, dtype=np.int32)
    own = [Range(one.top - first, one.left, one.bottom - first, one.right) for one in merged if one.top >= first]
    if not own:
        return _Body(columns, rows, np.zeros(count, dtype=np.bool_))
    found = unmerged(columns, own, filled_cells(columns, count))
    told = Diagnostic("LR052", Severity.NOTE, source.place(), facts(count=found.filled, ranges=len(own)))
    return _Body(found.columns, rows, found.banners, (told,) if found.filled else ())


def _shown(body: _Body, sheet: SheetTold, wish: Hidden, source: Source) -> _Body:
    """The body with or without the rows people do not see, as they wish."""
    skip = wish is Hidden.SKIP
    if skip and not sheet["tells_hidden"]:
        return replace(body, notes=(*body.notes, Diagnostic("LR055", Severity.WARNING, source.place())))
    unseen = np.isin(body.rows, np.array(sheet["hidden"], dtype=np.int32))
    if not unseen.any():
        return body
    told = facts(count=int(unseen.sum()), rows=_numbers(body.rows[unseen].tolist()))
    notes = (*body.notes, Diagnostic("LR054" if skip else "LR053", Severity.NOTE, source.place(), told))
    if not skip:
        return _Body(body.columns, body.rows, body.headings, notes)
    keep = pa.array(~unseen)
    return _Body([one.filter(keep) for one in body.columns], body.rows[~unseen], body.headings[~unseen], notes)


def _damaged(lost: Sequence[LostCells], header: Header) -> dict[str, npt.NDArray[np.int32]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for one in lost:
        if one["column"] < len(header.labels):
            rows[header.labels[one["column"]]] += one["rows"]
    return {label: np.array(numbers, dtype=np.int32) for label, numbers in rows.items()}


def _loss(lost: LostCells, header: Header, source: Source, made: RawTable) -> Diagnostic | None:
    """A warning for one column, with the first of its rows that are in the table."""
    at = lost["column"]
    rows = np.array(lost["rows"])[np.isin(lost["rows"], made.rows)].tolist()
    if not rows:
        return None
    label = header.labels[at] if at < len(header.labels) else f"#{at + 1}"
    shown, example = (" ".join(text.split()) for text in (label, lost["example"][:_LONGEST]))
    named = facts(header=shown, count=len(rows), rows=_numbers(rows), example=example)
    return Diagnostic(_LOST[lost["why"]], Severity.WARNING, source.place(rows[0], label), named)


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(str(row) for row in rows[:_SHOWN]) + (" …" if len(rows) > _SHOWN else "")
