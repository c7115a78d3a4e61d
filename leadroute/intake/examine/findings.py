"""Diagnostics that say the same, put together: what, how often, where first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.intake.examine.seen import Finding
from leadroute.model.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leadroute.model.diagnostic import Diagnostic

PLACES = 3
"""So many places are named."""

_ALIKE = 3
"""Of more different things said under one code only the first is told."""
_TOTAL = "LR500"
"""Counts the cells of a column beyond those listed one by one."""

_Spot = tuple[str, str, str, str]


def findings(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """One finding for everything that is said, the worst first, then in the order met."""
    groups: dict[_Spot, list[Diagnostic]] = {}
    totals: dict[_Spot, int] = {}
    for found in diagnostics:
        if found.code == _TOTAL:
            totals[_spot(found, found.facts["code"])] = int(found.facts["count"])
        else:
            groups.setdefault(_spot(found, found.code), []).append(found)
    made = [_finding(part, totals.get(spot)) for spot, group in groups.items() for part in _parted(group)]
    worst = list(Severity)
    return tuple(sorted(made, key=lambda one: worst.index(one.severity)))


def _spot(found: Diagnostic, code: str) -> _Spot:
    place = found.place
    return (code, place.file, place.sheet, place.header) if place else (code, "", "", "")


def _parted(group: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Apart by what they say, if they say few different things of no cell in particular."""
    said: dict[tuple[tuple[str, str], ...], list[Diagnostic]] = {}
    for found in group:
        said.setdefault(found.args, []).append(found)
    of_a_cell = group[0].code.startswith("LR5")
    return [group] if of_a_cell or len(said) > _ALIKE else list(said.values())


def _finding(group: Sequence[Diagnostic], total: int | None) -> Finding:
    first = group[0]
    places = tuple(found.place for found in group[:PLACES] if found.place is not None)
    counted = int(first.facts.get("count", "1")) if len(group) == 1 else len(group)
    return Finding(first, counted if total is None else total, places)
