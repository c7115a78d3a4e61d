"""A sheet of corrections: which lead is to go to whom, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.intake.headers import known_names, match
from leadroute.intake.identity import identity
from leadroute.intake.leads import gather_leads
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.tables.merges import Merges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rulebook import Rulebook
    from leadroute.tables.history import Identity
    from leadroute.tables.leads import Leads
    from leadroute.tables.raw import RawTable

_OWN = ("lead", "new_owner", "reason")


@dataclass(frozen=True, slots=True, eq=False)
class Corrections:
    """What a sheet asks for, row by row: how the lead is called, its keys, who is to have it, and why.

    ``identity`` holds the keys of the rows;
    ``headers`` are those of the file for ``lead``, ``new_owner`` and ``reason``, as far as it has them.
    """

    leads: Leads
    called: tuple[str, ...]
    owner: tuple[str, ...]
    reason: tuple[str, ...]
    identity: Identity
    headers: Mapping[str, str]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.owner)

    def place(self, row: int, label: str = "") -> Place:
        """The place of a row, or of one of its cells."""
        return self.leads.place(row, self.headers.get(label, ""))

    def evidence(self, row: int) -> tuple[int, ...]:
        """The keys of a row, but for that of the row as a whole."""
        own = self.identity
        further = (keys[rows == row].tolist() for rows, keys in own.further.values())
        return (*(int(keys[row]) for keys in own.keys[:-1] if keys[row]), *(key for some in further for key in some))


def gather_corrections(table: RawTable, book: Rulebook) -> tuple[Corrections | None, tuple[Diagnostic, ...]]:
    """Read a sheet of corrections; nothing when it does not say to whom the leads are to go, or which."""
    matched = match(tuple(table.frame.columns), known_names("correction"))
    headers = {field: header for header, field in matched.fields.items() if field in _OWN}
    leads, notes = gather_leads([_bare(table, headers)], book)
    if codes := _lacking(headers, leads, book):
        place = Place(table.file, sheet=table.sheet, row=table.header_row)
        told = facts(headers=" | ".join(map(str, table.frame.columns)))
        return None, (*(Diagnostic(code, Severity.ERROR, place, told) for code in codes), *notes)
    return Corrections(
        leads=leads,
        called=_texts(leads, "lead_id"),
        owner=_stripped(table, headers["new_owner"]),
        reason=_stripped(table, headers.get("reason", "")),
        identity=identity(leads, _unmerged(leads), book.duplicates),
        headers=headers,
    ), notes


def _lacking(headers: Mapping[str, str], leads: Leads, book: Rulebook) -> list[str]:
    """What a sheet must say and does not: to whom, and which lead."""
    found = "lead" in headers or any(all(name in leads.columns for name in line) for line in book.duplicates.same_when)
    return ["LR740"] * ("new_owner" not in headers) + ["LR741"] * (not found)


def _bare(table: RawTable, headers: Mapping[str, str]) -> RawTable:
    """The table as one of leads: without what is no field of theirs, the lead by the usual header."""
    lead = headers.get("lead", "")
    ours = {headers[name] for name in ("new_owner", "reason") if name in headers} | {"lead_id"} - {lead}
    frame = table.frame.drop(columns=list(ours), errors="ignore")
    damaged = {("lead_id" if header == lead else header): mask for header, mask in table.damaged.items()}
    return replace(table, frame=frame.rename(columns={lead: "lead_id"}), damaged=damaged)


def _texts(leads: Leads, field: str) -> tuple[str, ...]:
    column = leads.columns.get(field)
    return tuple(column.spread(column.values).to_pylist()) if column is not None else ("",) * len(leads)


def _stripped(table: RawTable, header: str) -> tuple[str, ...]:
    return tuple(table.frame[header].str.strip().tolist()) if header else ("",) * len(table)


def _unmerged(leads: Leads) -> Merges:
    """Every row for itself: two rows that name one lead are looked at when the lead is found."""
    rows = len(leads)
    none = np.full(rows, -1, dtype=np.int32)
    return Merges(np.arange(rows, dtype=np.int32), none, none.astype(np.int16), (), np.zeros(rows, dtype=np.bool_))
