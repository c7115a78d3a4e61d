"""Which rows are leads that earlier runs have decided, and which of them keep their owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadroute.model.outcome import Outcome
from leadroute.model.rep import Status
from leadroute.tables.history import NEW, Known
from leadroute.tables.numbers import different

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from leadroute.model.rep import Roster
    from leadroute.model.rulebook import Duplicates
    from leadroute.tables.history import Identity, Sightings, Standings
    from leadroute.tables.leads import Mask, Rows, Whole
    from leadroute.tables.merges import Merges

    Reps = npt.NDArray[np.int32]

_MANY = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What a ledger says: the sightings of the keys of this run, and how the leads found stand."""

    sightings: Sightings
    standings: Standings


def leads_seen(identity: Identity, sightings: Sightings, policy: Duplicates) -> tuple[Whole, Mask]:
    """The lead each row was seen as (``NEW``: none; of several the first), and whether the row is the same as then.

    The very same row is the lead it was, even if one of its keys was seen with an earlier lead since. A key that was
    seen with too many companies and names, in earlier runs and in this one together, finds nothing.
    """
    lead = np.full(len(identity), _MANY, dtype=np.int64)
    for line in range(len(identity.keys) - 1):
        rows, keys = identity.entries(line)
        found = _found(keys, sightings)
        some = np.flatnonzero(found < _MANY)  # a key nobody has seen is shared with nobody in earlier runs
        some = some[~_shared(rows[some], keys[some], identity, sightings, policy)]
        np.minimum.at(lead, rows[some], found[some])
    row = _found(identity.keys[-1], sightings)
    same = row < _MANY
    lead = np.where(same, row, lead)
    return np.where(lead == _MANY, NEW, lead), same


def recognise(
    seen: tuple[Whole, Mask],
    merges: Merges,
    standings: Standings,
    roster: Roster,
    *,
    company: tuple[Reps, Whole],
    since: int,
    aside: Mask | None = None,
) -> Known:
    """Say of each row what is known of its lead; rows merged into one lead are known together.

    ``company`` tells who has the row's company, and the day of its latest lead (see ``with_company``). ``since`` is the
    first day that still counts (days since 1970): what was decided before is decided anew, once, by the first of its
    rows that is not set ``aside``.
    """
    lead, same = _together(seen[0], merges), seen[1]
    at = _places(lead, standings.lead)
    found = at >= 0
    outcome = _taken(standings.outcome, at, -1)
    holder = _on_roster(standings, roster)
    rep = np.where(found, _taken(holder, at, -1), -1)
    assigned = outcome == Outcome.ASSIGNED
    fresh = _taken(standings.day, at, since - 1) >= since
    waiting = found & (outcome == Outcome.POOLED)
    holds = found & fresh & ~waiting & ~(assigned & (rep < 0))
    twice = _later(lead, (lead != NEW) & ~holds & ~merges.loser & (~aside if aside is not None else True))
    return Known(
        lead=lead,
        run=_taken(standings.run, at, 0),
        place=_taken(standings.place, at, -1),
        day=_taken(standings.day, at, 0),
        rep=np.where(holds & assigned, rep, -1).astype(np.int32),
        settled=holds | twice,
        same=(holds & same) | (twice & (same | waiting)),
        reentered=waiting & ~twice,
        company_rep=company[0],
        company_day=company[1],
    )


def with_company(identity: Identity, holders: Mapping[int, tuple[str, int]], roster: Roster) -> tuple[Reps, Whole]:
    """For each row who has its company (a position on the roster, -1: nobody), and the day its latest lead was given.

    ``holders`` tells it by the company's number.
    """
    if not holders:
        return np.full(len(identity), -1, dtype=np.int32), np.zeros(len(identity), dtype=np.int64)
    companies, code = np.unique(identity.company, return_inverse=True)
    found = [holders.get(company, ("", 0)) for company in companies.tolist()]
    reps = np.array([roster.index.get(rep, -1) for rep, _ in found], dtype=np.int32)
    return reps[code], np.array([day for _, day in found], dtype=np.int64)[code]


def _found(keys: Whole, sightings: Sightings) -> Whole:
    """For each row the first lead its key was seen with."""
    if not len(sightings):
        return np.full(len(keys), _MANY, dtype=np.int64)
    order = np.lexsort((sightings.lead, sightings.key))
    known = sightings.key[order]
    inside = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where((keys != 0) & (known[inside] == keys), sightings.lead[order][inside], _MANY)


def _shared(rows: Rows, keys: Whole, identity: Identity, sightings: Sightings, policy: Duplicates) -> Mask:
    """Which of these keys too many companies and names share, over all runs; ``rows`` are those they stand in."""
    both = np.concatenate([sightings.key, keys])
    companies = _kinds(both, np.concatenate([sightings.company, identity.company[rows]]))
    names = _kinds(both, np.concatenate([sightings.contact, identity.contact[rows]]))
    no_company = not identity.company.any()
    enough = names >= policy.shared_names if no_company else companies >= policy.shared_companies
    return (enough & (names >= policy.shared_names))[len(sightings) :]


def _kinds(keys: Whole, values: Whole) -> Whole:
    """For each entry, how many different values (0 is none) its key has among all entries."""
    _, key = np.unique(keys, return_inverse=True)
    _, value = np.unique(values, return_inverse=True)
    some = values != 0
    width = int(value.max(initial=0)) + 1
    pairs = different(key[some].astype(np.int64) * width + value[some])
    return np.bincount(pairs // width, minlength=int(key.max(initial=-1)) + 1)[key]


def _together(lead: Whole, merges: Merges) -> Whole:
    """Rows that are the same lead are known as the first lead that any of them was."""
    first = np.full(len(lead), _MANY, dtype=np.int64)
    np.minimum.at(first, merges.survivor, np.where(lead == NEW, _MANY, lead))
    found = first[merges.survivor]
    return np.where(found == _MANY, NEW, found)


def _places(lead: Whole, among: Whole) -> Whole:
    """The position of each lead among sorted ones, -1 for those that are not there."""
    if not len(among):
        return np.full(len(lead), -1, dtype=np.int64)
    at = np.minimum(np.searchsorted(among, lead), len(among) - 1)
    return np.where(among[at] == lead, at, -1)


def _later(lead: Whole, among: Mask) -> Mask:
    """Rows whose lead an earlier one of them is, too, although nothing in them agrees: it is decided once."""
    rows = np.flatnonzero(among)
    _, first = np.unique(lead[rows], return_index=True)
    later = among.copy()
    later[rows[first]] = False
    return later


def _taken(values: Whole, at: Whole, missing: int) -> Whole:
    return np.where(at >= 0, values[at] if len(values) else missing, missing)


def _on_roster(standings: Standings, roster: Roster) -> Whole:
    """For each standing the holder's position on the roster; -1 for those who have left."""
    places = [roster.index.get(name, -1) for name in standings.reps]
    there = [at if at >= 0 and roster.reps[at].status is not Status.LEFT else -1 for at in places]
    return np.array([*there, -1], dtype=np.int64)[standings.rep]
