"""What must be true of an office's ledger at any moment and of every run; told from its rows, not by leadroute."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leadroute.commands.recall import first_day, since_of
from leadroute.commands.remember import files_of
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.model.rep import Status
from leadroute.model.rulebook import Reenter
from tests.ledger.oracle import ASSIGNED, POOLED, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.ledger.office import Made, Office
    from tests.ledger.oracle import Decision, Line, Rows, Sums


def in_order(office: Office, before: Rows | None) -> Rows:
    """The ledger adds up, says the same as its rows, and has kept everything it held before."""
    rows = rows_of(office.path)
    assert rows.wrong() == []
    for name, old in before.tables.items() if before else ():
        assert set(old) <= set(rows.tables[name]), name
    since = since_of(office.now.date(), office.book.memory.open_for)
    with SqliteLedger(office.path) as ledger:
        assert list(ledger.verify()) == []
        told = ledger.opening(since)
        assert all(files_of(run).lost == () for run in ledger.runs(latest=1))
    sums = rows.sums(since)
    assert {key: value for key, value in told.balances.items() if value} == sums.balances
    assert {key: value for key, value in told.open.items() if value} == sums.open
    assert {key: value for key, value in told.taken.items() if value} == sums.taken
    assert {key: value for key, value in told.pool_taken.items() if value} == sums.pool_taken
    assert (told.last, told.sequence) == (sums.last, sums.sequence)
    return rows


def fair_and_once(office: Office, made: Made) -> None:
    """Every lead that was to be decided was, once, and no other; nobody got what nobody may have."""
    new = new_decisions(made)
    held, asked = holders(office, made.before), {row.person for row in made.file.rows}
    due = {who for who in asked if who not in held or not settled(office, made.before, held[who])}
    waiting = {who for who, one in held.items() if one.outcome == POOLED}
    again = {who for who in waiting if fresh(office, made.before, held[who].run)}
    if office.book.memory.reenter is not Reenter.NEVER:
        due |= again
    if new or due - waiting:
        assert Counter(office.person(one.file, one.row) for one in new) == Counter(due), (new, due, held)
    people: dict[int, set[int]] = {}
    for one in made.after.decisions:
        people.setdefault(one.lead, set()).add(office.person(one.file, one.row))
    assert all(len(who) == 1 for who in people.values()), people
    assert all(on_duty(office, one.rep) for one in new if one.rep)
    sums = made.after.sums(since_of(office.now.date(), office.book.memory.open_for))
    runs = {one.run for one in new}
    for line in made.after.lines:
        if line.run in runs and line.got + line.free:
            assert not above_caps(office, sums, line), line


def shown(office: Office, made: Made) -> None:
    """A settled lead shows the owner it has, and nobody else's."""
    assert made.prepared is not None
    assert made.decided is not None
    known, origin, reps = made.decided.plan.known, made.prepared.leads.origin, office.roster.reps
    assert known is not None
    held = holders(office, made.before)
    for at, (name, row) in enumerate(zip(origin.table.tolist(), origin.row.tolist(), strict=True)):
        one = held.get(office.person(origin.tables[name][0], row))
        if one is None:
            assert not known.settled[at]
        elif settled(office, made.before, one):
            assert known.settled[at]
            assert (reps[known.rep[at]].id if known.rep[at] >= 0 else "") == (
                one.rep if one.outcome == ASSIGNED else ""
            )
        else:
            assert known.rep[at] == -1


def new_decisions(made: Made) -> list[Decision]:
    """What the run decided."""
    return [one for one in made.after.decisions if made.before is None or one.run not in made.before.days]


def decided_by(office: Office, made: Made) -> set[int]:
    """Whom the run decided about."""
    return {office.person(one.file, one.row) for one in new_decisions(made)}


def holders(office: Office, rows: Rows | None) -> Mapping[int, Decision]:
    """For each person the decision that stands."""
    standing = sorted(rows.standing().values(), key=lambda one: one.run) if rows else ()
    return {office.person(one.file, one.row): one for one in standing}


def settled(office: Office, rows: Rows | None, one: Decision) -> bool:
    """Whether a decision still holds: not too old, nobody waits, and whoever has the lead has not left."""
    if one.outcome == POOLED or not fresh(office, rows, one.run):
        return False
    return one.outcome != ASSIGNED or (one.rep in office.people and office.people[one.rep].status is not Status.LEFT)


def fresh(office: Office, rows: Rows | None, run: int) -> bool:
    """Whether what a run decided is not too old."""
    return rows is not None and rows.days[run] >= first_day(office.now.date(), office.book.memory.known_for)


def on_duty(office: Office, rep: str) -> bool:
    """By the roster alone."""
    one, today = office.people.get(rep), office.now.replace(tzinfo=None)
    away = any(leave.rep == rep and leave.start <= today < leave.end for leave in office.leaves)
    return one is not None and one.status is Status.ACTIVE and not away


def above_caps(office: Office, sums: Sums, line: Line) -> list[str]:
    """The caps that somebody who got leads is above: own ones, those of the pool for each, those of the pool."""
    own, pool = office.people[line.rep].caps, office.book.pools.get(line.pool)
    counts = [("own open", sums.open.get(line.rep, 0), own.open)]
    for period in ("day", "week", "month"):
        counts.append((f"own {period}", sums.taken.get((line.rep, period), 0), own.of(period)))
        if pool is not None and line.got:
            through = {rep: n for (name, rep, at), n in sums.pool_taken.items() if (name, at) == (line.pool, period)}
            counts.append((f"each {period}", through[line.rep], pool.caps.of(period)))
            counts.append((f"pool {period}", sum(through.values()), pool.total.of(period)))
    return [f"{name}: {count} of {cap}" for name, count, cap in counts if cap is not None and count > cap]
