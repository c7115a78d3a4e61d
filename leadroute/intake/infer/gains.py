"""What inferring brought, to be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadroute.tables.leads import Leads


@dataclass(frozen=True, slots=True)
class Way:
    """A target, the source the rulebook names, and the column that is looked at for it."""

    target: str
    source: str
    column: str


@dataclass(frozen=True, slots=True)
class Gain:
    """How many rows got a value in one way, the first of them, what it had and what it got."""

    way: Way
    count: int
    row: int
    value: str
    meaning: str


def told(leads: Leads, target: str, gains: Sequence[Gain]) -> Diagnostic:
    """One note on a field that was blank, for all that it was inferred from."""
    first, by_source = gains[0], Counter[str]()
    for gain in gains:
        by_source[gain.way.source] += gain.count
    said = {"value": first.value, "meaning": first.meaning, "count": by_source.total()}
    sources = " ".join(f"{source}:{count}" for source, count in by_source.items())
    place = leads.place(first.row, leads.headers.get(first.way.column, ""))
    return Diagnostic("LR560", Severity.NOTE, place, facts(field=target, sources=sources, **said))
