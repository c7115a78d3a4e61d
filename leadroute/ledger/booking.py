"""What one run books on the account of one rep, line by line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from leadroute.ledger.record import Kind
from leadroute.model.outcome import Outcome, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from leadroute.ledger.record import Decision, Entry, Run

_BY_CUSTOMER = (Reason.CUSTOMER_OWNER, Reason.CUSTOMER_DEPUTY)


class What(StrEnum):
    """What a line of a statement books."""

    ENTITLED = "entitled"
    RECEIVED = "received"
    HELD = "held"
    FREE = "free"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``units`` is what it adds to the balance, ``balance`` what that is afterwards.

    ``lead`` is 0 and texts are blank where they say nothing; ``other`` is the rep a lead came from or went to,
    ``runs`` are the runs that were taken back.
    """

    run: int
    day: date
    what: What
    units: int
    balance: int = 0
    lead: int = 0
    label: str = ""
    rule: str = ""
    pool: str = ""
    other: str = ""
    why: str = ""
    runs: tuple[int, ...] = ()


def lines_of(rep: str, run: Run, own: Sequence[Entry], decisions: Sequence[Decision]) -> Iterator[Line]:
    """The lines of a run for a rep, balances still to be filled in.

    ``own`` are the rep's entries of the run; ``decisions`` are those that gave the rep a lead, of a correction all.
    """
    if run.kind is Kind.RUN:
        return _of_run(run, own, decisions)
    if run.kind is Kind.CORRECTION:
        return _of_correction(rep, run, decisions)
    return _of_undo(run, own)


def _of_run(run: Run, own: Sequence[Entry], decisions: Sequence[Decision]) -> Iterator[Line]:
    """What was earned, a line a pool; then every lead, those of one pool sharing what was paid there."""
    paid, left = defaultdict[str, int](int), defaultdict[str, int](int)
    for pool in dict.fromkeys(line.pool for line in own):
        entitled = sum(line.entitled for line in own if line.pool == pool)
        paid[pool] = sum(line.paid for line in own if line.pool == pool)
        if entitled:
            yield Line(run.number, run.now.date(), What.ENTITLED, entitled, pool=pool)
    free = any(line.free for line in own)
    for one in decisions:
        left[one.pool] += not (free and one.reason in _BY_CUSTOMER)
    for one in decisions:
        if free and one.reason in _BY_CUSTOMER:
            yield _of_lead(run, What.FREE, 0, one)
            continue
        price = paid[one.pool] // left[one.pool]  # turns of one pool may differ by less than a millionth of a lead
        paid[one.pool] -= price
        left[one.pool] -= 1
        yield _of_lead(run, What.HELD if one.outcome is Outcome.REVIEW else What.RECEIVED, -price, one)


def _of_correction(rep: str, run: Run, decisions: Sequence[Decision]) -> Iterator[Line]:
    """Leads moved here and moved away."""
    moves = run.facts.get("moves")
    for one, (holder, units, why) in zip(decisions, moves if isinstance(moves, list) else (), strict=False):
        if holder == rep:
            yield replace(_of_lead(run, What.MOVED_AWAY, units, one), other=one.rep, why=why)
        if one.rep == rep:
            yield replace(_of_lead(run, What.MOVED_HERE, -units, one), other=holder, why=why)


def _of_undo(run: Run, own: Sequence[Entry]) -> Iterator[Line]:
    """What is given back and got back, a line a pool."""
    for pool in dict.fromkeys(line.pool for line in own):
        units = sum(line.entitled - line.paid for line in own if line.pool == pool)
        yield Line(run.number, run.now.date(), What.TAKEN_BACK, units, pool=pool, runs=run.undoes)


def _of_lead(run: Run, what: What, units: int, one: Decision) -> Line:
    return Line(run.number, run.now.date(), what, units, lead=one.lead, label=one.label, rule=one.rule, pool=one.pool)
