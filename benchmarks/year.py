"""One year of daily runs: does everybody get their share in every week, and do runs stay as quick as at first?

``python benchmarks/year.py [--days 365] [--leads 500] [--reps 60]``

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

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.ledger.year import Day, days

WEEK = 7


def growth(lived: list[Day]) -> tuple[float, float]:
    """Seconds of CPU of a run in the beginning and in the end."""
    return statistics.median(day.cpu for day in lived[5:14]), statistics.median(day.cpu for day in lived[-9:])


def main() -> None:
    """Live through the year, telling each month how it stands, then the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--days", type=int, default=365)
    options.add_argument("--leads", type=int, default=500)
    options.add_argument("--reps", type=int, default=60)
    chosen = options.parse_args()
    lived: list[Day] = []
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for day in days(Path(folder), chosen.days, chosen.leads, chosen.reps):
            lived.append(day)
            if day.number % 30 == 0:
                told = f"day {day.number}: {day.cpu:.2f} s CPU, gap {day.gap:.2f} leads, {day.size / 2**20:.1f} MB"
                print(told, file=sys.stderr, flush=True)
    first, last = growth(lived)
    weeks = lived[WEEK - 1 :: WEEK]
    total = sum(day.assigned for day in lived)
    print(f"{chosen.days} runs, {chosen.reps} reps, {total:,} leads given, {time.perf_counter() - start:.0f} s in all")
    print(f"weeks with a rep more than 2 leads from entitlement: {sum(day.gap > 2 for day in weeks)} of {len(weeks)}")  # noqa: PLR2004
    print(f"largest gap at the end of a week: {max(day.gap for day in weeks):.2f} leads")
    print(f"CPU of a run: {first:.3f} s around the 10th, {last:.3f} s at the end, {last / first:.2f}x (target <= 1.3)")
    print(f"ledger: {lived[-1].size / 2**20:.1f} MB, {lived[-1].size / total:.0f} bytes a lead given")


if __name__ == "__main__":
    main()
