"""From a plan to what the ledger keeps of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.cells import pack
from leadroute.ledger.distinct import distinct
from leadroute.ledger.record import Coded, Decided, Entry, Kind, Record
from leadroute.model.outcome import Outcome
from leadroute.tables.history import NEW, Identity, Known, Sightings
from leadroute.tables.labels import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.engine.plan import Plan
    from leadroute.tables.leads import Rows, Whole

KEPT = (Outcome.ASSIGNED, Outcome.POOLED, Outcome.REVIEW, Outcome.ARCHIVED)
"""Outcomes of leads; duplicates are known by the lead they are of, and rows that are nobody are only counted."""

_EPOCH = 719_163  # the ordinal of 1970-01-01


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """What was asked of the ledger before a run was decided, and the first number free for a new lead."""

    identity: Identity
    known: Known
    sightings: Sightings
    next_lead: int


def record_of(plan: Plan, memory: Memory, facts: Mapping[str, object]) -> Record:
    """What this run adds: its decisions, the lines of the account, the keys not seen before, the raw cells."""
    rows = np.flatnonzero(np.isin(plan.decisions.outcome, KEPT))
    lead = _numbered(plan, memory, rows)
    with ThreadPoolExecutor() as pool:  # sorting and packing let go of Python's lock
        cells = pool.submit(pack, plan.leads, rows)
        sightings = pool.submit(_new_sightings, memory, lead, rows)
        return Record(
            kind=Kind.RUN,
            now=plan.now,
            facts=facts,
            decided=_decided(plan, memory, lead, rows),
            entries=_entries(plan),
            sightings=sightings.result(),
            cells=cells.result(),
        )


def decides_anything(plan: Plan) -> bool:
    """Whether a run brings anything new: a lead decided, other than one that waited and goes on waiting."""
    decided = np.isin(plan.decisions.outcome, KEPT)
    if plan.known is not None:
        decided &= ~(plan.known.reentered & (plan.decisions.outcome == Outcome.POOLED))
    return bool(decided.any())


def _numbered(plan: Plan, memory: Memory, rows: Rows) -> Whole:
    """The lead of every row: the known one, a new one for each row decided, that of the survivor for the others."""
    lead = memory.known.lead.copy()
    fresh = rows[lead[rows] == NEW]
    lead[fresh] = memory.next_lead + np.arange(len(fresh))
    return lead[plan.merges.survivor]


def _decided(plan: Plan, memory: Memory, lead: Whole, rows: Rows) -> Decided:
    decisions, origin, roster = plan.decisions, plan.leads.origin, plan.roster
    rules = (*(rule.name for rule in plan.rulebook.rules), "")
    return Decided(
        lead=lead[rows],
        file=Coded(origin.table[rows].astype(np.int64), tuple(file for file, _ in origin.tables)),
        row=origin.row[rows].astype(np.int64),
        label=tuple(labels(plan.leads, rows)),
        company=memory.identity.company[rows],
        outcome=decisions.outcome[rows].astype(np.int64),
        reason=decisions.reason[rows].astype(np.int64),
        rule=Coded(np.maximum(plan.matches.rule[rows], -1).astype(np.int64), rules[:-1]),
        pool=Coded(decisions.pool[rows].astype(np.int64), decisions.pools),
        rep=Coded(decisions.rep[rows].astype(np.int64), tuple(rep.id for rep in roster.reps)),
        turn=decisions.turn[rows].astype(np.int64),
        balance=decisions.balance[rows],
    )


def _entries(plan: Plan) -> tuple[Entry, ...]:
    day = plan.now.date().toordinal() - _EPOCH
    reps = [rep.id for rep in plan.roster.reps]
    last = plan.closing.last
    return tuple(
        Entry(
            line.account,
            line.pool,
            reps[line.rep],
            day,
            line.entitled,
            line.paid,
            line.got,
            line.free,
            last.get(reps[line.rep], -1) if line.got else -1,
        )
        for line in plan.lines
    )


def _new_sightings(memory: Memory, lead: Whole, decided: Rows) -> Sightings:
    """What the ledger has not seen: each key of each row with its company and contact, each company of a lead."""
    own = memory.identity
    parts = [_known_by(own, line, lead) for line in range(len(own.keys))]
    with_company = decided[own.company[decided] != 0]
    none = np.zeros(len(with_company), dtype=np.int64)
    seen = Sightings(
        key=np.concatenate([*(keys for _, keys in parts), own.company[with_company]]),
        company=np.concatenate([*(own.company[rows] for rows, _ in parts), none]),
        contact=np.concatenate([*(own.contact[rows] for rows, _ in parts), none]),
        lead=np.concatenate([*(lead[rows] for rows, _ in parts), lead[with_company]]),
    )
    return distinct(seen, memory.sightings)


def _known_by(own: Identity, line: int, lead: Whole) -> tuple[Rows, Whole]:
    """The rows of leads that have a key of a line, and those keys."""
    rows, keys = own.entries(line)
    some = lead[rows] != NEW
    return rows[some], keys[some]
