"""What leads and a roster hold, as a first rulebook can use it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.fields import FIELDS, REACH_FIELDS, Kind
from leadroute.model.fold import fold
from leadroute.model.rep import Status
from leadroute.model.survey import FieldFound, TeamFound, ValueFound

if TYPE_CHECKING:
    from leadroute.model.rep import Rep, Roster
    from leadroute.tables.leads import Column, Leads

_MOST = 500
"""So many values of a field are looked at, the most frequent first."""
_UPPER = 0.75


def fields_found(leads: Leads) -> tuple[FieldFound, ...]:
    """Every built-in field that is known, in the usual order; one that follows from another has no header."""
    given = [name for name in FIELDS if name in leads.columns]
    return tuple(_field(name, leads.headers.get(name, ""), leads.columns[name]) for name in given)


def headers_unknown(leads: Leads) -> tuple[str, ...]:
    """The headers that are no field."""
    return tuple(header for label, header in leads.headers.items() if label.startswith("?"))


def unreachable(leads: Leads) -> int:
    """How many rows have no way to reach anybody."""
    lacking = np.ones(len(leads), dtype=np.bool_)
    for name in REACH_FIELDS:
        if column := leads.columns.get(name):
            lacking &= column.missing[column.codes]
    return int(np.count_nonzero(lacking))


def teams_found(roster: Roster) -> tuple[TeamFound, ...]:
    """The teams of the people who are active, the largest first; names that differ in case or width are one team."""
    groups: dict[str, list[Rep]] = {}
    for rep in roster.reps:
        if rep.status is Status.ACTIVE:
            groups.setdefault(fold(rep.team), []).append(rep)
    teams = [_team(reps) for reps in groups.values()]
    return tuple(sorted(teams, key=lambda team: (-team.people, team.name)))


def _field(name: str, header: str, column: Column) -> FieldFound:
    rows = np.bincount(column.codes, minlength=len(column.values))
    known = ~column.missing
    counts: Counter[tuple[str, str]] = Counter()
    texts, keys = column.values.to_pylist(), column.keys.to_pylist()
    for at in np.flatnonzero(known & (rows > 0)).tolist():
        counts[texts[at], keys[at]] += int(rows[at])
    values = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]
    found = tuple(ValueFound(text, key, count) for (text, key), count in values if text and key)
    return FieldFound(name, header, int(rows[known].sum()), len(counts), found, *_bound(column))


def _bound(column: Column) -> tuple[int, int]:
    """A bound as people put one, a digit and noughts, near the upper quarter of the numbers; and the rows it takes."""
    numbers = np.zeros(0) if column.kind is not Kind.NUMBER or column.numbers is None else column.numbers[column.codes]
    numbers = numbers[~np.isnan(numbers)]
    whole = int(np.quantile(numbers, _UPPER)) if len(numbers) else 0
    if whole < 1:
        return 0, 0
    noughts = 10 ** (len(str(whole)) - 1)
    bound = whole // noughts * noughts
    return bound, int(np.count_nonzero(numbers >= bound))


def _team(reps: list[Rep]) -> TeamFound:
    sets: dict[str, Counter[str]] = {}
    for rep in reps:
        for attribute, values in rep.sets.items():
            sets.setdefault(attribute, Counter()).update(values)
    ready = ((name, tuple(sorted(counts.items()))) for name, counts in sorted(sets.items()))
    return TeamFound(reps[0].team, len(reps), tuple(ready))
