"""Compare: what rows of known leads say otherwise than the ledger has it, and a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from leadroute.intake.changes import changes, comparable, to_compare
from leadroute.ledger.cells import texts_at
from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.tables.arrow import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.commands.prepare import Prepared
    from leadroute.ledger.interface import Ledger
    from leadroute.tables.history import Changes, Known
    from leadroute.tables.leads import Leads, Rows


def changed_cells(ledger: Ledger, prepared: Prepared, known: Known) -> Changes | None:
    """The cells of known leads that changed; ``None`` when no row is of a known lead."""
    leads, book = prepared.leads, prepared.book
    rows = to_compare(leads, prepared.merges, known)
    if not len(rows):
        return None
    rows = rows[np.argsort(known.run[rows], kind="stable")]
    old = _old(ledger, known, rows, comparable(leads))
    return changes(leads, book, ZoneInfo(book.timezone), rows, old)


def told(found: Changes | None, leads: Leads) -> tuple[Diagnostic, ...]:
    """A note on how many known leads changed in what, with the first of them."""
    if found is None or not len(found):
        return ()
    counts = {name: int((found.field == at).sum()) for at, name in enumerate(found.fields)}
    named = " ".join(f"{name}:{count}" for name, count in counts.items() if count)
    args = facts(count=len(np.unique(found.row)), fields=named)
    return (Diagnostic("LR770", Severity.NOTE, leads.place(int(found.row[0])), args),)


def _old(ledger: Ledger, known: Known, rows: Rows, labels: Sequence[str]) -> dict[str, pa.Array]:
    """The texts the ledger has of each row's lead, by label; the rows stand in the order of their runs."""
    runs, starts = np.unique(known.run[rows], return_index=True)
    parts: dict[str, list[pa.Array]] = {label: [] for label in labels}
    for run, some in zip(runs.tolist(), np.split(rows, starts[1:]), strict=True):
        data = ledger.cells(run)
        texts = texts_at(data, known.place[some], labels) if data else {}
        for label, each in parts.items():
            each.append(texts.get(label, pa.nulls(len(some), TEXT)))
    return {label: pa.concat_arrays(each) for label, each in parts.items()}
