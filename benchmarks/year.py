"""One year of daily runs: does everybody get their share in every week, and do runs stay as quick as at first?

``python benchmarks/year.py [--days 365] [--leads 500] [--reps 60] [--write]``

Runs are made as people make them, by the command line, within this process; CPU is that of the runs alone. Compared
are the medians of nine runs around the tenth and of the last nine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.page import RELIABILITY, put
from tests.ledger.year import Day, days

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
NEAR = 2


def growth(lived: list[Day]) -> tuple[float, float]:
    """Seconds of CPU of a run in the beginning and in the end."""
    return statistics.median(day.cpu for day in lived[5:14]), statistics.median(day.cpu for day in lived[-9:])


def main() -> None:
    """Live through the year, telling each month how it stands, then the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--days", type=int, default=365)
    options.add_argument("--leads", type=int, default=500)
    options.add_argument("--reps", type=int, default=60)
    options.add_argument("--write", action="store_true", help="put the figures into docs/reliability.md")
    chosen = options.parse_args()
    lived: list[Day] = []
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for day in days(Path(folder), chosen.days, chosen.leads, chosen.reps):
            lived.append(day)
            if day.number % 30 == 0:
                told = f"day {day.number}: {day.cpu:.2f} s CPU, gap {day.gap:.2f} leads, {day.size / 2**20:.1f} MB"
                print(told, file=sys.stderr, flush=True)
    lines = ["| what | figure |", "|---|---|", *figures(lived, chosen.reps)]
    print(*lines, f"{time.perf_counter() - start:.0f} s in all", sep="\n")
    if chosen.write:
        put(RELIABILITY, "year", lines)


def figures(lived: list[Day], reps: int) -> Iterator[str]:
    """The lines of the table."""
    first, last = growth(lived)
    weeks = lived[WEEK - 1 :: WEEK]
    total, size = sum(day.assigned for day in lived), lived[-1].size
    gaps = [day.gap for day in weeks]
    far = f"{sum(gap > NEAR for gap in gaps)} of {len(gaps)}"
    times = f"{first:.2f} s, {last:.2f} s: {last / first:.2f} times"
    yield f"| runs, reps, leads given out | {len(lived)}, {reps}, {total:,} |"
    yield f"| weeks that ended with a rep more than {NEAR} leads from entitlement | {far} |"
    yield f"| largest distance from entitlement at the end of a week | {max(gaps):.2f} leads |"
    yield f"| CPU of a run around the 10th, of the last ones (target: at most 1.3 times) | {times} |"
    yield f"| size of the ledger | {size / 2**20:.1f} MB, {size / total:.0f} bytes a lead |"


if __name__ == "__main__":
    main()
