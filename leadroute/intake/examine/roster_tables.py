"""The tables of a roster, looked at as a run would take them: people, and their leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.examine.columns import columns_seen
from leadroute.intake.examine.findings import findings
from leadroute.intake.examine.headers import known_headers
from leadroute.intake.examine.seen import Holds, TableSeen
from leadroute.intake.headers import known_names, match
from leadroute.intake.roster import gather_roster
from leadroute.model.diagnostic import Diagnostic, Place, Severity
from leadroute.model.rep import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.intake.headers import Match
    from leadroute.tables.raw import RawTable


def roster_tables(tables: Sequence[RawTable], problems: Iterable[Diagnostic] = ()) -> tuple[TableSeen, ...]:
    """What is to be seen in the tables of one roster; the reps are counted with the first of them."""
    roster, found = gather_roster(tables)
    active = sum(rep.status is Status.ACTIVE for rep in roster.reps)
    guessed = Diagnostic("LR577", Severity.NOTE, Place(tables[0].file))
    said = [*problems, guessed, *found]
    return tuple(_seen(table, said, 0 if at else active, first=at == 0) for at, table in enumerate(tables))


def _seen(table: RawTable, said: Sequence[Diagnostic], active: int, *, first: bool) -> TableSeen:
    own = [one for one in said if _belongs(one, table, first=first)]
    return TableSeen(
        file=table.file,
        sheet=table.sheet,
        encoding=table.encoding,
        header_row=table.header_row,
        rows=len(table),
        holds=Holds.ROSTER,
        columns=columns_seen(table, known_headers(tuple(table.frame.columns), _match(table))),
        findings=findings((*table.notes, *own)),
        people=active,
    )


def _belongs(one: Diagnostic, table: RawTable, *, first: bool) -> bool:
    """Is something said of this table? What is said of no sheet in particular is told with the first."""
    return one.place.sheet == table.sheet if one.place and one.place.sheet else first


def _match(table: RawTable) -> Match:
    """The headers by the names of reps' fields or by those of leave, whichever they are."""
    headers = tuple(table.frame.columns)
    reps, leave = match(headers, known_names("rep")), match(headers, known_names("leave"))
    return leave if len(leave.fields) > len(reps.fields) else reps
