"""A ledger lives through anything, in any order, and its laws hold after every step."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from leadroute.commands.exits import Exit
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.model.pool import Strategy
from leadroute.model.rep import Caps, Leave, Status
from leadroute.model.rulebook import AssignRep, Fairness, MemoryPolicy, Reenter, Reject, Review, Rule, Rulebook, Scope
from tests.build import book, holds, pool, rep
from tests.build import rule as to
from tests.ledger.office import File, Made, Office, Row
from tests.ledger.office_hindsight import moved, taken_back
from tests.ledger.office_laws import decided_by, fair_and_once, holders, in_order, shown
from tests.ledger.oracle import ASSIGNED, POOLED
from tests.ledger.sweeps import DEEP

if TYPE_CHECKING:
    from tests.ledger.oracle import Rows

STAFF = ("A", "B", "C", "D", "E")
CAPS = st.builds(
    Caps, *(st.sampled_from([None, None, None, high, low]) for high, low in ((9, 3), (4, 1), (8, 3), (12, 5)))
)
WEIGHTS = st.sampled_from([Fraction(1), Fraction(2), Fraction("2.5"), Fraction(0), Fraction(1, 3)])
PEOPLE = st.sampled_from(STAFF)
LIMITS = st.sampled_from([Caps(), Caps(), Caps(day=2), Caps(week=3), Caps(month=4, day=3)])
MEMORY = st.builds(
    MemoryPolicy,
    known_for=st.sampled_from([timedelta(days=365), timedelta(days=20)]),
    open_for=st.sampled_from([timedelta(days=30), timedelta(days=2)]),
    reenter=st.sampled_from(Reenter),
)
FAIRNESS = st.builds(Fairness, scope=st.sampled_from(Scope), catch_up=st.sampled_from([0, 0, 2, None]))
BOOKS = st.builds(
    lambda few, each, whole, strategy, fairness, memory: book(
        pool("all", when_full=("few",), strategy=strategy),
        pool("few", " ".join(sorted(few)), caps=each, total=whole),
        to("few", holds("product", "eq", "b"), name="few"),
        Rule("never", holds("product", "eq", "c"), Reject()),
        Rule("look", holds("product", "eq", "d"), Review("boss", "few")),
        Rule("named", holds("product", "eq", "e"), AssignRep("B", "few")),
        to("all", name="all"),
        fairness=fairness,
        memory=memory,
    ),
    st.sets(PEOPLE, min_size=1),
    LIMITS,
    LIMITS,
    st.sampled_from([Strategy.WEIGHTED, Strategy.ROUND_ROBIN, Strategy.LEAST_LOADED]),
    FAIRNESS,
    MEMORY,
)
TOLD = st.sampled_from(["all", "phone", "email", "name"])
AGAIN = st.lists(st.tuples(st.integers(0, 60), TOLD), max_size=4)


class Life(RuleBasedStateMachine):
    """Everything that happens to an office and its ledger."""

    steps = 0

    def __init__(self) -> None:
        """Begin without a ledger."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="leadroute-life-"))
        self.office = Office(self.folder, {name: rep(name) for name in STAFF[:3]}, book(pool()))
        self.people = 0
        self.before: Rows | None = None

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    @initialize(rules=BOOKS, new=st.integers(1, 6))
    def opens(self, rules: Rulebook, new: int) -> None:
        """The first run makes the ledger."""
        self.office.book = rules
        self._run(self._file(new, []))

    @rule(new=st.integers(0, 9), again=AGAIN)
    def assigns(self, new: int, again: list[tuple[int, str]]) -> None:
        """New leads, known ones again, some twice, some by one key only."""
        self._run(self._file(new, again))

    @rule(new=st.integers(0, 6), again=AGAIN)
    def assigns_a_file_twice(self, new: int, again: list[tuple[int, str]]) -> None:
        """The second time nothing is decided, but for leads that wait."""
        file = self._file(new, again)
        self._run(file)
        made = self._run(file)
        waiting = {who for who, one in holders(self.office, made.before).items() if one.outcome == POOLED}
        assert decided_by(self.office, made) <= waiting
        if not waiting:
            assert made.before == made.after

    @rule(new=st.integers(1, 6), again=AGAIN, taken=st.booleans())
    def dies(self, new: int, again: list[tuple[int, str]], taken: bool) -> None:  # noqa: FBT001 - drawn
        """A run dies before the ledger took it, or after; the next start clears up or finishes."""
        made, codes = self.office.dies(self._file(new, again), taken=taken)
        assert codes == ["LR720" if taken else "LR723"]
        assert not [path for path in self.office.out.iterdir() if path.is_dir()]
        if taken:
            fair_and_once(self.office, made)
        else:
            assert made.before == made.after

    @rule(new=st.integers(0, 4), again=AGAIN)
    def only_looks(self, new: int, again: list[tuple[int, str]]) -> None:
        """A run that is only to be seen changes nothing."""
        before = self.office.rows
        self.office.looked(self._file(new, again))
        assert before == self.office.rows

    @rule(new=st.integers(1, 8), cuts=st.sets(st.integers(1, 7), max_size=3))
    def cuts_into_runs(self, new: int, cuts: set[int]) -> None:
        """On copies: new leads in one run or in several go to the same people."""
        file = self._file(new, [])
        edges = [0, *sorted(cut for cut in cuts if cut < new), new]
        parts = [self.office.file(file.rows[first:last]) for first, last in pairwise(edges)]
        rules = replace(self.office.book, memory=replace(self.office.book.memory, reenter=Reenter.NEVER))
        with self._copy("whole") as whole, self._copy("cut") as cut, self._copy("twin") as twin:
            in_one = self.office.owners(whole, [file], rules)
            assert self.office.owners(cut, parts, rules) == in_one
            self.office.owners(twin, [file], rules)
            assert twin.head() == whole.head()

    @rule(which=st.integers(0, 9), with_later=st.booleans())
    def takes_a_run_back(self, which: int, with_later: bool) -> None:  # noqa: FBT001 - drawn
        """A run is undone; it is refused when later ones depend on it, or when there is nothing to undo."""
        before = self.office.rows
        assert before is not None
        run = sorted(before.days)[which % len(before.days)]
        if stop := taken_back(self.office, run, with_later=with_later):
            assert stop.exit is Exit.NO
            assert before == self.office.rows
        else:
            after = self.office.rows
            assert after is not None
            assert run in after.undone - before.undone

    @rule(who=st.sets(st.integers(0, 60), min_size=1, max_size=3), to=PEOPLE, charge=st.booleans())
    def moves_leads(self, who: set[int], to: str, charge: bool) -> None:  # noqa: FBT001 - drawn
        """Leads get another owner by hand."""
        held = holders(self.office, self.office.rows)
        some = {one: (held[one].lead, to) for one in who & held.keys()}
        if not some or to not in self.office.people or self.office.people[to].status is Status.LEFT:
            return
        new = {one for one in some if (held[one].outcome, held[one].rep) != (ASSIGNED, to)}
        assert moved(self.office, some, charge=charge) == bool(new)
        now = holders(self.office, self.office.rows)
        assert all((now[one].outcome, now[one].rep) == (ASSIGNED, to) for one in some)
        assert all(now[one] == held[one] for one in held.keys() - new)

    @rule(hours=st.sampled_from([1, 5, 24, 24, 48, 24 * 7, 24 * 25]))
    def time_goes_on(self, hours: int) -> None:
        """An hour, a day, a week, a month."""
        self.office.now += timedelta(hours=hours)

    @rule(rules=BOOKS)
    def rulebook_changes(self, rules: Rulebook) -> None:
        """Other pools, caps, scopes, other memory."""
        self.office.book = rules

    @rule(who=PEOPLE, weight=WEIGHTS, caps=CAPS)
    def somebody_changes(self, who: str, weight: Fraction, caps: Caps) -> None:
        """Another weight and other caps, for one who may be new."""
        self.office.people[who] = replace(self.office.people.get(who, rep(who)), weight=weight, caps=caps)

    @rule(who=PEOPLE, status=st.sampled_from(Status))
    def standing_changes(self, who: str, status: Status) -> None:
        """Somebody leaves, is put aside, comes back."""
        if who in self.office.people:
            self.office.changed(who, status=status)

    @rule(who=PEOPLE)
    def somebody_is_renamed(self, who: str) -> None:
        """Another name, the same id."""
        if who in self.office.people:
            self.office.changed(who, name=f"{self.office.people[who].name} the second")

    @rule(who=PEOPLE)
    def somebody_is_gone(self, who: str) -> None:
        """The roster no longer lists somebody."""
        if len(self.office.people) > 1:
            self.office.people.pop(who, None)

    @rule(who=PEOPLE, days=st.integers(1, 9))
    def somebody_is_on_leave(self, who: str, days: int) -> None:
        """From now on for some days."""
        start = self.office.now.replace(tzinfo=None)
        self.office.leaves.append(Leave(who, start, start + timedelta(days=days)))

    @invariant()
    def laws_hold(self) -> None:
        """After every step."""
        Life.steps += 1
        if self.office.path.exists():
            self.before = in_order(self.office, self.before)

    def _run(self, file: File) -> Made:
        made = self.office.ran(file)
        fair_and_once(self.office, made)
        shown(self.office, made)
        return made

    def _file(self, new: int, again: list[tuple[int, str]]) -> File:
        """New people, and known ones by some key; who is not known yet tells everything."""
        fresh = [Row(self.people + at) for at in range(new)]
        known = holders(self.office, self.office.rows)
        old = [
            Row(who % self.people, told if who % self.people in known else "all") for who, told in again if self.people
        ]
        self.people += new
        return self.office.file([*old[: len(old) // 2], *fresh, *old[len(old) // 2 :]])

    def _copy(self, name: str) -> SqliteLedger:
        target = self.folder / f"{name}.ledger"
        target.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.office.path)) as own, closing(sqlite3.connect(target)) as other:
            own.backup(other)
        return SqliteLedger(target)


def live(lives: int, steps: int) -> None:
    """Live so many lives of at most so many steps."""
    how = settings(
        max_examples=lives, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Life, settings=how)


def test_the_laws_hold_whatever_happens() -> None:
    live(*((220, 60) if DEEP else (6, 25)))
    assert Life.steps >= (10_000 if DEEP else 60)
