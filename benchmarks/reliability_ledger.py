"""What was done to the ledger to break it, how often, and what came of it: the table of docs/reliability.md.

``python benchmarks/reliability_ledger.py [--only "stopped"] [--quick] [--folder /tmp/leadroute-reliability]``

Everything is done by the tests of the ledger (tests/ledger), which take a part of it in every run of the suite. All of
it takes a few hours; ``--only`` takes the parts whose names begin so, and lines are printed as they come.
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
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.ledger import faults, sweeps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEADER = "| what was done | how often | lost | twice | torn or odd |\n|---|---|---|---|---|"
_EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """How often something was tried, and everything that was wrong afterwards."""

    tries: str
    wrong: tuple[str, ...]


def counted(found: Iterable[list[str]], unit: str, most: int | None) -> Figure:
    """Try everything, or only so much of it, and keep what was wrong."""
    tries, wrong = 0, list[str]()
    for lines in islice(found, most):
        tries += 1
        wrong += lines
    return Figure(f"{tries} {unit}", tuple(wrong))


def same_world(folder: Path, most: int | None) -> Figure:
    """A kill at every line, then the same run again: every byte as without the kill."""
    return counted(sweeps.same_world(folder), "lines", most)


def changed_world(folder: Path, most: int | None) -> Figure:
    """A kill at every line; then the export has grown and a rep is on leave."""
    return counted(sweeps.changed_world(folder), "lines", most)


def killed_again(folder: Path, most: int | None) -> Figure:
    """A kill, another one while the next start recovers, then a run in a changed world."""
    return counted(sweeps.killed_again(folder, 9, 31), "pairs of lines", most)


def shot(folder: Path, most: int | None) -> Figure:
    """SIGKILL at random moments of runs of 2,000 leads, then a run in a changed world."""
    times, leads = (300, 2000) if most is None else (most, 200)
    return counted(sweeps.shot(folder, times, leads, seed=7), f"shots, {leads} leads", most)


def flipped(folder: Path, most: int | None) -> Figure:
    """Single bits turned over."""
    verdicts = Counter(sweeps.flipped(folder, most or 600, seed=7))
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    return Figure(f"{verdicts.total()} bits: {told}", ("unnoticed",) * verdicts["unnoticed"])


def failed_calls(folder: Path, most: int | None) -> Figure:
    """Every call that changes the disk fails once."""
    return counted(faults.every_call(folder, 40), "calls", most)


def full_disks(folder: Path, most: int | None) -> Figure:
    """No file can grow beyond a size."""
    limits = sorted({*faults.LIMITS, *range(2000, 160_000, 4000)})
    return counted((faults.full_disk(folder, limit) for limit in limits), "sizes", most)


def together(folder: Path, most: int | None) -> Figure:
    """Two to eight runs started at the same moment, 50 rounds of each."""
    rounds = ((runs, number) for number in range(50) for runs in range(2, 9))
    return counted((faults.together(folder, runs) for runs, _ in rounds), "rounds of 2 to 8 runs", most)


PARTS: dict[str, Callable[[Path, int | None], Figure]] = {
    "stopped at every line, run again": same_world,
    "stopped at every line, run again in a changed world": changed_world,
    "stopped, stopped again while recovering": killed_again,
    "SIGKILL at a random moment": shot,
    "one bit of the file turned over": flipped,
    "fsync, rename, mkdir, open, unlink, chmod, link fail": failed_calls,
    "files cannot grow any more": full_disks,
    "started together": together,
}


def line(name: str, figure: Figure) -> str:
    """One line of the table."""
    kinds = Counter(next(iter(re.findall("lost|twice", wrong)), "torn") for wrong in figure.wrong)
    return f"| {name} | {figure.tries} | {kinds['lost']} | {kinds['twice']} | {kinds['torn']} |"


def main() -> None:
    """Print the table, a line as soon as it is known, and on stderr what was wrong and how long it took."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="parts whose names begin so")
    options.add_argument("--quick", action="store_true", help="a few of each, to see that it works")
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-reliability")
    chosen = options.parse_args()
    print(HEADER)
    for name, part in PARTS.items():
        if name.startswith(chosen.only):
            start = time.perf_counter()
            figure = part(chosen.folder, 4 if chosen.quick else None)
            print(line(name, figure), flush=True)
            took = f"{name}: {time.perf_counter() - start:.0f} s"
            print("\n    ".join([took, *figure.wrong[:_EXAMPLES]]), file=sys.stderr, flush=True)
    shutil.rmtree(chosen.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
