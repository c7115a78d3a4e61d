"""A run of 10,000 leads, three in ten of them known, before a ledger of five million decisions.

``python benchmarks/big_ledger.py [--runs 500] [--leads 10000] [--folder /tmp/leadroute-ledger]``

The ledger is built once, by appending runs through the same door as ``assign``, and stays in the folder. The run is
measured in a process of its own: seconds of CPU and by the clock for each step, and the most memory used until then.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import first_day, recall
from leadroute.engine.account import UNIT
from leadroute.ledger.record import Coded, Decided, Entry, Kind, Record
from leadroute.ledger.recording import cells_of, record_of
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.ledger.waiting import waiting_tables
from leadroute.model.outcome import Outcome, Reason
from leadroute.tables.history import Sightings
from tests.build import book, nameless, pool, rep, roster, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.tables.history import Identity
    from leadroute.tables.leads import Leads, Whole

BEGIN = datetime(2025, 1, 6, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PEOPLE = roster(*(rep(f"R{at:02d} {1 + at % 3}") for at in range(60)))
POOLS = ("north", "south", "east", "west")
RULES = book(
    *(
        pool(name, " ".join(f"R{at:02d}" for at in range(60) if at % 4 == n or at % 10 == n))
        for n, name in enumerate(POOLS)
    ),
    *(rule(name, name=f"to {name}") for name in POOLS),
)
_POOLED = 20
"""One in so many leads finds nobody at first and is given out by the next run."""


def leads_of(numbers: Whole) -> Leads:
    """Leads with these numbers: ids, phones and names of their own, three to a company."""
    return nameless(
        len(numbers),
        lead_id=[f"L{at:08d}" for at in numbers],
        company=[f"company {at // 3}" for at in numbers],
        contact=[f"person {at}" for at in numbers],
        phone=[f"+86138{at:08d}" for at in numbers],
    )


def build(path: Path, runs: int, count: int) -> None:
    """A ledger of so many runs, one a day, of so many decisions."""
    with SqliteLedger(path, new=True) as ledger:
        for number in range(runs):
            ledger.append(_record(number, count), ledger.head())
            ledger.publish(number + 1)
            if number % 50 == 49:  # noqa: PLR2004 - now and then
                print(f"{number + 1} runs, {path.stat().st_size / 2**20:.0f} MB", file=sys.stderr)


def _record(number: int, count: int) -> Record:
    """One run: those who waited since the last one, then new leads; one in twenty finds nobody."""
    again, fresh = count // _POOLED, number * count + np.arange(count - count // _POOLED)
    lead = np.concatenate([fresh[-again:] - count, fresh]) if number else fresh
    who = leads_of(lead)
    own = prepare(Gathered(RULES, PEOPLE, who, None, ())).identity()
    now = BEGIN + timedelta(days=number)
    return Record(
        Kind.RUN,
        now,
        {"rows": {"leads.csv": count}},
        _decided(lead + 1, own, again),
        _entries(now, number * count, count),
        _sightings(own, lead + 1, number * count),
        cells_of(who, np.arange(len(lead))),
    )


def _decided(lead: Whole, own: Identity, waiting: int) -> Decided:
    at = np.arange(len(lead))
    pooled = at >= len(lead) - waiting
    pool_ = at % len(POOLS)
    none = np.where(pooled, -1, at)
    return Decided(
        lead=lead,
        file=Coded(np.zeros(len(lead), dtype=np.int64), ("leads.csv",)),
        row=at + 2,
        label=tuple(f"L{one:08d} company {one // 3} person {one}" for one in lead.tolist()),
        company=own.company,
        outcome=np.where(pooled, Outcome.POOLED, Outcome.ASSIGNED).astype(np.int64),
        reason=np.where(pooled, Reason.ALL_AT_CAP, Reason.RULE).astype(np.int64),
        rule=Coded(pool_, tuple(f"to {name}" for name in POOLS)),
        pool=Coded(pool_, POOLS),
        rep=Coded(np.where(pooled, -1, at % len(PEOPLE.reps)), tuple(one.id for one in PEOPLE.reps)),
        turn=none,
        balance=np.where(pooled, 0, UNIT),
    )


def _entries(now: datetime, turns: int, count: int) -> tuple[Entry, ...]:
    """Everybody earns and pays the same in every pool."""
    each = count // (len(POOLS) * len(PEOPLE.reps))
    day = now.date().toordinal() - 719_163
    return tuple(
        Entry("", name, one.id, day, each * UNIT, each * UNIT, each, 0, turns + at)
        for name in POOLS
        for at, one in enumerate(PEOPLE.reps)
    )


def _sightings(own: Identity, lead: Whole, known: int) -> Sightings:
    """The keys of leads with a higher number than those known before."""
    rows = [np.flatnonzero((keys != 0) & (lead > known)) for keys in own.keys]
    key = np.concatenate([keys[some] for keys, some in zip(own.keys, rows, strict=True)])
    at, order = np.concatenate(rows), np.argsort(key, kind="stable")
    return Sightings(*(column[order] for column in (key, own.company[at], own.contact[at], lead[at])))


def measure(path: Path, count: int) -> None:
    """One run: ask, decide, remember, examine; a line for each step."""
    with SqliteLedger(path) as ledger, _told("waiting leads"):
        runs = ledger.runs(latest=1)[0].number
        now = BEGIN + timedelta(days=runs)
        waiting = waiting_tables(ledger, first_day(now.date(), RULES.memory.known_for))
    print(f"| | {sum(len(table.frame) for table in waiting)} leads wait | |")
    known = np.random.default_rng(runs).integers(0, runs * count, count * 3 // 10)
    numbers = np.concatenate([np.unique(known), runs * count + np.arange(count)])[:count]
    gathered = Gathered(RULES, PEOPLE, leads_of(numbers), None, ())
    with _told("prepare"):
        prepared = prepare(gathered)
    with SqliteLedger(path) as ledger:
        with _told("recall"):
            past = recall(ledger, prepared, now)
        with _told("decide"):
            decided = decide(prepared, past, now)
        print(f"| | {int((past.memory.known.lead >= 0).sum())} leads known | |")
        with _told("append"):
            ledger.append(record_of(decided.plan, past.memory, {}), past.head)
        ledger.publish(runs + 1)
    with SqliteLedger(path) as ledger, _told("verify"):
        assert not list(ledger.verify())  # noqa: S101 - a script that measures


@contextmanager
def _told(step: str) -> Iterator[None]:
    """Tell what a step cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    took, used = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {step} | {used:.2f} s CPU, {took:.2f} s | {peak:.0f} MB |", flush=True)


def main() -> None:
    """Build the ledger if it is not there, then measure a run."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=500)
    options.add_argument("--leads", type=int, default=10_000)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-ledger")
    options.add_argument("--only-measure", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    path = chosen.folder / f"{chosen.runs}x{chosen.leads}.ledger"
    if chosen.only_measure:
        measure(path, chosen.leads)
        return
    if not path.exists():
        chosen.folder.mkdir(parents=True, exist_ok=True)
        build(path, chosen.runs, chosen.leads)
    print(f"{chosen.runs * chosen.leads:,} decisions, {path.stat().st_size / 2**20:.0f} MB\n")
    print("| step | time | peak |\n|---|---|---|", flush=True)
    words = ["--runs", str(chosen.runs), "--leads", str(chosen.leads), "--folder", str(chosen.folder), "--only-measure"]
    subprocess.run([sys.executable, __file__, *words], check=True)


if __name__ == "__main__":
    main()
