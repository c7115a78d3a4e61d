"""Taking runs back: what stands in the way, what goes with them, and the run that does it.

Nothing is deleted. The new run names those it takes back, so that none of their decisions stands any longer, and its
entries are theirs with the signs turned round, on the days they were made for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadroute.ledger.record import Entry, Kind, Record, no_decisions, no_sightings
from leadroute.model.diagnostic import Diagnostic, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from leadroute.ledger.people import People
    from leadroute.ledger.record import Run
    from leadroute.model.outcome import Outcome

    Later = Callable[[int], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class GivenBack:
    """What a rep gives back: leads, and the balance before and after in units of the account."""

    rep: str
    leads: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What taking runs back means.

    ``runs`` are the runs, newest first; ``without`` counts their leads by how they stand afterwards (``None``: nobody
    knows of them).
    """

    runs: tuple[Run, ...]
    without: Mapping[Outcome | None, int]
    given_back: tuple[GivenBack, ...]
    people: People


def hindrance(wanted: int, runs: Sequence[Run]) -> Diagnostic | None:
    """Why a run cannot be taken back at all: it is not there, it was taken back already, it took others back."""
    found = next((run for run in runs if run.number == wanted), None)
    if found is None:
        return Diagnostic("LR730", args=facts(run=wanted, last=runs[-1].number if runs else 0))
    if found.undone:
        return Diagnostic("LR731", args=facts(run=wanted, by=found.undone))
    if found.kind is Kind.UNDO:
        return Diagnostic("LR732", args=facts(run=wanted, runs=_listed(found.undoes)))
    return None


def together(wanted: int, later: Later) -> tuple[int, ...]:
    """The run and all that depend on it, newest first.

    A later run depends on an earlier one when it decided a lead of it once more: gave it to somebody else, took it out
    of the open pool, moved it by hand. Leads and balances of others are no dependence: a turn given back later is as
    fair. ``later`` tells, as ``Ledger.later`` does, which runs those are.
    """
    found, open_ = {wanted}, [wanted]
    while open_:
        more = {run for run, _ in later(open_.pop())} - found
        found |= more
        open_ += more
    return tuple(sorted(found, reverse=True))


def in_the_way(wanted: int, later: Later) -> Diagnostic | None:
    """The refusal to take back a run that others depend on."""
    others = later(wanted)
    if not others:
        return None
    too = [run for run in together(wanted, later) if run != wanted]
    told = facts(run=wanted, runs=_listed(run for run, _ in others), leads=sum(n for _, n in others), all=_listed(too))
    return Diagnostic("LR733", args=told)


def undo_of(runs: Collection[int], lines: Iterable[Entry], now: datetime, told: Mapping[str, object]) -> Record:
    """The run that takes others back; ``lines`` are all their entries."""
    return Record(
        kind=Kind.UNDO,
        now=now,
        facts=told,
        decided=no_decisions(),
        entries=tuple(map(_turned, lines)),
        sightings=no_sightings(),
        undoes=tuple(runs),
    )


def given_back(entries: Iterable[Entry], balances: Mapping[tuple[str, str], int]) -> tuple[GivenBack, ...]:
    """What each rep gives back by the entries of an undo; ``balances`` are those before, by (account, rep)."""
    leads, change, before = Counter[str](), Counter[str](), Counter[str]()
    for one in entries:
        leads[one.rep] -= one.got + one.free
        change[one.rep] += one.entitled - one.paid
    for (_, rep), held in balances.items():
        before[rep] += held
    return tuple(GivenBack(rep, leads[rep], before[rep], before[rep] + change[rep]) for rep in sorted(change))


def _turned(line: Entry) -> Entry:
    return Entry(
        line.account, line.pool, line.rep, line.day, -line.entitled, -line.paid, -line.got, -line.free, last=-1
    )


def _listed(runs: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(runs)))
