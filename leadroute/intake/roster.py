"""The roster from tables: reps joined from their rows, their leave, and everything wrong with the cells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leadroute.intake import leave
from leadroute.intake.headers import known_names, match
from leadroute.intake.rep_cells import Row, lists_among, rep_of, with_mobiles
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts
from leadroute.model.rep import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leadroute.tables.raw import RawTable

_IDENTITY = frozenset({"id", "name", "first_name", "last_name"})
_TERRITORIES = frozenset({"skills", "provinces", "countries", "zips", "industries", "products"})
_MANY = _TERRITORIES | {"leave_start", "leave_end", "reason"}
"""What may differ between several rows of one person."""


def gather_roster(tables: Sequence[RawTable]) -> tuple[Roster, tuple[Diagnostic, ...]]:
    """Read reps and leave; rows of one person are joined, bad cells are reported with their place."""
    found: list[Diagnostic] = []
    people, absences = _parted(tables)
    rows = [row for table in people for row in _rows(table, found)]
    groups = _by_person(rows, found)
    lists = lists_among(rows)
    reps = with_mobiles([rep_of(group, lists, found) for group in groups if group])
    if not reps:
        place = Place(tables[0].file, sheet=tables[0].sheet) if tables else None
        found.append(Diagnostic("LR520", Severity.ERROR, place))
    first = tables[0] if tables else None
    roster = Roster(
        tuple(sorted(reps, key=lambda rep: rep.id)), (), first.file if first else "", first.fingerprint if first else ""
    )
    found += _same_names(roster, groups)
    away = [row for table in absences for row in _cells(table, "leave")]
    leaves = leave.read_leaves([*(row for row in rows if row.get("leave_start")), *away], roster, found)
    return Roster(roster.reps, leaves, roster.file, roster.fingerprint), tuple(found)


def _parted(tables: Sequence[RawTable]) -> tuple[list[RawTable], list[RawTable]]:
    """Tables of people and tables of leave: the latter know who and when, and nothing else about anybody."""
    absences = [table for table in tables if _is_leave(table)]
    people = [table for table in tables if table not in absences]
    return (people, absences) if people else (list(tables[:1]), list(tables[1:]))


def _is_leave(table: RawTable) -> bool:
    headers = tuple(table.frame.columns)
    leaves = set(match(headers, known_names("leave")).fields.values())
    reps = set(match(headers, known_names("rep")).fields.values()) - _IDENTITY - {"leave_start", "leave_end"}
    # start and end are names of other things, too: a leave table has both and little else
    return {"leave_start", "leave_end"} <= leaves and len(reps - {"hired_on", "level", "team"}) == 0


def _rows(table: RawTable, found: list[Diagnostic]) -> list[Row]:
    rows = _cells(table, "rep")
    if rows and not any(row.get("id") for row in rows):
        found.append(Diagnostic("LR521", Severity.NOTE, Place(table.file, sheet=table.sheet)))
    named = [row for row in rows if row.who]
    found += [Diagnostic("LR522", Severity.WARNING, row.place()) for row in rows if not row.who]
    return named


def _cells(table: RawTable, kind: str) -> list[Row]:
    """The rows of a table as texts by field; unknown headers stay as they are."""
    fields = match(tuple(table.frame.columns), known_names("leave" if kind == "leave" else "rep")).fields
    labels = [fields.get(header, f"?{header}") for header in table.frame.columns]
    headers = dict(zip(labels, table.frame.columns, strict=True))
    columns = [table.frame[header].tolist() for header in table.frame.columns]
    return [
        Row(dict(zip(labels, (cell.strip() for cell in cells), strict=True)), headers, table.file, table.sheet, number)
        for number, cells in zip(table.rows.tolist(), zip(*columns, strict=True), strict=True)
    ]


def _by_person(rows: Sequence[Row], found: list[Diagnostic]) -> list[list[Row]]:
    """Rows of one id together, in order; a row that contradicts the first is an error and is left out."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        group = groups.setdefault(row.who, [])
        if clash := _clash(group, row):
            told = facts(id=row.who, first=clash[0], second=clash[1])
            found.append(Diagnostic("LR523", Severity.ERROR, row.place("id"), told, also=group[0].place("id")))
        else:
            group.append(row)
    return list(groups.values())


def _clash(group: Sequence[Row], row: Row) -> tuple[str, str] | None:
    """What two rows of one id disagree on: the name, or anything but territories and leave."""
    if not group:
        return None
    first = group[0]
    if first.name and row.name and first.name != row.name:
        return first.name, row.name
    same_table = (first.file, first.sheet) == (row.file, row.sheet)
    known = [label for label in row.cells if not label.startswith("?") and label not in _MANY]
    for label in known:
        if first.get(label) and row.get(label) and first.get(label) != row.get(label):
            return f"{row.headers[label]} {first.get(label)}", f"{row.headers[label]} {row.get(label)}"
    many = any(label in _MANY and row.get(label) for label in row.cells)
    return None if many or not same_table else (first.name or row.who, row.name or row.who)


def _same_names(roster: Roster, groups: Iterable[Sequence[Row]]) -> list[Diagnostic]:
    counts = Counter(rep.name for rep in roster.reps)
    places: Mapping[str, Place] = {group[0].name: group[0].place("name") for group in groups}
    return [
        Diagnostic("LR524", Severity.NOTE, places.get(name), facts(name=name))
        for name, count in counts.items()
        if count > 1
    ]
