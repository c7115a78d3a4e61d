"""The statement of a rep: opening balance + entitled - received ± corrections = closing, line by line.

Everything is in units of the account. A run is booked on its own day; what it takes back or moves keeps the day it was
made for only where caps are counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadroute.ledger.booking import Line, lines_of
from leadroute.ledger.record import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from leadroute.ledger.record import Decision, Run

    Entries = Sequence[tuple[int, Entry]]


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day of a statement, both included; ``None``: from the beginning, up to now."""

    first: date | None = None
    last: date | None = None

    def before(self, run: Run) -> bool:
        """Whether a run lies before it."""
        return self.first is not None and run.now.date() < self.first

    def holds(self, run: Run) -> bool:
        """Whether a run lies in it."""
        return not self.before(run) and (self.last is None or run.now.date() <= self.last)


@dataclass(frozen=True, slots=True)
class Total:
    """The account of one rep over a period, from the entries alone; ``leads`` counts those received and kept."""

    rep: str
    opening: int = 0
    entitled: int = 0
    received: int = 0
    corrected: int = 0
    leads: int = 0

    @property
    def closing(self) -> int:
        """The balance at the end."""
        return self.opening + self.entitled - self.received + self.corrected


@dataclass(frozen=True, slots=True)
class Statement:
    """The account of one rep, line by line, beside the same from the entries alone."""

    rep: str
    period: Period
    lines: tuple[Line, ...]
    total: Total

    @property
    def closing(self) -> int:
        """The balance after the last line."""
        return self.lines[-1].balance if self.lines else self.total.opening

    @property
    def adds_up(self) -> bool:
        """Whether the lines lead to what the entries add up to."""
        return self.closing == self.total.closing


def totals(runs: Sequence[Run], entries: Entries, period: Period) -> tuple[Total, ...]:
    """The account of everybody over a period, sorted by rep."""
    by_number = {run.number: run for run in runs}
    found: dict[str, Total] = {}
    for number, line in entries:
        run, old = by_number[number], found.get(line.rep, Total(line.rep))
        if period.before(run):
            found[line.rep] = replace(old, opening=old.opening + line.entitled - line.paid)
        elif period.holds(run):
            found[line.rep] = _with(old, line, run.kind)
    return tuple(found[rep] for rep in sorted(found))


def sums(runs: Sequence[Run], entries: Entries, period: Period) -> dict[str, int]:
    """What the balances of each account add up to at the end of a period: zero, or something is wrong."""
    ended = {run.number for run in runs if period.before(run) or period.holds(run)}
    found = defaultdict[str, int](int)
    for number, line in entries:
        if number in ended:
            found[line.account] += line.entitled - line.paid
    return dict(found)


def statement(
    total: Total, runs: Iterable[Run], entries: Entries, decisions: Mapping[int, Sequence[Decision]], period: Period
) -> Statement:
    """The statement of the rep of a total.

    ``decisions`` are by run: of a run those that gave the rep a lead, of a correction all.
    """
    own = defaultdict[int, list[Entry]](list)
    for number, line in entries:
        if line.rep == total.rep:
            own[number].append(line)
    lines: list[Line] = []
    balance = total.opening
    for run in runs:
        if period.holds(run) and own[run.number]:
            for booked in lines_of(total.rep, run, own[run.number], decisions.get(run.number, ())):
                balance += booked.units
                lines.append(replace(booked, balance=balance))
    return Statement(total.rep, period, tuple(lines), total)


def _with(old: Total, line: Entry, kind: Kind) -> Total:
    leads = old.leads + line.got + line.free
    if kind is not Kind.RUN:
        return replace(old, corrected=old.corrected + line.entitled - line.paid, leads=leads)
    return replace(old, entitled=old.entitled + line.entitled, received=old.received + line.paid, leads=leads)
