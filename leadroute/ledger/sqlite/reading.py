"""What the events add up to, asked in SQL."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from leadroute.ledger.record import Entry, Head, Kind, Run
from leadroute.ledger.sqlite.ask import columns, joined
from leadroute.model.outcome import Outcome
from leadroute.model.rep import Opening
from leadroute.tables.history import Sightings, Standings
from leadroute.tables.numbers import among

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from leadroute.ledger.interface import Since
    from leadroute.tables.leads import Whole

_RUNS = """SELECT number, kind, now, facts, hash, EXISTS (SELECT 1 FROM published WHERE published.run = run.number),
    IFNULL((SELECT undone.run FROM undone WHERE undone.undoes = run.number), 0) FROM run"""
# The texts put into questions here are our own, never anybody's data.
LAST = """decision.run = (SELECT MAX(later.run) FROM decision AS later
    WHERE later.lead = decision.lead AND later.run NOT IN (SELECT undoes FROM undone))"""
# CROSS JOIN: first the few runs that were taken back, then their decisions; SQLite might go through all decisions.
_FORGOTTEN = """(SELECT own.lead FROM undone CROSS JOIN decision AS own WHERE own.run = undone.undoes AND NOT EXISTS
    (SELECT 1 FROM decision AS other WHERE other.lead = own.lead AND other.run NOT IN (SELECT undoes FROM undone)))"""
_SEEN = f"""SELECT key, company, contact, lead FROM {{}}
    WHERE run NOT IN (SELECT undoes FROM undone) AND lead NOT IN {_FORGOTTEN}"""  # noqa: S608 - see LAST
_WITH_REP = f"{int(Outcome.ASSIGNED)}, {int(Outcome.REVIEW)}"
_BALANCES = """SELECT account.text, rep.text, units, latest FROM
    (SELECT account, rep, SUM(entitled - paid) AS units,
        MAX(CASE WHEN run IN (SELECT undoes FROM undone) THEN -1 ELSE last END) AS latest
        FROM entry GROUP BY account, rep) AS own
    CROSS JOIN word AS account ON account.number = own.account CROSS JOIN word AS rep ON rep.number = own.rep"""
_TAKEN = """SELECT pool.text, rep.text, got, free FROM
    (SELECT pool, rep, SUM(got) AS got, SUM(free) AS free FROM entry WHERE day >= ? GROUP BY pool, rep) AS own
    CROSS JOIN word AS pool ON pool.number = own.pool CROSS JOIN word AS rep ON rep.number = own.rep"""


def head(database: sqlite3.Connection) -> Head:
    """The latest run."""
    row = database.execute("SELECT number, hash FROM run ORDER BY number DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, b"")


def runs(database: sqlite3.Connection, latest: int) -> tuple[Run, ...]:
    """The runs, oldest first."""
    limit = latest or -1
    rows = database.execute(f"{_RUNS} ORDER BY number DESC LIMIT ?", (limit,)).fetchall()
    undoes = defaultdict[int, list[int]](list)
    for run, earlier in database.execute("SELECT run, undoes FROM undone ORDER BY run, undoes DESC"):
        undoes[run].append(earlier)
    return tuple(
        Run(run, Kind(kind), datetime.fromisoformat(now), json.loads(told), own, bool(there), undone, (*undoes[run],))
        for run, kind, now, told, own, there, undone in reversed(rows)
    )


def opening(database: sqlite3.Connection, since: Since) -> Opening:
    """Everything that must be known before the first lead of a run."""
    balances, last = {}, defaultdict[str, int](lambda: -1)
    for account, rep, balance, latest in database.execute(_BALANCES):
        balances[account, rep] = balance
        last[rep] = max(last[rep], latest)
    taken: dict[tuple[str, str], int] = defaultdict(int)
    pool_taken: dict[tuple[str, str, str], int] = {}
    held: dict[str, int] = defaultdict(int)
    for period, first in (("day", since.day), ("week", since.week), ("month", since.month), ("open", since.open)):
        for pool, rep, got, free in database.execute(_TAKEN, (first,)):
            if period == "open":
                held[rep] += got + free
                continue
            taken[rep, period] += got + free
            if pool and got:
                pool_taken[pool, rep, period] = got
    return Opening(
        balances={key: balance for key, balance in balances.items() if balance},
        open={rep: count for rep, count in held.items() if count},
        taken={key: count for key, count in taken.items() if count},
        pool_taken=pool_taken,
        last={rep: latest for rep, latest in last.items() if latest >= 0},
        sequence=max(last.values(), default=-1) + 1,
    )


def sightings(database: sqlite3.Connection, keys: Whole) -> Sightings:
    """All sightings of these keys, but for those of runs that were taken back and of leads nobody decided since."""
    most = int(np.count_nonzero(keys))
    (known,) = database.execute("SELECT COUNT(*) FROM (SELECT 1 FROM sighting LIMIT ?)", (most,)).fetchone()
    if known == most:
        question = _SEEN.format("temp.asked CROSS JOIN sighting USING (key)")
        return Sightings(*columns(joined(database, question, keys), 4))
    # Of a small ledger everything is read sooner than so many keys are looked up.
    every = columns(database.execute(_SEEN.format("sighting")), 4)
    asked = among(every[0], keys)
    return Sightings(*(column[asked] for column in every))


def standings(database: sqlite3.Connection, leads: Whole) -> Standings:
    """What was decided last about these leads."""
    question = f"""SELECT decision.lead, decision.run, place, run.day, decision.outcome, IFNULL(decision.rep, -1)
        FROM temp.asked CROSS JOIN decision JOIN run ON run.number = decision.run
        WHERE decision.lead = asked.key AND {LAST} ORDER BY decision.lead"""  # noqa: S608 - see LAST
    lead, run, place, day, outcome, rep = columns(joined(database, question, leads), 6)
    numbers, of = np.unique(rep[rep >= 0], return_inverse=True)
    holder = np.full(len(rep), -1, dtype=np.int64)
    holder[rep >= 0] = of
    return Standings(lead, run, place, day, outcome, holder, tuple(words(database, numbers)))


def company_reps(database: sqlite3.Connection, companies: Whole, since: int) -> Mapping[int, tuple[str, int]]:
    """The rep who has each company, by the first of its leads that is still with somebody; the day of the latest."""
    question = f"""SELECT decision.company, decision.rep, run.day FROM temp.asked
        CROSS JOIN sighting CROSS JOIN decision JOIN run ON run.number = decision.run
        WHERE sighting.key = asked.key AND sighting.company = 0 AND sighting.contact = 0
        AND decision.lead = sighting.lead AND decision.company = asked.key AND run.day >= ?
        AND decision.outcome IN ({_WITH_REP}) AND decision.rep IS NOT NULL AND {LAST}
        ORDER BY decision.run DESC, decision.turn DESC"""  # noqa: S608 - see LAST
    rows = joined(database, question, companies, (since,)).fetchall()
    numbers = sorted({rep for _, rep, _ in rows})
    names = dict(zip(numbers, words(database, np.array(numbers)), strict=True))
    latest = {company: day for company, _, day in reversed(rows)}
    return {company: (names[rep], latest[company]) for company, rep, _ in rows}  # the first comes last and stays


def waiting(database: sqlite3.Connection, since: int) -> list[tuple[int, int, int]]:
    """Leads in the open pool: (lead, run, position), in the order they were decided."""
    question = f"""SELECT lead, decision.run, place FROM decision JOIN run ON run.number = decision.run
        WHERE outcome = {int(Outcome.POOLED)} AND run.day >= ? AND {LAST} ORDER BY decision.run, place"""  # noqa: S608 - see LAST
    return database.execute(question, (since,)).fetchall()


def entries(database: sqlite3.Connection, rep: str, run: int) -> Iterator[tuple[int, Entry]]:
    """The lines of the account, oldest first."""
    of_run = "entry.run = ?" if run else "? = 0"
    question = f"""SELECT entry.run, account.text, pool.text, rep.text, day, entitled, paid, got, free, last FROM entry
        JOIN word AS account ON account.number = entry.account JOIN word AS pool ON pool.number = entry.pool
        JOIN word AS rep ON rep.number = entry.rep WHERE {of_run} AND ? IN ('', rep.text)
        ORDER BY entry.run, place"""  # noqa: S608 - see LAST
    for number, *line in database.execute(question, (run, rep)):
        yield number, Entry(*line)


def next_lead(database: sqlite3.Connection) -> int:
    """The first number that no lead has."""
    return int(database.execute("SELECT IFNULL(MAX(lead), 0) + 1 FROM decision").fetchone()[0])


def words(database: sqlite3.Connection, numbers: Whole) -> list[str]:
    """The texts that numbers stand for."""
    return [
        database.execute("SELECT text FROM word WHERE number = ?", (number,)).fetchone()[0]
        for number in numbers.tolist()
    ]
