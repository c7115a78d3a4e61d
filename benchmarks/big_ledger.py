"""A run of 10,000 leads, three in ten of them known, before a ledger of five million decisions.

``python benchmarks/big_ledger.py [--runs 25] [--each 200000] [--leads 10000] [--folder FOLDER] [--write]``

The ledger is built once, by appending runs through the same door as ``assign``, and stays in the folder. The run is
measured in a process of its own: seconds of CPU and by the clock for each step, and the most memory used until then.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
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

from benchmarks.page import RELIABILITY, put
from leadroute.commands.decide import decide
from leadroute.commands.gather import Gathered
from leadroute.commands.prepare import prepare
from leadroute.commands.recall import first_day, recall
from leadroute.engine.account import UNIT
from leadroute.ledger.cells import pack
from leadroute.ledger.record import Coded, Decided, Entry, Kind, Record
from leadroute.ledger.recording import record_of
from leadroute.ledger.sqlite.store import SqliteLedger
from leadroute.ledger.waiting import waiting_tables
from leadroute.model.outcome import Outcome, Reason
from leadroute.tables.history import Sightings
from tests.build import book, nameless, pool, rep, roster, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
            print(f"{number + 1} runs, {path.stat().st_size / 2**20:.0f} MB", file=sys.stderr, flush=True)


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
        pack(who, np.arange(len(lead))),
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


def measure(path: Path, held: int, count: int) -> None:
    """One run before a ledger of so many decisions: ask, decide, remember, examine; a line for each step."""
    with SqliteLedger(path) as ledger, _told("find the leads that wait"):
        runs = ledger.runs(latest=1)[0].number
        now = BEGIN + timedelta(days=runs)
        waiting = waiting_tables(ledger, first_day(now.date(), RULES.memory.known_for))
    dice = np.random.default_rng(7)
    numbers = np.concatenate([np.unique(dice.integers(0, held, count * 3 // 10)), held + np.arange(count)])[:count]
    gathered = Gathered(RULES, PEOPLE, leads_of(numbers), None, ())
    with _told("look for duplicates"):
        prepared = prepare(gathered)
    with SqliteLedger(path) as ledger:
        with _told("ask what is known"):
            past = recall(ledger, prepared, now)
        with _told("decide"):
            decided = decide(prepared, past, now)
        with _told("record"):
            ledger.append(record_of(decided.plan, past.memory, {}), past.head)
        ledger.publish(runs + 1)
    some = sum(len(table.frame) for table in waiting), int((past.memory.known.lead >= 0).sum())
    print(f"| {some[0]:,} leads wait, {some[1]:,} of {count:,} are known | | |")


def examine(path: Path) -> None:
    """Verify all of it."""
    with SqliteLedger(path) as ledger, _told("verify all of it"):
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
    """Build the ledger if it is not there, then measure a run, each part in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=25)
    options.add_argument("--each", type=int, default=200_000, help="decisions of each run")
    options.add_argument("--leads", type=int, default=10_000, help="leads of the run that is measured")
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-ledger")
    options.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    options.add_argument("--part", default="", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    path = chosen.folder / f"{chosen.runs}x{chosen.each}.ledger"
    if chosen.part:
        PARTS[chosen.part](path, chosen)
        return
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _part("build")
    held = f"{chosen.runs * chosen.each:,} decisions, {path.stat().st_size / 2**20:,.0f} MB, on {os.cpu_count()} cores."
    lines = [held, "", "| step | time | most memory |", "|---|---|---|", *_part("measure"), *_part("examine")]
    print(*lines, sep="\n")
    if chosen.write:
        put(RELIABILITY, "big", lines)


PARTS: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "build": lambda path, chosen: build(path, chosen.runs, chosen.each),
    "measure": lambda path, chosen: measure(_copied(path), chosen.runs * chosen.each, chosen.leads),
    "examine": lambda path, _: examine(path),
}


def _part(name: str) -> list[str]:
    """What a part prints."""
    command = [sys.executable, __file__, *sys.argv[1:], "--part", name]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def _copied(path: Path) -> Path:
    """A ledger of the same content, so that what is measured can be measured again."""
    return Path(shutil.copyfile(path, path.with_suffix(".copy")))


if __name__ == "__main__":
    main()
