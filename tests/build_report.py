"""Small plans whose decisions are written down, not made: for tests of what is measured and shown.

A row is ``[N*] file grade reason [rep [pool]]``, such as ``3* a.csv A rule R1 east``; ``-`` stands for nothing. The
reason tells the outcome. Everybody named in ``pools`` is eligible for a turn of that pool, and balances follow, so a
plan built here keeps every law unless the rows break one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from leadroute.engine.account import accruals
from leadroute.engine.plan import DEFAULT, NOT_ASKED, Circle, Decisions, Line, Matches, Plan, Scores
from leadroute.model.outcome import Outcome, Reason
from leadroute.model.rep import Caps, Leave, Opening, Rep, Roster, Status
from leadroute.model.rulebook import (
    ALWAYS,
    AssignPool,
    Fairness,
    Lane,
    Members,
    Pool,
    Rule,
    Rulebook,
    Score,
)
from leadroute.tables.leads import Leads, Origin, text_column
from leadroute.tables.merges import CustomerMatches, Merges, SharedValue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOW = datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001 (local time of the rulebook's zone, as plans keep it)
_BEFORE_RULES = {Reason.CUSTOMER_OWNER, Reason.CUSTOMER_DEPUTY, Reason.CUSTOMER_CONFLICT, Reason.BIG_CLUSTER}


def rep(id_: str, name: str = "", weight: str = "1", **more: object) -> Rep:
    """A rep; weights as text such as ``3/2``."""
    return Rep(id_, name or id_, weight=Fraction(weight), **more)  # type: ignore[arg-type]


def roster(*reps: Rep, leaves: Sequence[Leave] = ()) -> Roster:
    """A roster of these reps, sorted as rosters are."""
    return Roster(tuple(sorted(reps, key=lambda each: each.id)), tuple(leaves), "reps.xlsx")


def book(pools: Mapping[str, str | Pool], **more: object) -> Rulebook:
    """A rulebook with pools (name → ids of members, or all of it) and one rule for each of them."""
    made = {
        name: ids if isinstance(ids, Pool) else Pool(name, Members(named=tuple(ids.split())))
        for name, ids in pools.items()
    }
    rules = tuple(Rule(f"to {name}", ALWAYS, AssignPool(name)) for name in pools)
    given = {"pools": made, "rules": rules, "score": Score(grades=(("A", 80.0), ("B", 40.0)))}
    return Rulebook(name="Q4", file="rules.yaml", **{**given, **more})  # type: ignore[arg-type]


@dataclass
class _Row:
    file: str
    grade: str
    reason: Reason
    rep: str = ""
    pool: str = ""


@dataclass
class _Bank:
    """Turns as they are taken: circles, lines and balances."""

    roster: Roster
    book: Rulebook
    opening: Opening
    circles: dict[str, tuple[int, Circle]] = field(default_factory=dict)
    entitled: Counter[tuple[str, int]] = field(default_factory=Counter)
    paid: Counter[tuple[str, int]] = field(default_factory=Counter)
    got: Counter[tuple[str, int]] = field(default_factory=Counter)
    free: Counter[tuple[str, int]] = field(default_factory=Counter)

    def turn(self, pool: str, rep: int) -> tuple[int, int]:
        """Let a circle accrue and the receiver pay; return the circle and the receiver's balance."""
        number, circle = self._circle(pool, rep)
        for member, units in zip(circle.members, circle.accrual, strict=True):
            self.entitled[pool, member] += units
        balance = self._balance(rep)
        self.paid[pool, rep] += circle.price
        self.got[pool, rep] += 1
        return number, balance

    def _circle(self, pool: str, rep: int) -> tuple[int, Circle]:
        key = pool or f"alone {rep}"
        if key not in self.circles:
            named = self.book.pools[pool].members.named if pool else ()
            members = tuple(self.roster.index[who] for who in named) or (rep,)
            earned, price = accruals([self.roster.reps[member].weight for member in members])
            self.circles[key] = (len(self.circles), Circle(pool, "", members, earned, price))
        return self.circles[key]

    def _balance(self, rep: int) -> int:
        before = self.opening.balances.get(("", self.roster.reps[rep].id), 0)
        earned = sum(units for (_, who), units in self.entitled.items() if who == rep)
        return before + earned - sum(units for (_, who), units in self.paid.items() if who == rep)

    def lines(self) -> tuple[Line, ...]:
        keys = sorted({*self.entitled, *self.paid, *self.free})
        return tuple(Line("", *key, self.entitled[key], self.paid[key], self.got[key], self.free[key]) for key in keys)

    def closing(self) -> Opening:
        taken = self.got + self.free
        held = {
            who.id: self.opening.held(who) + sum(leads for (_, at), leads in taken.items() if at == position)
            for position, who in enumerate(self.roster.reps)
        }
        balances = {("", who.id): self._balance(at) for at, who in enumerate(self.roster.reps)}
        return Opening(balances=balances, open=held)


