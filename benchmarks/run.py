"""Time leadroute beside the naive script and the floor, whole processes, and write the table of docs/performance.md.

``python benchmarks/run.py [--rounds 5] [--only "1M csv"] [--quick] [--folder /tmp/leadroute-bench] [--write]``

Rounds are interleaved (naive, leadroute, floor, naive, …) so that a busy minute hurts all of them. Times are medians;
CPU counts every core and every child process; peak is the largest resident set of any one process. ``leadroute`` runs
without a ledger, as the script remembers nothing either; ``ledger`` is the same job with a new one. Our modules are
compiled first, as installing does: a checkout run with PYTHONDONTWRITEBYTECODE does it in every run.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PERFORMANCE = HERE.parent / "docs" / "performance.md"
TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- /table -->)", re.DOTALL)
NOW = "2026-11-22T09:00"


@dataclass(frozen=True)
class Job:
    """One size and format, with the targets: times faster than naive, times the floor, peak in MB (0: none).

    ``remembered`` is how much faster than naive it has to be with a ledger.
    """

    name: str
    leads: int
    form: str
    faster: float = 0
    floors: float = 0
    peak: int = 0
    remembered: float = 0


JOBS = (
    Job("10k xlsx", 10_000, "xlsx", 5, 2.5, remembered=4),
    Job("100k xlsx", 100_000, "xlsx", 14, 1.6, 600, 10),
    Job("100k csv", 100_000, "csv"),
    Job("1M csv", 1_000_000, "csv", 18, 3, 1300, 12),
)
QUICK = (Job("1k xlsx", 1_000, "xlsx"), Job("2k csv", 2_000, "csv"), Job("20k csv", 20_000, "csv"))


class Run(NamedTuple):
    """What one process cost: seconds by the wall, seconds of CPU, MB of memory at most."""

    wall: float
    cpu: float
    peak: float


def timed(command: list[str]) -> Run:
    """Run a command to its end and say what it cost; its failure is ours."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(job: Job, folder: Path, rounds: int, naive_rounds: int) -> dict[str, Run]:
    """The medians of each contender over the rounds; the naive script, slow and steady, may take part in fewer."""
    inputs = folder / job.name.replace(" ", "-")
    leads = inputs / f"leads.{job.form}"
    if not leads.exists():
        timed([sys.executable, str(HERE / "generate.py"), str(inputs), f"--leads={job.leads}", f"--format={job.form}"])
    out = folder / "out"
    contenders = _contenders(job, inputs, leads, out)
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    for number in range(rounds):
        for name, command in contenders.items():
            if name == "naive" and number >= naive_rounds:
                continue
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            runs[name].append(timed(command))
            print(f"{job.name} round {number + 1} {name}: {_cost(runs[name][-1])}", file=sys.stderr)
    return {name: Run(*map(statistics.median, zip(*found, strict=True))) for name, found in runs.items()}


def table(results: dict[Job, dict[str, Run]]) -> str:
    """The Markdown table, one line a job, and the growth of the last two CSV jobs."""
    lines = [
        "| job | naive script | leadroute | floor | naive / leadroute | leadroute / floor | peak | ledger | gain |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_line(job, found) for job, found in results.items()),
    ]
    tables = [(job, found["leadroute"]) for job, found in results.items() if job.form == "csv"]
    if len(tables) > 1:
        (small, before), (large, after) = tables[-2:]
        grown = f"{after.wall / before.wall:.1f}x by the wall, {after.cpu / before.cpu:.1f}x CPU"
        lines += ["", f"Growth from {small.name} to {large.name}: {grown} (target <= 10.5x)."]
    help_text = timed([sys.executable, "-m", "leadroute", "--help"])
    lines += ["", f"`leadroute --help`: {help_text.cpu:.2f} s CPU (target <= 0.3)."]
    return "\n".join(lines) + "\n"


def _contenders(job: Job, inputs: Path, leads: Path, out: Path) -> dict[str, list[str]]:
    reps = str(inputs / "reps.xlsx")
    form = ["--format", "csv"] if job.form == "csv" else []
    job_options = ["--reps", reps, "--rules", str(inputs / "rules.yaml"), "--out", str(out), "--now", NOW, "-q"]
    python = [sys.executable, "-W", "ignore"]
    ours = [sys.executable, "-m", "leadroute", "assign", str(leads), *job_options, *form]
    return {
        "naive": [*python, str(HERE / "naive.py"), str(leads), reps, str(inputs), str(out)],
        "leadroute": [*ours, "--no-ledger"],
        "ledger": [*ours, "--ledger", str(out / "new.ledger")],
        "floor": [*python, str(HERE / "floor.py"), str(leads), str(out)],
    }


def _line(job: Job, found: dict[str, Run]) -> str:
    naive, ours, floor, kept = found["naive"], found["leadroute"], found["floor"], found["ledger"]
    faster = f"**{naive.wall / ours.wall:.1f}x** (CPU {naive.cpu / ours.cpu:.1f}x){_target('>=', job.faster)}"
    floors = f"**{ours.wall / floor.wall:.2f}x** (CPU {ours.cpu / floor.cpu:.2f}x){_target('<=', job.floors)}"
    peak = f"{ours.peak:.0f} MB (naive {naive.peak:.0f}){_target('<=', job.peak)}"
    ledger = f"{_cost(kept)} | **{naive.wall / kept.wall:.1f}x**{_target('>=', job.remembered)}"
    return f"| {job.name} | {_cost(naive)} | {_cost(ours)} | {_cost(floor)} | {faster} | {floors} | {peak} | {ledger} |"


def _target(sign: str, bound: float) -> str:
    return f", target {sign} {bound:g}" if bound else ""


def _cost(run: Run) -> str:
    return f"{run.wall:.2f} s (CPU {run.cpu:.2f})"


def main() -> None:
    """Read the command line, run the jobs, print the table and, if asked, put it into the docs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--naive-rounds", type=int, help="rounds of the naive script, if fewer are enough")
    options.add_argument("--only", help="the name of one job")
    options.add_argument("--quick", action="store_true", help="small sizes, to see that it works")
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "leadroute-bench")
    options.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    chosen = options.parse_args()
    compileall.compile_dir(HERE.parent / "leadroute", quiet=2)
    jobs = [job for job in (QUICK if chosen.quick else JOBS) if chosen.only in {None, job.name}]
    naive_rounds = min(chosen.naive_rounds or chosen.rounds, chosen.rounds)
    found = table({job: measure(job, chosen.folder, chosen.rounds, naive_rounds) for job in jobs})
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    fewer = f" ({naive_rounds} of the naive script)" if naive_rounds < chosen.rounds else ""
    found = f"{machine}, medians of {chosen.rounds} interleaved rounds{fewer}.\n\n{found}"
    print(found)
    if chosen.write:
        text = PERFORMANCE.read_text(encoding="utf-8")
        PERFORMANCE.write_text(TABLE.sub(lambda mark: mark[1] + found + mark[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
