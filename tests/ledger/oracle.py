"""What the rows of a ledger add up to, in plain Python: the ledger's own answers are compared with these."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from leadroute.ledger.interface import Since

ASSIGNED, POOLED, REVIEW = 0, 1, 2
_Key = TypeVar("_Key")
_TABLES = ("run", "word", "decision", "entry", "sighting", "cells", "undone", "published")


@dataclass(frozen=True, slots=True)
class Decision:
    """A lead in a run: its place in the input, what became of it, and who got it."""

    run: int
    lead: int
    file: str
    row: int
    outcome: int
    rep: str
    turn: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the account."""

    run: int
    account: str
    pool: str
    rep: str
    day: int
    entitled: int
    paid: int
    got: int
    free: int
    last: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What is true before a run, as ``model.rep.Opening`` says it; zeros are left out."""

    balances: dict[tuple[str, str], int]
    open: dict[str, int]
    taken: dict[tuple[str, str], int]
    pool_taken: dict[tuple[str, str, str], int]
    last: dict[str, int]
    sequence: int


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything a ledger holds."""

    tables: dict[str, list[tuple[object, ...]]]
    decisions: tuple[Decision, ...]
    lines: tuple[Line, ...]
    days: dict[int, int]
    undone: frozenset[int]

    def standing(self) -> dict[int, Decision]:
        """The last decision of each lead that was not taken back."""
        found: dict[int, Decision] = {}
        for one in self.decisions:  # in order of their runs
            if one.run not in self.undone:
                found[one.lead] = one
        return found

    def of(self, run: int) -> list[Decision]:
        """The decisions of a run."""
        return [one for one in self.decisions if one.run == run]

    def sums(self, since: Since) -> Sums:
        """The state before the next run."""
        balances, open_ = Counter[tuple[str, str]](), Counter[str]()
        taken, pool_taken = Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
        last = defaultdict[str, int](lambda: -1)
        for line in self.lines:
            balances[line.account, line.rep] += line.entitled - line.paid
            for period, first in (("day", since.day), ("week", since.week), ("month", since.month)):
                if line.day >= first:
                    taken[line.rep, period] += line.got + line.free
                    pool_taken[line.pool, line.rep, period] += line.got if line.pool else 0
            if line.day >= since.open:
                open_[line.rep] += line.got + line.free
            if line.run not in self.undone:
                last[line.rep] = max(last[line.rep], line.last)
        return Sums(
            _some(balances),
            _some(open_),
            _some(taken),
            _some(pool_taken),
            {rep: turn for rep, turn in last.items() if turn >= 0},
            max(last.values(), default=-1) + 1,
        )

    def wrong(self) -> list[str]:
        """Accounts that are not zero, and lines that are not what the decisions say."""
        kinds = {number: kind for number, kind, *_ in self.tables["run"]}
        totals, back = Counter[tuple[int, str]](), Counter[tuple[str, str, str, int, str]]()
        got, given = Counter[str](), Counter[str]()
        for line in self.lines:
            totals[line.run, line.account] += line.entitled - line.paid
            got[line.rep] += line.got + line.free
            if line.run in self.undone or kinds[line.run] == "undo":
                for figure in ("entitled", "paid", "got", "free"):
                    back[line.account, line.pool, line.rep, line.day, figure] += getattr(line, figure)
        holder: dict[int, str] = {}
        for one in self.decisions:
            if one.run not in self.undone:
                if kinds[one.run] == "correction":
                    given[holder.get(one.lead, "")] -= 1
                given[one.rep] += 1
                holder[one.lead] = one.rep
        return [
            *(f"account {key} is off by {total}" for key, total in totals.items() if total),
            *(f"{key} was not taken back whole" for key, rest in back.items() if rest),
            *(
                f"{rep}: {got[rep]} entered, {given[rep]} given"
                for rep in {*got, *given} - {""}
                if got[rep] != given[rep]
            ),
        ]


def rows_of(path: Path) -> Rows:
    """Read a ledger without leadroute."""
    with sqlite3.connect(path) as database:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables = {name: sorted(database.execute(f"SELECT * FROM {name}")) for name in _TABLES if name in there}  # noqa: S608
    words: dict[object, str] = {number: text for number, text, _ in tables["word"]} | {None: ""}
    decisions = (
        Decision(run, lead, words[file], row, outcome, words[rep], turn)
        for run, _, lead, file, row, _, _, outcome, _, _, _, rep, turn, _ in tables["decision"]
    )
    lines = (
        Line(run, words[account], words[pool], words[rep], *more)
        for run, _, account, pool, rep, *more in tables["entry"]
    )
    days = {number: day for number, _, _, day, _, _ in tables["run"]}
    undone = frozenset(undoes for undoes, _ in tables.get("undone", ()))
    return Rows(tables, tuple(decisions), tuple(lines), days, undone)


def _some(counts: Counter[_Key]) -> dict[_Key, int]:
    return {key: count for key, count in counts.items() if count}