def plan(
    people: Roster,
    rulebook: Rulebook,
    rows: str,
    *,
    now: datetime = NOW,
    opening: Opening | None = None,
    shared: Sequence[SharedValue] = (),
    unknown: Mapping[tuple[int, str], int] | None = None,
) -> Plan:
    """A plan with these decisions; ``unknown`` counts rows undecided for want of a value by (rule, field)."""
    read = _rows(rows)
    bank = _Bank(people, rulebook, opening or Opening())
    missing = dict(unknown or {})
    decisions = _decisions(read, bank)
    return Plan(
        now=now,
        rulebook=rulebook,
        roster=people,
        opening=bank.opening,
        closing=bank.closing(),
        leads=_leads(read),
        merges=_merges(len(read), shared),
        customers=_no_customers(len(read)),
        scores=Scores(np.zeros(len(read)), np.zeros(len(read), dtype=np.int32), ((),)),
        matches=Matches(
            rule=np.array([_rule(row, list(rulebook.pools)) for row in read], dtype=np.int16),
            met=np.zeros(len(read), dtype=np.int32),
            combinations=((),),
            review=np.zeros(len(read), dtype=np.bool_),
            unknown=tuple(
                sum(count for (at, _), count in missing.items() if at == rule) for rule in range(len(rulebook.rules))
            ),
            missing=missing,
        ),
        decisions=decisions,
        lines=bank.lines(),
    )


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    for line in filter(str.strip, text.splitlines()):
        times, _, rest = line.rpartition("*")
        file, grade, reason, *more = ("" if word == "-" else word for word in rest.split())
        rows += [_Row(file, grade, Reason[reason.upper()], *more) for _ in range(int(times or 1))]
    return rows


def _outcome(reason: Reason) -> Outcome:
    return Outcome(min(reason // 20, Outcome.ARCHIVED))


def _rule(row: _Row, pools: list[str]) -> int:
    if _outcome(row.reason) in {Outcome.DUPLICATE, Outcome.INVALID} or row.reason in _BEFORE_RULES:
        return NOT_ASKED
    if row.reason in {Reason.DEFAULT, Reason.NO_RULE} or row.pool not in pools:
        return DEFAULT
    return pools.index(row.pool)


def _decisions(rows: list[_Row], bank: _Bank) -> Decisions:
    pools = tuple(bank.book.pools)
    owners = [bank.roster.index[row.rep] if row.rep else -1 for row in rows]
    turns = [_turn(row, owner, bank) for row, owner in zip(rows, owners, strict=True)]
    settled = {Outcome.DUPLICATE, Outcome.INVALID, Outcome.ARCHIVED}
    return Decisions(
        outcome=np.array([_outcome(row.reason) for row in rows], dtype=np.uint8),
        reason=np.array([row.reason for row in rows], dtype=np.uint8),
        rep=np.array(owners, dtype=np.int32),
        pool=np.array([pools.index(row.pool) if row.pool else -1 for row in rows], dtype=np.int16),
        pools=pools,
        lane=np.full(len(rows), len(bank.book.lanes), dtype=np.int8),
        turn=np.array([-1 if _outcome(row.reason) in settled else at for at, row in enumerate(rows)], dtype=np.int32),
        circle=np.array([number for number, _ in turns], dtype=np.int32),
        balance=np.array([balance for _, balance in turns], dtype=np.int64),
        circles=tuple(circle for _, circle in bank.circles.values()),
    )


def _turn(row: _Row, owner: int, bank: _Bank) -> tuple[int, int]:
    if owner < 0:
        return -1, 0
    if row.reason is Reason.CUSTOMER_OWNER:
        bank.free[row.pool, owner] += 1
        return -1, 0
    return bank.turn(row.pool, owner)


def _leads(rows: list[_Row]) -> Leads:
    files = list(dict.fromkeys(row.file for row in rows))
    table = np.array([files.index(row.file) for row in rows], dtype=np.int16)
    raw = pd.DataFrame({"company": [f"公司{at}" for at in range(len(rows))]}, dtype="str")
    origin = Origin(tuple((file, "") for file in files), table, np.arange(2, len(rows) + 2, dtype=np.int32))
    return Leads(raw, {"company": "公司"}, {"grade": text_column([row.grade for row in rows])}, origin)


def _merges(rows: int, shared: Sequence[SharedValue]) -> Merges:
    alone = np.full(rows, -1, dtype=np.int32)
    nothing = np.zeros(rows, dtype=np.bool_)
    return Merges(np.arange(rows, dtype=np.int32), alone, alone.astype(np.int16), ("phone",), nothing, tuple(shared))


def _no_customers(rows: int) -> CustomerMatches:
    none = np.full(rows, -1, dtype=np.int32)
    return CustomerMatches(None, none, none.astype(np.int16), none, np.zeros(rows, dtype=np.bool_))


__all__ = ["NOW", "Caps", "Fairness", "Lane", "Leave", "Opening", "Status", "book", "plan", "rep", "roster"]
