"""What was done to the ledger to break it, how often, and what came of it: the table of docs/reliability.md.

``python benchmarks/reliability_ledger.py [--only "stopped"] [--quick] [--folder /tmp/leadroute-reliability] [--write]``

Everything is done by the tests of the ledger (tests/ledger), which take a part of it in every run of the suite. All of
it takes about an hour; ``--only`` takes the parts whose names begin so, and lines are printed as they come.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.page import RELIABILITY, kept, put
from tests.ledger import failing, faults, flips, sweeps
from tests.ledger.test_machine import Life, live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEADER = ("| what was done | how often | lost | twice | torn or odd |", "|---|---|---|---|---|")
_EXAMPLES = 10
_SECOND = 3
"""Of the states that a second stop leaves every third is tried; all of them take half an hour."""
_GOOD = {"found", "refused", "harmless", "as before the run"}


@dataclass(frozen=True, slots=True)
class Figure:
    """How often something was tried, and everything that was wrong afterwards."""

    tries: str
    wrong: tuple[str, ...]


def stopped(found: Iterable[sweeps.Stop], unit: str, most: int | None) -> Figure:
    """Stop runs everywhere, or only at so many places."""
    stops = list(islice(found, most))
    lines, states = sum(stop.lines for stop in stops), sum(stop.new for stop in stops)
    return Figure(f"{lines:,} {unit}, {states:,} states of the disk", tuple(sweeps.bad(stops)))


def counted(found: Iterable[list[str]], unit: str, most: int | None) -> Figure:
    """Try everything, or only so much of it, and keep what was wrong."""
    tries = list(islice(found, most))
    return Figure(f"{len(tries):,} {unit}", tuple(chain.from_iterable(tries)))


def damaged(found: Iterable[str], unit: str, most: int | None) -> Figure:
    """Damage a ledger in every way, or only in so many."""
    verdicts = Counter(islice(found, most))
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    wrong = chain.from_iterable([verdict] * count for verdict, count in verdicts.items() if verdict not in _GOOD)
    return Figure(f"{verdicts.total():,} {unit}: {told}", tuple(wrong))


def same_world(folder: Path, most: int | None) -> Figure:
    """A kill at every line, then the same run again: every byte as without the kill."""
    return stopped(sweeps.same_world(folder), "lines", most)


def changed_world(folder: Path, most: int | None) -> Figure:
    """A kill at every line; then the export has grown and a rep is on leave."""
    return stopped(sweeps.changed_world(folder), "lines", most)


def killed_again(folder: Path, most: int | None) -> Figure:
    """A kill, another one while the next start recovers, then a run in a changed world."""
    return stopped(sweeps.killed_again(folder, then=slice(None, None, _SECOND)), "pairs of lines", most)


def shot(folder: Path, most: int | None) -> Figure:
    """SIGKILL at random moments of runs of 2,000 leads, then a run in the same world, and one in a changed world."""
    stops = list(sweeps.shot(folder, most or 300, 2000, seed=7))
    hits = sum(stop.lines for stop in stops)
    return Figure(f"{hits} shots, 2,000 leads ({len(stops) - hits} more came too late)", tuple(sweeps.bad(stops)))


def flipped(folder: Path, most: int | None) -> Figure:
    """Single bits turned over."""
    return damaged(flips.flipped(folder, 600, 200, seed=7), "bits", most)


def cut(folder: Path, most: int | None) -> Figure:
    """The file cut off somewhere, or emptied."""
    return damaged(flips.cut(folder, 60, 200, seed=7), "lengths", most)


def without_its_log(folder: Path, most: int | None) -> Figure:
    """A copy without the log that holds the last run."""
    return damaged(flips.without_its_log(folder), "states of the disk", most)


def failed_once(folder: Path, most: int | None) -> Figure:
    """Every call that changes the disk fails, SQLite's too; the next one does not."""
    return counted(failing.every_call(folder), "calls", most)


def failed_for_ever(folder: Path, most: int | None) -> Figure:
    """From some call on all fail until the run is over."""
    return counted(failing.every_call(folder, for_ever=True), "calls", most)


def full_disks(folder: Path, most: int | None) -> Figure:
    """No file can grow beyond a size."""
    limits = sorted({*faults.LIMITS, *range(2000, 160_000, 4000)})
    return counted((faults.full_disk(folder, limit) for limit in limits), "sizes", most)


def together(folder: Path, most: int | None) -> Figure:
    """Two to eight runs started at the same moment."""
    return counted((faults.together(folder, 2 + number % 7) for number in range(50)), "rounds of 2 to 8 runs", most)


def lived(_: Path, most: int | None) -> Figure:
    """Runs, known leads, leave, caps, corrections, undoing, crashes, other rulebooks, in any order: the laws hold."""
    Life.steps = 0
    try:
        live(most or 220, 60)
    except AssertionError as problem:
        return Figure(f"{Life.steps:,} steps", (str(problem) or "a law does not hold",))
    return Figure(f"{Life.steps:,} steps", ())


PARTS: dict[str, Callable[[Path, int | None], Figure]] = {
    "stopped at every line, run again": same_world,
    "stopped at every line, run again in a changed world": changed_world,
    "stopped, stopped again while recovering, run again in a changed world": killed_again,
    "SIGKILL at a random moment, run again in the same and in a changed world": shot,
    "one bit of the file turned over": flipped,
    "the file cut off": cut,
    "the log gone": without_its_log,
    "a write, sync, rename, cut, deletion or new folder fails": failed_once,
    "all of them fail from some moment on": failed_for_ever,
    "files cannot grow any more": full_disks,
    "started together": together,
    "anything in any order, the laws looked at after each step": lived,
}


def line(name: str, figure: Figure) -> str:
    """One line of the table."""
    kinds = Counter(next(iter(re.findall("lost|twice", wrong)), "torn") for wrong in figure.wrong)
    return f"| {name} | {figure.tries} | {kinds['lost']} | {kinds['twice']} | {kinds['torn']} |"


def write(lines: dict[str, str]) -> None:
    """Put new lines into the page, and leave those of other parts as they are."""
    every = {**kept(RELIABILITY, "ledger"), **lines}
    put(RELIABILITY, "ledger", [*HEADER, *(every[name] for name in PARTS if name in every)])


def main() -> None:
    """Print the table, a line as soon as it is known, and on stderr what was wrong and how long it took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="parts whose names begin so")
    options.add_argument("--quick", action="store_true", help="a few of each, to see that it works")
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-reliability")
    options.add_argument("--write", action="store_true", help="put the lines into docs/reliability.md")
    chosen = options.parse_args()
    print(*HEADER, sep="\n")
    for name, part in PARTS.items():
        if name.startswith(chosen.only):
            start = time.perf_counter()
            figure = part(chosen.folder / "world", 4 if chosen.quick else None)
            print(line(name, figure), flush=True)
            took = f"{name}: {time.perf_counter() - start:.0f} s"
            print("\n    ".join([took, *figure.wrong[:_EXAMPLES]]), file=sys.stderr, flush=True)
            if chosen.write:
                write({name: line(name, figure)})
    shutil.rmtree(chosen.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
