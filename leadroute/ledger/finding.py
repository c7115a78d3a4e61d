"""Which lead of the ledger a row of a correction sheet means, who is to have it, and every row that leaves a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, Severity, facts
from leadroute.model.outcome import Outcome
from leadroute.model.rep import Status
from leadroute.rulebook.near import near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from leadroute.intake.corrections import Corrections
    from leadroute.ledger.record import Decision
    from leadroute.model.rep import Roster
    from leadroute.tables.history import Sightings

_NUMBER = re.compile(r"#([0-9]{1,18})")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """A row that is understood: its position, what stands of its lead, the id of the rep who is to have it, why."""

    row: int
    stands: Decision
    to: str
    why: str


def evidence(asked: Corrections, called: Mapping[str, frozenset[int]], sightings: Sightings) -> list[list[set[int]]]:
    """For each row the leads that each thing it says may mean: ``#12`` the lead's number, its name, its keys."""
    seen: dict[int, set[int]] = {}
    for key, lead in zip(sightings.key.tolist(), sightings.lead.tolist(), strict=True):
        seen.setdefault(key, set()).add(lead)
    return [
        [_named(asked.called[row], called), *(seen.get(key, set()) for key in asked.evidence(row))]
        for row in range(len(asked))
    ]


def wishes(
    asked: Corrections, found: Sequence[Sequence[set[int]]], standing: Mapping[int, Decision], roster: Roster
) -> tuple[tuple[Wish, ...], tuple[Diagnostic, ...]]:
    """The rows that move a lead, and what is to be said of the others; rows without a new owner move nothing."""
    made: dict[int, Wish] = {}
    told: list[Diagnostic] = []
    for row in range(len(asked)):
        if not asked.owner[row]:
            continue
        lead, to = _lead(asked, row, found[row], standing), _owner(asked, row, roster)
        told += [one for one in (lead, to) if isinstance(one, Diagnostic)]
        if isinstance(lead, int) and isinstance(to, str):
            wish = Wish(row, standing[lead], to, asked.reason[row])
            if note := _needless(asked, wish, made.get(lead)):
                told.append(note)
            else:
                made[lead] = wish
    return tuple(made.values()), (*told, *_left_alone(asked))


def _named(name: str, called: Mapping[str, frozenset[int]]) -> set[int]:
    number = _NUMBER.fullmatch(name)
    return {int(number[1])} if number else set(called.get(name, ()))


def _lead(
    asked: Corrections, row: int, found: Sequence[set[int]], standing: Mapping[int, Decision]
) -> int | Diagnostic:
    """The one lead that everything a row says agrees on; what finds nobody says nothing."""
    some = [leads & standing.keys() for leads in found if leads & standing.keys()]
    both = set.intersection(*some) if some else set()
    if len(both) == 1:
        return both.pop()
    if not asked.called[row] and not asked.evidence(row):
        return _wrong("LR742", asked, row, "lead")
    if not some:
        return _wrong("LR743", asked, row, "lead", lead=asked.called[row] or "-")
    leads = _listed((both or set.union(*some)), standing)
    return _wrong("LR744" if both else "LR745", asked, row, "lead", lead=asked.called[row] or "-", leads=leads)


def _owner(asked: Corrections, row: int, roster: Roster) -> str | Diagnostic:
    """The id of the rep who is to have the lead."""
    who = asked.owner[row]
    at = roster.find(who)
    if at is not None and roster.reps[at].status is not Status.LEFT:
        return roster.reps[at].id
    if at is not None:
        return _wrong("LR748", asked, row, "new_owner", who=who)
    if namesakes := roster.by_name.get(who, ()):
        ids = ", ".join(roster.reps[one].id for one in namesakes)
        return _wrong("LR749", asked, row, "new_owner", who=who, ids=ids)
    names = [name for rep in roster.reps if rep.status is not Status.LEFT for name in (rep.name, rep.id)]
    return _wrong("LR747", asked, row, "new_owner", close=near(who, names), who=who)


def _needless(asked: Corrections, wish: Wish, before: Wish | None) -> Diagnostic | None:
    """A row that asks for what is so already, or was asked for by an earlier row, or contradicts that."""
    told = facts(lead=wish.stands.label or f"#{wish.stands.lead}", who=asked.owner[wish.row])
    place = asked.place(wish.row, "new_owner")
    if before is not None and before.to != wish.to:
        return Diagnostic("LR750", Severity.ERROR, place, told, also=asked.place(before.row, "new_owner"))
    if before is not None:
        return Diagnostic("LR752", Severity.NOTE, place, told, also=asked.place(before.row, "new_owner"))
    if wish.stands.outcome is Outcome.ASSIGNED and wish.stands.rep == wish.to:
        return Diagnostic("LR751", Severity.NOTE, place, told)
    return None


def _left_alone(asked: Corrections) -> Iterator[Diagnostic]:
    rows = [row for row in range(len(asked)) if not asked.owner[row]]
    if rows:
        yield Diagnostic("LR746", Severity.NOTE, asked.place(rows[0], "new_owner"), facts(count=len(rows)))


def _wrong(
    code: str, asked: Corrections, row: int, label: str, close: tuple[str, ...] = (), **named: object
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, asked.place(row, label), facts(**named), near=close)


def _listed(leads: Collection[int], standing: Mapping[int, Decision]) -> str:
    """Leads by their numbers and names, the first few."""
    shown: Iterable[int] = sorted(leads)[:_SHOWN]
    names = ", ".join(f"#{lead} {standing[lead].label}".rstrip() for lead in shown)
    return names + (" ..." if len(leads) > _SHOWN else "")
