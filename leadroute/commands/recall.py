"""Recall: what the ledger says of the leads of a run, asked before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadroute.commands.compare_cells import changed_cells, told
from leadroute.intake.known import leads_seen, recognise, with_company
from leadroute.ledger.interface import Since
from leadroute.ledger.recording import Memory
from leadroute.tables.history import NEW
from leadroute.tables.numbers import among

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from leadroute.commands.prepare import Prepared
    from leadroute.ledger.record import Head
    from leadroute.ledger.sqlite.store import SqliteLedger
    from leadroute.model.diagnostic import Diagnostic
    from leadroute.model.rep import Opening

_EPOCH = 719_163  # the ordinal of 1970-01-01


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What is true before the first lead: the opening, what is known of the leads, and the run this was read at.

    ``notes`` tell what the rows of known leads say otherwise than before.
    """

    opening: Opening
    memory: Memory
    head: Head
    notes: tuple[Diagnostic, ...] = ()


def recall(ledger: SqliteLedger, prepared: Prepared, now: datetime) -> Past:
    """Ask the ledger about the leads of a run and about the state it opens with."""
    policy, roster = prepared.book.memory, prepared.roster
    since = first_day(now.date(), policy.known_for)
    own = prepared.identity()
    sightings = ledger.sightings(np.concatenate([own.every_key, own.company]))
    seen = leads_seen(own, sightings, prepared.book.duplicates)
    holders = ledger.company_reps(own.company[among(own.company, sightings.key)], since)
    known = recognise(
        seen,
        prepared.merges,
        ledger.standings(seen[0][seen[0] != NEW]),
        roster,
        company=with_company(own, holders, roster),
        since=since,
        aside=prepared.gathered.aside,
    )
    known = replace(known, changes=changed_cells(ledger, prepared, known))
    opening = ledger.opening(since_of(now.date(), policy.open_for))
    memory = Memory(own, known, sightings, ledger.next_lead())
    return Past(opening, memory, ledger.head(), told(known.changes, prepared.leads))


def since_of(today: date, open_for: timedelta) -> Since:
    """The first days of the calendar day, ISO week and month, and of leads that still count as open."""
    day = today.toordinal() - _EPOCH
    month = today.replace(day=1).toordinal() - _EPOCH
    return Since(day, day - today.weekday(), month, first_day(today, open_for))


def first_day(today: date, span: timedelta) -> int:
    """The first day (since 1970) within a span that ends today."""
    return today.toordinal() - _EPOCH - span.days
