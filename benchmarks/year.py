"""One year of daily runs: does everybody get their share in every week, and do runs stay as quick as at first?

``python benchmarks/year.py [--days 365] [--leads 500] [--reps 60] [--write]``

Runs are made as people make them, by the command line, within this process; CPU is that of the runs alone. For the
comparison the tenth run and the last one are made nine times each, in turns, in copies of the folder as it was before
them, so that a busy minute hurts both.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.page import RELIABILITY, put
from tests.ledger.year import Day, cost, days

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
NEAR = 2
EARLY, TIMES = 10, 9


def growth(early: Path, late: Path, last: int, leads: int, reps: int) -> tuple[float, float]:
    """Seconds of CPU of the tenth and of the last run, the median of several."""
    found: dict[int, list[float]] = {EARLY: [], last: []}
    for _ in range(TIMES):
        for number, folder in ((EARLY, early), (last, late)):
            with tempfile.TemporaryDirectory() as copy:
                shutil.copytree(folder, copy, dirs_exist_ok=True)
                found[number].append(cost(Path(copy), number - 1, leads, reps))
    return statistics.median(found[EARLY]), statistics.median(found[last])


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
    with tempfile.TemporaryDirectory() as place:
        now, early, late = (Path(place) / name for name in ("now", "early", "late"))
        now.mkdir()
        for day in days(now, chosen.days, chosen.leads, chosen.reps):
            lived.append(day)
            if day.number in (EARLY - 1, chosen.days - 1):
                shutil.copytree(now, early if day.number < EARLY else late)
            if day.number % 30 == 0:
                told = f"day {day.number}: {day.cpu:.2f} s CPU, gap {day.gap:.2f} leads, {day.size / 2**20:.1f} MB"
                print(told, file=sys.stderr, flush=True)
        took = growth(early, late, chosen.days, chosen.leads, chosen.reps)
    lines = ["| what | figure |", "|---|---|", *figures(lived, chosen.reps, took)]
    print(*lines, f"{time.perf_counter() - start:.0f} s in all", sep="\n")
    if chosen.write:
        put(RELIABILITY, "year", lines)


def figures(lived: list[Day], reps: int, took: tuple[float, float]) -> Iterator[str]:
    """The lines of the table."""
    first, last = took
    weeks = lived[WEEK - 1 :: WEEK]
    total, size = sum(day.assigned for day in lived), lived[-1].size
    gaps = [day.gap for day in weeks]
    far = f"{sum(gap > NEAR for gap in gaps)} of {len(gaps)}"
    times = f"{first:.2f} s, {last:.2f} s: {last / first:.2f} times"
    yield f"| runs, reps, leads given out | {len(lived)}, {reps}, {total:,} |"
    yield f"| weeks that ended with a rep more than {NEAR} leads from entitlement | {far} |"
    yield f"| largest distance from entitlement at the end of a week | {max(gaps):.2f} leads |"
    yield f"| CPU of the {EARLY}th run, of the last one (target: at most 1.3 times) | {times} |"
    yield f"| size of the ledger | {size / 2**20:.1f} MB, {size / total:.0f} bytes a lead |"


if __name__ == "__main__":
    main()
