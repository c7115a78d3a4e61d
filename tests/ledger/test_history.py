"""Any sequence of runs, corrections and undos: what the ledger says is what an oracle of our own says."""

from __future__ import annotations

import os
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from leadroute.commands.recall import since_of
from leadroute.engine.account import UNIT
from leadroute.ledger.record import Kind
from leadroute.ledger.statement import Period, statement, sums, totals
from leadroute.ledger.undoing import hindrance, in_the_way, together
from tests.build import NOW, book, leads, pool, roster
from tests.ledger.build import correct, new_ledger, run, undo
from tests.ledger.chronicle import Oracle

if TYPE_CHECKING:
    from leadroute.ledger.record import Decision

DEEP = bool(os.environ.get("LEADROUTE_DEEP"))
REPS = ("A", "B 2", "C 1.5 day=4")
NAMES = tuple(f"L{at}" for at in range(9))
RULES = book(pool())
STATES = ("", "left", "inactive")


class History(RuleBasedStateMachine):
    """A ledger and its oracle, told the same."""

    def __init__(self) -> None:
        """Begin with an empty ledger."""
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.ledger = new_ledger(Path(self.folder.name))
        self.oracle = Oracle()
        self.now = NOW

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.ledger.close()
        self.folder.cleanup()

    @initialize()
    def first_run(self) -> None:
        """Give out the first leads."""
        self.deal(list(NAMES[:5]), ["", "", ""], 0)

    @rule(
        names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True),
        states=st.lists(st.sampled_from(STATES), min_size=3, max_size=3),
        hours=st.sampled_from([1, 20, 200]),
    )
    def deal(self, names: list[str], states: list[str], hours: int) -> None:
        """Run over some leads, known or not, with some reps away or gone."""
        self.now += timedelta(hours=hours)
        rows = [f"{name}|+861380000000{name[1]}|firm {int(name[1]) % 5}" for name in names]
        people = roster(*(f"{rep} {state}".strip() for rep, state in zip(REPS, states, strict=True)))
        decided, made = run(self.ledger, leads("\n".join(["lead_id|phone|company", *rows])), people, RULES, self.now)
        self.oracle.run(made.number, decided.plan)

    @precondition(lambda self: self.oracle.owners())
    @rule(data=st.data(), to=st.lists(st.sampled_from("ABC"), min_size=1, max_size=3))
    def move(self, data: st.DataObject, to: list[str]) -> None:
        """Move some leads by hand, those that wait in the open pool among them."""
        known = sorted(self.oracle.owners())
        names = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=len(to), unique=True))
        wanted = {name: rep for name, rep in zip(names, to, strict=False) if self.oracle.owners()[name][1] != rep}
        if wanted:
            self.now += timedelta(hours=1)
            made = correct(self.ledger, wanted, self.now)
            self.oracle.correct(made.number, self.now, wanted, UNIT)

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        """Take a run or a correction back, and with it what depends on it."""
        wanted = data.draw(st.sampled_from([run.number for run in self.ledger.runs()]))
        if hindrance(wanted, self.ledger.runs()) is not None:
            return
        alone = self.oracle.later(wanted) == []
        assert self.ledger.later(wanted) == self.oracle.later(wanted)
        assert (in_the_way(wanted, self.ledger.later) is None) == alone
        runs = together(wanted, self.ledger.later)
        self.now += timedelta(hours=1)
        undo(self.ledger, *runs, now=self.now)
        self.oracle.undone |= {*runs}

    @invariant()
    def the_ledger_is_whole(self) -> None:
        """Nothing was changed, every account adds up to zero."""
        assert list(self.ledger.verify()) == []
        assert self.ledger.latest_holds()

    @invariant()
    def it_opens_as_the_oracle_says(self) -> None:
        """Balances, loads, caps and turns."""
        opening = self.ledger.opening(since := since_of(self.now.date(), RULES.memory.open_for))
        assert {rep: units for (_, rep), units in opening.balances.items()} == self.oracle.balances()
        assert sum(opening.balances.values()) == 0
        days = {"day": since.day, "week": since.week, "month": since.month}
        taken = {(rep, period): n for period, day in days.items() for rep, n in self.oracle.taken(day).items()}
        assert (opening.taken, opening.open) == (taken, self.oracle.taken(since.open))
        assert (opening.last, opening.sequence) == (
            self.oracle.last(),
            max(self.oracle.last().values(), default=-1) + 1,
        )

    @invariant()
    def every_lead_stands_as_the_oracle_says(self) -> None:
        """Whoever has a lead, and that no lead is known under two numbers."""
        called = self.ledger.called([f"{name} firm {int(name[1]) % 5}" for name in NAMES])
        standing = {}
        for name, numbers in called.items():
            for number in numbers:
                (found,) = self.ledger.latest(np.array([number], dtype=np.int64))
                standing[name.split()[0]] = (found.outcome, found.rep)
            assert len(numbers) == 1
        assert standing == self.oracle.owners()

    @invariant()
    def statements_add_up(self) -> None:
        """For every rep over any days, and to zero over all."""
        runs, entries = self.ledger.runs(), list(self.ledger.entries())
        days = sorted({run.now.date() for run in runs})
        for period in (Period(), *(Period(days[len(days) // 2], days[-1]) for _ in days[:1]), Period(last=days[0])):
            assert not any(sums(runs, entries, period).values())
            for total in totals(runs, entries, period):
                decisions = {run.number: self._told(total.rep, run.number, run.kind) for run in runs}
                assert statement(total, runs, entries, decisions, period).adds_up
        closing = {total.rep: total.closing for total in totals(runs, entries, Period())}
        assert {rep: units for rep, units in closing.items() if units} == self.oracle.balances()

    def _told(self, rep: str, number: int, kind: Kind) -> list[Decision]:
        return list(self.ledger.decided(number) if kind is Kind.CORRECTION else self.ledger.received(rep, [number]))


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=200 if DEEP else 12, stateful_step_count=25 if DEEP else 10, deadline=None)
