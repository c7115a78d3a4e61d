"""``leadroute status``: how everything stands, on one screen. Nothing is changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadroute.commands.exits import Exit
from leadroute.commands.reading import read_roster
from leadroute.commands.recall import first_day, since_of
from leadroute.commands.refusal import Refusal
from leadroute.ledger.errors import LedgerError
from leadroute.ledger.people import people_of
from leadroute.ledger.session import peeked
from leadroute.ledger.standing import rep_states
from leadroute.model.diagnostic import has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo
    from pathlib import Path

    from leadroute.commands.whereabouts import Whereabouts
    from leadroute.ledger.people import People
    from leadroute.ledger.record import Run
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.ledger.standing import RepState
    from leadroute.model.rep import Roster

_EPOCH = 719_163  # the ordinal of 1970-01-01


@dataclass(frozen=True, slots=True)
class Waiting:
    """Leads in the open pool, and the day the first of them was decided."""

    leads: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Health:
    """The bytes of a ledger on the disk, its runs, and whether the latest is as it was written."""

    size: int
    runs: int
    sound: bool


@dataclass(frozen=True, slots=True, eq=False)
class Status:
    """How everything stands; ``roster`` tells whether one was given, without which no caps are known."""

    at: Whereabouts
    now: datetime
    runs: tuple[Run, ...]
    people: People
    reps: tuple[RepState, ...]
    roster: bool
    waiting: Waiting
    overrides: Mapping[str, int]
    health: Health


def status(at: Whereabouts, reps: Path | None, clock: Callable[[tzinfo], datetime]) -> Status | Refusal:
    """Fold the ledger as the next run would find it."""
    roster, problems = read_roster(reps) if reps else (None, ())
    if has_errors(problems):
        return Refusal(Exit.RULES, problems, at.language)
    try:
        with peeked(at.ledger) as ledger:
            return _status(ledger, at, roster, clock)
    except LedgerError as error:
        return Refusal(Exit.LEDGER, (error.diagnostic,), at.language)


def _status(
    ledger: SqliteLedger, at: Whereabouts, roster: Roster | None, clock: Callable[[tzinfo], datetime]
) -> Status:
    runs = tuple(ledger.runs())
    now = clock(at.zone(runs))
    states = rep_states(ledger.opening(since_of(now.date(), at.memory.open_for)), roster)
    return Status(
        at=at,
        now=now,
        runs=runs,
        people=people_of(runs, [one.rep for one in states], roster),
        reps=states,
        roster=roster is not None,
        waiting=_waiting(ledger, first_day(now.date(), at.memory.known_for)),
        overrides=ledger.overrides(),
        health=Health(_size(at.ledger), len(runs), ledger.latest_holds()),
    )


def _waiting(ledger: SqliteLedger, since: int) -> Waiting:
    first = ledger.waiting_since(since)
    return Waiting(len(ledger.waiting(since)), None if first is None else date.fromordinal(first + _EPOCH))


def _size(path: Path) -> int:
    """The ledger with what is not folded into it yet."""
    total = 0
    for file in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            total += file.stat().st_size
    return total
