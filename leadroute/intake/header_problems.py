"""What is to be said about the headers of a table: where it comes from, what was left aside, what is nearly known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from leadroute.intake.headers import By
from leadroute.intake.normalise import normalise
from leadroute.model.diagnostic import Diagnostic, Place, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Collection

    from leadroute.intake.headers import Match, Names
    from leadroute.tables.raw import RawTable

_NEAR = 80


def header_problems(table: RawTable, matched: Match, names: Names) -> list[Diagnostic]:
    """The source system, rival columns, unknown headers that are nearly known, and columns nothing is known of."""
    place = Place(table.file, sheet=table.sheet, row=table.header_row)
    unknown = left_over(tuple(table.frame.columns), matched)
    found = [
        Diagnostic("LR405", Severity.WARNING, place, facts(field=field, used=used, other=other))
        for field, used, other in matched.rivals
    ]
    if matched.system and not matched.system.generic:
        found.insert(0, Diagnostic("LR410", Severity.NOTE, place, facts(system=matched.system.key)))
    for label in unknown:
        if label not in matched.by and (near := nearly(label, names, set(matched.fields.values()))):
            spot = Place(table.file, sheet=table.sheet, row=table.header_row, header=label)
            told = facts(header=label, field=names.known[near[0]].field)
            found.append(Diagnostic("LR406", Severity.NOTE, spot, told, near=near))
    if unknown:
        told = facts(count=len(unknown), headers=" | ".join(unknown))
        found.append(Diagnostic("LR407", Severity.NOTE, place, told))
    return found


def left_over(headers: tuple[str, ...], matched: Match) -> list[str]:
    """The headers that stand for no field, those aside that the rulebook says to leave alone."""
    rivals = {other for _, _, other in matched.rivals}
    known = {label for label in headers if label in matched.fields or matched.by.get(label) is By.COLUMNS}
    return [label for label in headers if label not in known and label not in rivals]


def nearly(header: str, names: Names, taken: Collection[str]) -> tuple[str, ...]:
    """Known names nearly like a header, best first, of fields that no column of the table has."""
    free = [name for name, (field, *_) in names.known.items() if field not in taken]
    hits = process.extract(normalise(header), free, scorer=fuzz.ratio, limit=2, score_cutoff=_NEAR)
    return tuple(name for name, _, _ in hits)
